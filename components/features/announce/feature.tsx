import type { MeetingFeature } from "@/components/call/feature";
import { Announcer } from "./announcer";

export const announce = { id: "announce", Overlay: Announcer } satisfies MeetingFeature;
