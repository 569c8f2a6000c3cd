import type { MeetingFeature } from "@/components/call/feature";
import { MicrophoneButton } from "./microphone-button";
import { MicrophoneChoices } from "./microphone-choices";
import { MutedHint } from "./muted-hint";

export const microphone = {
  id: "microphone",
  Control: MicrophoneButton,
  MenuItem: () => (
    <div className="sm:hidden">
      <MicrophoneChoices />
    </div>
  ),
  Overlay: MutedHint,
  shortcuts: [{ key: "m", label: "turn" }],
} satisfies MeetingFeature;
