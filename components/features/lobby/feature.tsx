import type { MeetingFeature } from "@/components/call/feature";
import { LobbyBadge } from "./lobby-badge";
import { LobbyProvider } from "./lobby-provider";
import { LobbyToast } from "./lobby-toast";
import { WaitingList } from "./waiting-list";

export const lobby = {
  id: "lobby",
  Provider: LobbyProvider,
  Overlay: LobbyToast,
  PeopleSection: WaitingList,
  PeopleBadge: LobbyBadge,
  shortcuts: [
    { key: "shift+a", label: "admitWaiting", group: "hosts" },
    { key: "", label: "admitNext", group: "hosts" },
    { key: "", label: "denyNext", group: "hosts" },
    { key: "", label: "sound", group: "hosts" },
  ],
} satisfies MeetingFeature;
