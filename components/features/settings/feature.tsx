import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { SettingsButton } from "./settings-button";
import { SettingsItem } from "./settings-item";
import { SettingsProvider } from "./settings-provider";

const Accessibility = lazy(() => import("./accessibility"));

export const settings = {
  id: "settings",
  Provider: SettingsProvider,
  MenuItem: SettingsItem,
  BeforeCall: SettingsButton,
  Settings: { tab: "accessibility", Section: Accessibility, BeforeCall: Accessibility },
  shortcuts: [{ key: ",", label: "open", group: "call" }],
} satisfies MeetingFeature;
