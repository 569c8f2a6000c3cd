"use client";
import { LayoutGrid } from "lucide-react";
import { useTranslations } from "use-intl";
import { useOpenSettings } from "@/components/call/use-open-settings";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { PipItem } from "./pip-item";

/** In the menu of a narrow window: the same choices are in the settings, where there is room for them. */
export function LayoutItems() {
  const t = useTranslations("features.layout");
  const openSettings = useOpenSettings();
  return (
    <>
      {openSettings && (
        <MenuItem
          icon={<LayoutGrid size={20} strokeWidth={1.75} aria-hidden="true" />}
          onSelect={() => afterMenu(() => openSettings("picture"))}
        >
          {t("viewItem")}
        </MenuItem>
      )}
      <PipItem />
    </>
  );
}
