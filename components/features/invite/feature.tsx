import type { MeetingFeature } from "@/components/call/feature";
import { AloneCard } from "./alone-card";
import { CopyInvitationItem } from "./copy-invitation-item";
import { CopyKey } from "./copy-key";
import { PeopleFooter } from "./people-footer";

export const invite = {
  id: "invite",
  Provider: CopyKey,
  MenuItem: CopyInvitationItem,
  PeopleFooter,
  Alone: AloneCard,
  shortcuts: [{ key: "u", label: "copy", group: "people" }],
} satisfies MeetingFeature;
