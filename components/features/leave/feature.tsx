import type { MeetingFeature } from "@/components/call/feature";
import { LeaveButton } from "./leave-button";

export const leave = {
  id: "leave",
  LastControl: LeaveButton,
  shortcuts: [{ key: "shift+q", label: "shortcut", group: "call" }],
} satisfies MeetingFeature;
