import type { MeetingFeature } from "@/components/call/feature";
import { FlipCameraItem } from "./flip-camera-item";

export const flipCamera = { id: "flip-camera", MenuItem: FlipCameraItem } satisfies MeetingFeature;
