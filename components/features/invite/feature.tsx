import type { MeetingFeature } from "@/components/call/feature";
import { AloneCard } from "./alone-card";
import { CopyInvitationItem } from "./copy-invitation-item";

export const invite = {
  id: "invite",
  MenuItem: CopyInvitationItem,
  Alone: AloneCard,
} satisfies MeetingFeature;
