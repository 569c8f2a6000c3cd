import type { MeetingFeature } from "@/components/call/feature";
import { WakeLock } from "./wake-lock";

export const wakeLock = { id: "wake-lock", Overlay: WakeLock } satisfies MeetingFeature;
