"use client";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { MenuCheckboxItem } from "@/components/ui/menu";
import { useAudioOnly } from "./use-audio-only";

/** Audio only, near at hand for who has a weak connection just now. */
export function AudioOnlyItem() {
  const t = useTranslations("features.quality");
  const { isAudioOnly, turn } = useAudioOnly();
  const key = useShortcutKey("a");
  return (
    <MenuCheckboxItem checked={isAudioOnly} onCheckedChange={turn} shortcut={key}>
      {t("audioOnly")}
    </MenuCheckboxItem>
  );
}
