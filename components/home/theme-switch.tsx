"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Tooltip } from "@/components/ui/tooltip";
import { chooseTheme, readTheme, type Theme, themes, watchTheme } from "@/lib/client/theme";
import { MoonIcon, ScreenIcon, SunIcon } from "./icons";

const icons = { system: ScreenIcon, light: SunIcon, dark: MoonIcon };

/** System, light or dark. Without script it would do nothing, and so is not shown then. */
export function ThemeSwitch() {
  const t = useTranslations("home.theme");
  const [chosen, setChosen] = useState<Theme>("system");

  useEffect(() => {
    setChosen(readTheme());
    return watchTheme(setChosen);
  }, []);

  return (
    <fieldset className="flex rounded-full bg-ink/6 p-1 noscript:hidden">
      <legend className="sr-only">{t("label")}</legend>
      {themes.map((theme) => {
        const Icon = icons[theme];
        return (
          <Tooltip key={theme} text={t(theme)} side="bottom">
            <label className="relative grid size-11 place-items-center rounded-full text-ink-soft transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_1px_2px_oklch(0.16_0.01_270/0.16)] mouse:size-8 forced-colors:has-checked:outline-2">
              <input
                type="radio"
                name="theme"
                value={theme}
                aria-label={t(theme)}
                checked={chosen === theme}
                onChange={() => {
                  setChosen(theme);
                  chooseTheme(theme);
                }}
                className="absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-full"
              />
              <Icon />
            </label>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
