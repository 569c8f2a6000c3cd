import type { MeetingFeature } from "@/components/call/feature";
import { HostButton, HostItem } from "./host-button";
import { HostPanel } from "./host-panel";

export const hostControls = {
  id: "host-controls",
  SideControl: HostButton,
  NarrowItem: HostItem,
  Panel: HostPanel,
  shortcuts: [{ key: "o", label: "title", group: "people" }],
} satisfies MeetingFeature;
