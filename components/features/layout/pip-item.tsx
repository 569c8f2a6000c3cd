"use client";
import { PictureInPicture2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { MenuItem } from "@/components/ui/menu";
import { usePip } from "./pip-provider";

/** Opens or closes the small window; nothing where the browser has none. */
export function PipItem() {
  const t = useTranslations("features.layout.pip");
  const shortcut = useShortcutKey("i");
  const { isPossible, isOpen, toggle } = usePip();
  if (!isPossible) return null;
  return (
    <MenuItem
      icon={<PictureInPicture2 size={20} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={shortcut}
      onSelect={toggle}
    >
      {t(isOpen ? "close" : "open")}
    </MenuItem>
  );
}
