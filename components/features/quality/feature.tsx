import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { AudioOnly } from "./audio-only";
import { AudioOnlyItem } from "./audio-only-item";
import { Quality } from "./quality";

const QualitySettings = lazy(() => import("./quality-settings"));

export const quality = {
  id: "quality",
  Provider: Quality,
  Overlay: AudioOnly,
  MenuItem: AudioOnlyItem,
  shortcuts: [{ key: "a", label: "turnAudioOnly", group: "devices" }],
  Settings: { tab: "picture", Section: QualitySettings, BeforeCall: QualitySettings },
} satisfies MeetingFeature;
