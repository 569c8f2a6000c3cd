import type { MeetingFeature } from "@/components/call/feature";
import { ScreenShareButton, ScreenShareItem } from "./screen-share-button";
import { SharingBar } from "./sharing-bar";

export const screenShare = {
  id: "screen-share",
  Control: ScreenShareButton,
  NarrowItem: ScreenShareItem,
  Overlay: SharingBar,
  shortcuts: [{ key: "s", label: "turn", group: "devices" }],
} satisfies MeetingFeature;
