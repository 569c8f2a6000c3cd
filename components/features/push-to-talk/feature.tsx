import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { PushToTalk } from "./push-to-talk";

const TalkSettings = lazy(() => import("./talk-settings"));

export const pushToTalk = {
  id: "push-to-talk",
  Overlay: PushToTalk,
  Settings: { tab: "keyboard", Section: TalkSettings, BeforeCall: TalkSettings },
  shortcuts: [{ key: "space", label: "hold", group: "devices", isHeld: true }],
} satisfies MeetingFeature;
