import type { MeetingFeature } from "@/components/call/feature";
import { MediaSessionKeeper } from "./media-session-keeper";

export const mediaSession = {
  id: "media-session",
  Overlay: MediaSessionKeeper,
} satisfies MeetingFeature;
