import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";

export const devices = {
  id: "devices",
  Settings: {
    tab: "devices",
    Section: lazy(() => import("./devices-in-call")),
    BeforeCall: lazy(() => import("./devices-before-call")),
  },
} satisfies MeetingFeature;
