"use client";
import { Shield } from "lucide-react";
import { useTranslations } from "use-intl";
import { PanelButton } from "@/components/call/panel-button";
import { usePanel } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { loadControls } from "./host-panel";

const icon = <Shield size={20} strokeWidth={1.75} aria-hidden="true" />;

/** Opens what only hosts can do; nobody else sees it. */
export function HostButton() {
  const t = useTranslations("features.host-controls");
  const { isModerator } = useOwnRole();
  if (!isModerator) return null;
  return (
    <PanelButton
      panel="host-controls"
      label={t("title")}
      ownKey="o"
      icon={icon}
      load={loadControls}
      className="order-last"
    />
  );
}

/** The same in the menu of a narrow window. */
export function HostItem() {
  const t = useTranslations("features.host-controls");
  const { open } = usePanel();
  if (!useOwnRole().isModerator) return null;
  return (
    <MenuItem icon={icon} onSelect={() => afterMenu(() => open("host-controls"))}>
      {t("title")}
    </MenuItem>
  );
}
