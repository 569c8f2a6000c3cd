"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { resetPreferences } from "@/lib/client/preferences";
import { chooseContrast, chooseTheme, hasMoreContrast, readTheme } from "@/lib/client/theme";
import { tellLookChanged } from "./use-look";

/** Puts everything back, and takes that back if it was not meant. */
export function BackToDefaults() {
  const t = useTranslations("features.settings");
  const [undo, setUndo] = useState<() => void>();
  const reset = () => {
    const theme = readTheme();
    const hadContrast = hasMoreContrast();
    const restore = resetPreferences();
    chooseTheme("system");
    chooseContrast("system");
    tellLookChanged();
    setUndo(() => () => {
      restore();
      chooseTheme(theme);
      chooseContrast(hadContrast ? "more" : "system");
      tellLookChanged();
    });
  };
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-edge border-t px-6 py-3 max-sm:px-4">
      <p role="status" className="text-ink-soft text-sm">
        {undo ? t("areDefaults") : t("kept")}
      </p>
      {/* One button, so that the focus stays where it is. */}
      <Button
        variant="plain"
        onClick={() => {
          if (!undo) return reset();
          undo();
          setUndo(undefined);
        }}
      >
        {undo ? t("undo") : t("defaults")}
      </Button>
    </div>
  );
}
