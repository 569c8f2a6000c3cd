import type { MeetingFeature } from "@/components/call/feature";
import { CameraButton } from "./camera-button";

export const camera = {
  id: "camera",
  Control: CameraButton,
  shortcuts: [{ key: "v", label: "turn", group: "devices" }],
} satisfies MeetingFeature;
