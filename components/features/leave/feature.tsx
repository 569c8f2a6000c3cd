import type { MeetingFeature } from "@/components/call/feature";
import { LeaveButton } from "./leave-button";

export const leave = { id: "leave", Control: LeaveButton } satisfies MeetingFeature;
