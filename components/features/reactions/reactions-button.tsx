"use client";
import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { useReactions } from "./reactions-provider";

const icon = <SmilePlus size={20} strokeWidth={1.75} aria-hidden="true" />;

/** Opens the row of reactions over the bar. */
export function ReactionsButton() {
  const t = useTranslations("features.reactions");
  const { isOpen, setOpen, unavailable } = useReactions();
  const toggle = () => setOpen(!isOpen);
  const key = useShortcut("r", toggle);
  return (
    <IconButton
      label={t("react")}
      shortcut={key}
      size="large"
      variant="quiet"
      aria-expanded={isOpen}
      unavailable={unavailable}
      data-opens-reactions={true}
      onClick={toggle}
    >
      {icon}
    </IconButton>
  );
}

/** The same in the menu of a narrow window. */
export function ReactionsItem() {
  const t = useTranslations("features.reactions");
  const { setOpen } = useReactions();
  return (
    <MenuItem icon={icon} onSelect={() => afterMenu(() => setOpen(true))}>
      {t("react")}
    </MenuItem>
  );
}
