"use client";
import { Settings } from "lucide-react";
import { useTranslations } from "use-intl";
import { useOpenSettings } from "@/components/call/use-open-settings";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { afterMenu, MenuItem } from "@/components/ui/menu";

export function SettingsItem() {
  const t = useTranslations("features.settings");
  const open = useOpenSettings();
  const shortcut = useShortcutKey(",");
  return (
    <MenuItem
      icon={<Settings size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={shortcut}
      onSelect={() => afterMenu(() => open?.())}
    >
      {t("open")}
    </MenuItem>
  );
}
