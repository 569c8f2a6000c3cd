import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { ShortcutsItem } from "./shortcuts-item";
import { ShortcutsProvider } from "./shortcuts-provider";

const KeySettings = lazy(() => import("./key-settings"));

export const shortcuts = {
  id: "shortcuts",
  Provider: ShortcutsProvider,
  MenuItem: ShortcutsItem,
  Settings: { tab: "keyboard", Section: KeySettings, BeforeCall: KeySettings },
  shortcuts: [{ key: "?", label: "open", group: "call" }],
} satisfies MeetingFeature;
