import type { MeetingFeature } from "@/components/call/feature";
import { ClickToHear } from "./click-to-hear";
import { SpeakerChoices } from "./speaker-choices";

export const sound = {
  id: "sound",
  // A phone's menu is long; there the settings have it, with camera and microphone.
  MenuItem: () => (
    <div className="narrow:hidden">
      <SpeakerChoices />
    </div>
  ),
  Overlay: ClickToHear,
} satisfies MeetingFeature;
