import type { MeetingFeature } from "@/components/call/feature";
import { ParticipantsButton, ParticipantsItem } from "./participants-button";
import { ParticipantsPanel } from "./participants-panel";

export const participants = {
  id: "participants",
  SideControl: ParticipantsButton,
  NarrowItem: ParticipantsItem,
  Panel: ParticipantsPanel,
  shortcuts: [{ key: "p", label: "people", group: "people" }],
} satisfies MeetingFeature;
