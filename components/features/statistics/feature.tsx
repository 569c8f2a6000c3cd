import type { MeetingFeature } from "@/components/call/feature";
import { StatisticsItem } from "./statistics-item";
import { StatisticsKey } from "./statistics-key";
import { StatisticsPanel } from "./statistics-panel";

export const statistics = {
  id: "statistics",
  Provider: StatisticsKey,
  MenuItem: StatisticsItem,
  Panel: StatisticsPanel,
  shortcuts: [{ key: "t", label: "title", group: "call" }],
} satisfies MeetingFeature;
