import type { MeetingFeature } from "@/components/call/feature";
import { AloneCard } from "./alone-card";
import { CopyInvitationItem } from "./copy-invitation-item";
import { InvitationProvider } from "./invitation-provider";
import { PeopleFooter } from "./people-footer";

export const invite = {
  id: "invite",
  Provider: InvitationProvider,
  MenuItem: CopyInvitationItem,
  PeopleFooter,
  Alone: AloneCard,
  shortcuts: [
    { key: "u", label: "copy", group: "people" },
    { key: "", label: "qr", group: "people" },
    { key: "", label: "share", group: "people" },
  ],
} satisfies MeetingFeature;
