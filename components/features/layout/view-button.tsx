"use client";
import { LayoutGrid } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSurface } from "@/components/call/use-surface";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { IconButton } from "@/components/ui/button";
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { choices, type Switch } from "@/lib/client/preferences";
import { PipItem } from "./pip-item";

/** How the stage is arranged, and what of oneself is on it. */
export function ViewButton() {
  const t = useTranslations("features.layout");
  const surface = useSurface();
  const shortcut = useShortcutKey("l");
  return (
    <Menu modal={false}>
      <MenuTrigger>
        <IconButton label={t("view")} shortcut={shortcut} size="large">
          <LayoutGrid size={20} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </MenuTrigger>
      <MenuContent container={surface} side="top" align="end">
        <ViewChoices />
        <MenuSeparator />
        <SwitchItem name="showSelf" />
        <SwitchItem name="mirrorSelf" />
        <SwitchItem name="showWithoutVideo" />
        <MenuSeparator />
        <PipItem />
      </MenuContent>
    </Menu>
  );
}

function ViewChoices() {
  const t = useTranslations("features.layout");
  const [view, choose] = useChoice("view");
  return (
    <>
      <MenuLabel>{t("view")}</MenuLabel>
      <MenuRadioGroup value={view}>
        {choices.view.map((value) => (
          <MenuRadioItem key={value} value={value} onSelect={() => choose(value)}>
            {t(`views.${value}`)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  );
}

const shortcutOf = {
  showSelf: "y",
  mirrorSelf: "layout.mirrorShortcut",
  showWithoutVideo: "w",
} as const satisfies Partial<Record<Switch, string>>;

function SwitchItem({ name }: { name: keyof typeof shortcutOf }) {
  const t = useTranslations("features.layout");
  const [isOn, set] = useSwitch(name);
  const shortcut = useShortcutKey(shortcutOf[name]);
  return (
    <MenuCheckboxItem checked={isOn} onCheckedChange={set} shortcut={shortcut}>
      {t(name)}
    </MenuCheckboxItem>
  );
}
