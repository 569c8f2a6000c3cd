import type { MeetingFeature } from "@/components/call/feature";
import { ScreenShareButton } from "./screen-share-button";
import { SharingBar } from "./sharing-bar";

export const screenShare = {
  id: "screen-share",
  Control: ScreenShareButton,
  Overlay: SharingBar,
  shortcuts: [{ key: "s", label: "turn" }],
} satisfies MeetingFeature;
