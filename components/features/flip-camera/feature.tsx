import type { MeetingFeature } from "@/components/call/feature";
import { FlipCameraItem } from "./flip-camera-item";
import { FlipKey } from "./flip-key";

export const flipCamera = {
  id: "flip-camera",
  MenuItem: FlipCameraItem,
  Overlay: FlipKey,
  shortcuts: [{ key: "", label: "flip", group: "devices" }],
} satisfies MeetingFeature;
