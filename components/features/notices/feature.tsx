import type { MeetingFeature } from "@/components/call/feature";
import { Notices } from "./notices";

export const notices = { id: "notices", Overlay: Notices } satisfies MeetingFeature;
