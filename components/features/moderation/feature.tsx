import type { MeetingFeature } from "@/components/call/feature";
import { roleOf } from "@/components/call/use-role";
import { hasActs } from "./acts";
import { ModerationProvider } from "./moderation-provider";
import { MuteAllSection } from "./mute-all-section";
import { PersonItems } from "./person-items";
import { RoleBadge } from "./role-badge";
import { UnmuteAsk } from "./unmute-ask";

export const moderation = {
  id: "moderation",
  Provider: ModerationProvider,
  PersonMenuItem: PersonItems,
  hasPersonMenu: ({ viewerRole, settings, participant }) =>
    hasActs({
      viewer: viewerRole,
      target: roleOf(participant),
      isSelf: participant.isLocal,
      mayRename: settings.allow.rename,
    }),
  PeopleSection: MuteAllSection,
  TileBadge: RoleBadge,
  Overlay: UnmuteAsk,
  shortcuts: [
    { key: "", label: "renameShortcut", group: "people" },
    { key: "shift+m", label: "muteAll", group: "hosts" },
  ],
} satisfies MeetingFeature;
