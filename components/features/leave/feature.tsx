import type { MeetingFeature } from "@/components/call/feature";
import { LeaveButton } from "./leave-button";
import { LeaveProvider } from "./leave-provider";

export const leave = {
  id: "leave",
  Provider: LeaveProvider,
  LastControl: LeaveButton,
  shortcuts: [
    { key: "shift+q", label: "shortcut", group: "call" },
    { key: "shift+e", label: "end", group: "hosts" },
  ],
} satisfies MeetingFeature;
