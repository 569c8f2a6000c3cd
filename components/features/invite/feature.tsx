import type { MeetingFeature } from "@/components/call/feature";
import { AloneCard } from "./alone-card";
import { CopyInvitationItem } from "./copy-invitation-item";
import { InvitationKeys } from "./invitation-keys";
import { PeopleFooter } from "./people-footer";

export const invite = {
  id: "invite",
  Provider: InvitationKeys,
  MenuItem: CopyInvitationItem,
  PeopleFooter,
  Alone: AloneCard,
  shortcuts: [
    { key: "u", label: "copy", group: "people" },
    { key: "", label: "qr", group: "people" },
    { key: "", label: "share", group: "people" },
  ],
} satisfies MeetingFeature;
