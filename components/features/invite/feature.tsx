import type { MeetingFeature } from "@/components/call/feature";
import { AloneCard } from "./alone-card";
import { CopyInvitationItem } from "./copy-invitation-item";
import { PeopleFooter } from "./people-footer";

export const invite = {
  id: "invite",
  MenuItem: CopyInvitationItem,
  PeopleFooter,
  Alone: AloneCard,
} satisfies MeetingFeature;
