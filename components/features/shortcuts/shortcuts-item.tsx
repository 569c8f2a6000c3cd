"use client";
import { Keyboard } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { useOpenShortcuts } from "./shortcuts-provider";

/** Fingers have no use for it. */
export function ShortcutsItem() {
  const t = useTranslations("features.shortcuts");
  const open = useOpenShortcuts();
  const shortcut = useShortcutKey("?");
  return (
    <MenuItem
      icon={<Keyboard size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={shortcut}
      className="pointer-coarse:hidden"
      onSelect={() => afterMenu(open)}
    >
      {t("open")}
    </MenuItem>
  );
}
