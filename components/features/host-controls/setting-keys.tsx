"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useToast } from "@/components/ui/toast";
import type { SettingsChange } from "@/lib/contract/settings";
import { allowances, doors } from "./switches";
import { useSettingsChange } from "./use-settings-change";

/** The keys that hosts may give to the meeting's settings, whether the panel is open or not. */
export function SettingKeys({ children }: { children: ReactNode }) {
  const { isModerator } = useOwnRole();
  return (
    <>
      {children}
      {isModerator && <Keys />}
    </>
  );
}

function Keys() {
  const t = useTranslations("features.host-controls");
  const toast = useToast();
  const { shown, change } = useSettingsChange();
  // Said, for the panel that would show it may be closed.
  const set = async (key: string, changed: SettingsChange, text: string) => {
    if (await change(key, changed)) toast({ text });
  };
  return (
    <>
      {[...doors, "mute_on_entry" as const].map((key) => {
        const next = !shown[key];
        const text = t(next ? "isOn" : "isOff", { setting: t(`${key}.label`) });
        return <Key key={key} name={key} onPress={() => void set(key, { [key]: next }, text)} />;
      })}
      {allowances.map((key) => {
        const next = !shown.allow[key];
        const text = t(next ? "allowOn" : "allowOff", { setting: t(`allow.${key}.label`) });
        const changed = { allow: { [key]: next } };
        return <Key key={key} name={key} onPress={() => void set(`allow.${key}`, changed, text)} />;
      })}
    </>
  );
}

function Key({ name, onPress }: { name: string; onPress: () => void }) {
  useShortcut(`host-controls.keys.${name}`, onPress);
  return null;
}
