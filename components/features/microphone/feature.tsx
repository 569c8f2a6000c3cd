import type { MeetingFeature } from "@/components/call/feature";
import { MicrophoneButton } from "./microphone-button";
import { MutedHint } from "./muted-hint";

export const microphone = {
  id: "microphone",
  Control: MicrophoneButton,
  Overlay: MutedHint,
  shortcuts: [{ key: "m", label: "turn", group: "devices" }],
} satisfies MeetingFeature;
