import { lazy } from "react";
import type { MeetingFeature } from "@/components/call/feature";
import { StatisticsItem } from "./statistics-item";
import { StatisticsKey } from "./statistics-key";

export const statistics = {
  id: "statistics",
  Provider: StatisticsKey,
  MenuItem: StatisticsItem,
  Panel: lazy(() => import("./statistics-panel")),
  shortcuts: [{ key: "t", label: "title", group: "call" }],
} satisfies MeetingFeature;
