import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { ChatButton } from "./chat-button";
import { ChatOverlay } from "./chat-overlay";
import { ChatPanel } from "./chat-panel";
import { ChatProvider } from "./chat-provider";
import { mayBeWrittenTo, PrivateItem } from "./private-item";

const ChatSettings = lazy(async () => {
  const { ChatSettings: Section } = await import("./chat-settings");
  return { default: Section };
});

export const chat = {
  id: "chat",
  Provider: ChatProvider,
  SideControl: ChatButton,
  Panel: ChatPanel,
  Overlay: ChatOverlay,
  PersonMenuItem: PrivateItem,
  hasPersonMenu: ({ viewerRole, settings, participant }) =>
    mayBeWrittenTo(participant, settings.allow.chat || viewerRole !== "participant"),
  Settings: { tab: "chat", Section: ChatSettings, BeforeCall: ChatSettings },
  shortcuts: [
    { key: "c", label: "toggle", group: "people" },
    { key: "", label: "composer.attach", group: "people" },
  ],
} satisfies MeetingFeature;
