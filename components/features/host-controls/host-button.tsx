"use client";
import { Shield } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";

const icon = <Shield size={20} strokeWidth={1.75} aria-hidden="true" />;

/** Opens what only hosts can do; nobody else sees it. */
export function HostButton() {
  return useOwnRole().isModerator ? <Button /> : null;
}

function Button() {
  const t = useTranslations("features.host-controls");
  const { openId, toggle } = usePanel();
  const isOpen = openId === "host-controls";
  const shortcut = useShortcut("o", () => toggle("host-controls"));
  return (
    <IconButton
      label={t("title")}
      shortcut={shortcut}
      size="large"
      variant={isOpen ? "quiet" : "plain"}
      aria-pressed={isOpen}
      className="order-last"
      onClick={() => toggle("host-controls")}
    >
      {icon}
    </IconButton>
  );
}

/** The same in the menu of a narrow window. */
export function HostItem() {
  const t = useTranslations("features.host-controls");
  const { open } = usePanel();
  if (!useOwnRole().isModerator) return null;
  return (
    <MenuItem icon={icon} onSelect={() => open("host-controls")}>
      {t("title")}
    </MenuItem>
  );
}
