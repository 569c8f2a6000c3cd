import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { ReactionsOnStage, ReactionsOnTile } from "./reaction-layers";
import { ReactionsButton, ReactionsItem } from "./reactions-button";
import { ReactionsProvider } from "./reactions-provider";

const Section = lazy(() => import("./settings-section"));

export const reactions = {
  id: "reactions",
  Provider: ReactionsProvider,
  Control: ReactionsButton,
  NarrowItem: ReactionsItem,
  TileOverlay: ReactionsOnTile,
  Overlay: ReactionsOnStage,
  Settings: { tab: "notices", Section, BeforeCall: Section },
  shortcuts: [{ key: "r", label: "open", group: "people" }],
} satisfies MeetingFeature;
