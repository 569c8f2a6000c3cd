"use client";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { MenuCheckboxItem } from "@/components/ui/menu";

/** Audio only, near at hand for who has a weak connection just now. */
export function AudioOnlyItem() {
  const t = useTranslations("features.quality");
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  const key = useShortcutKey("a");
  return (
    <MenuCheckboxItem checked={isAudioOnly} onCheckedChange={setAudioOnly} shortcut={key}>
      {t("audioOnly")}
    </MenuCheckboxItem>
  );
}
