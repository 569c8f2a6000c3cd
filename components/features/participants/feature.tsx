import type { MeetingFeature } from "@/components/call/feature";
import { ParticipantsButton } from "./participants-button";
import { ParticipantsPanel } from "./participants-panel";

export const participants = {
  id: "participants",
  SideControl: ParticipantsButton,
  Panel: ParticipantsPanel,
  shortcuts: [{ key: "p", label: "people" }],
} satisfies MeetingFeature;
