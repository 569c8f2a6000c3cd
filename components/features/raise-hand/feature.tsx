import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { HandBadge } from "./hand-badge";
import { HandNews } from "./hand-news";
import { HandsCount } from "./hands-count";
import { HandsProvider } from "./hands-provider";
import { QueueSection } from "./queue-section";
import { RaiseHandButton } from "./raise-hand-button";

const Section = lazy(() => import("./settings-section"));

export const raiseHand = {
  id: "raise-hand",
  Provider: HandsProvider,
  Control: RaiseHandButton,
  Overlay: HandNews,
  TileBadge: HandBadge,
  PeopleSection: QueueSection,
  PeopleBadge: HandsCount,
  Settings: { tab: "notices", Section, BeforeCall: Section },
  shortcuts: [
    { key: "h", label: "turn", group: "people" },
    { key: "shift+n", label: "callNextHand", group: "hosts" },
    { key: "shift+h", label: "lowerAllHands", group: "hosts" },
  ],
} satisfies MeetingFeature;
