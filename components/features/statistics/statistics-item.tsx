"use client";
import { Activity } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "@/components/call/use-panel";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { afterMenu, MenuItem } from "@/components/ui/menu";

export function StatisticsItem() {
  const t = useTranslations("features.statistics");
  const { open } = usePanel();
  const key = useShortcutKey("t");
  return (
    <MenuItem
      icon={<Activity size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={key}
      onSelect={() => afterMenu(() => open("statistics"))}
    >
      {t("title")}
    </MenuItem>
  );
}
