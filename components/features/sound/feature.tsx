import type { MeetingFeature } from "@/components/call/feature";
import { ClickToHear } from "./click-to-hear";
import { SpeakerChoices } from "./speaker-choices";

export const sound = {
  id: "sound",
  MenuItem: SpeakerChoices,
  Overlay: ClickToHear,
} satisfies MeetingFeature;
