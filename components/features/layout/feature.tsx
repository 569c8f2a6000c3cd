import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { LayoutItems } from "./layout-items";
import { LayoutProvider } from "./layout-provider";
import { PersonPinItems, ScreenPinItem } from "./pin-items";
import { SpotlightNews } from "./spotlight-news";
import { PersonMarks, ScreenMark } from "./stage-marks";
import { ViewButton } from "./view-button";

const Section = lazy(() => import("./settings-section"));

export const layout = {
  id: "layout",
  Provider: LayoutProvider,
  SideControl: ViewButton,
  NarrowItem: LayoutItems,
  PersonMenuItem: PersonPinItems,
  ScreenMenuItem: ScreenPinItem,
  TileBadge: PersonMarks,
  ScreenBadge: ScreenMark,
  Overlay: SpotlightNews,
  Settings: { tab: "picture", Section, BeforeCall: Section },
  shortcuts: [
    { key: "l", label: "change", group: "stage" },
    { key: "x", label: "pinShortcut", group: "stage" },
    { key: "f", label: "fullScreen", group: "stage" },
    { key: "i", label: "pip.open", group: "stage" },
    { key: "n", label: "nextPage", group: "stage" },
    { key: "b", label: "previousPage", group: "stage" },
    { key: "e", label: "menuShortcut", group: "stage" },
    { key: "+", label: "zoomIn", group: "stage" },
    { key: "-", label: "zoomOut", group: "stage" },
    { key: "0", label: "zoomWhole", group: "stage" },
    { key: "y", label: "selfShortcut", group: "stage" },
    { key: "w", label: "withoutVideoShortcut", group: "stage" },
    { key: "", label: "mirrorShortcut", group: "stage" },
    { key: "", label: "moveSelf", group: "stage" },
    { key: "shift+x", label: "spotlightShortcut", group: "hosts" },
  ],
} satisfies MeetingFeature;
