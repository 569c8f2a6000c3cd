import type { MeetingFeature } from "@/components/call/feature";
import { SilentMicrophone } from "./silent-microphone";

export const silentMicrophone = {
  id: "silent-microphone",
  Overlay: SilentMicrophone,
} satisfies MeetingFeature;
