import type { MeetingFeature } from "@/components/call/feature";
import { TabTitle } from "./tab-title";

export const tabTitle = { id: "tab-title", Overlay: TabTitle } satisfies MeetingFeature;
