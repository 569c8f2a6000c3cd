import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { StatisticsItem } from "./statistics-item";

export const statistics = {
  id: "statistics",
  MenuItem: StatisticsItem,
  Panel: lazy(() => import("./statistics-panel")),
} satisfies MeetingFeature;
