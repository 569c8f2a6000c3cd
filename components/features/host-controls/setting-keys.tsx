"use client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { usePanel } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useToast } from "@/components/ui/toast";
import type { SettingsChange } from "@/lib/contract/settings";
import { allowances, doors } from "./switches";
import { type Asked, AskedContext } from "./use-asked";
import { usePeopleLimit } from "./use-people-limit";
import { useSettingsChange } from "./use-settings-change";

/**
 * The keys that hosts may give to the meeting's settings, whether the panel is open or not. It opens for those
 * that want something typed or confirmed.
 */
export function SettingKeys({ children }: { children: ReactNode }) {
  const { role, isModerator } = useOwnRole();
  const { open, openId } = usePanel();
  const [asked, setAsked] = useState<Asked>();
  // The panel was closed before it had come.
  if (asked !== undefined && openId !== "host-controls") setAsked(undefined);
  const ask = (what: Asked) => {
    open("host-controls");
    setAsked(what);
  };
  return (
    <AskedContext value={{ asked, done: () => setAsked(undefined) }}>
      {children}
      {isModerator && (
        <>
          <Keys />
          <Key name="rename" onPress={() => ask("title")} />
          <Key name="keys.passcode" onPress={() => ask("passcode")} />
        </>
      )}
      {role === "host" && <Key name="hostLink.make" onPress={() => ask("hostLink")} />}
    </AskedContext>
  );
}

function Keys() {
  const t = useTranslations("features.host-controls");
  const toast = useToast();
  const settings = useSettingsChange();
  const { shown, change } = settings;
  const limit = usePeopleLimit(settings);
  // Said, for the panel that would show it may be closed.
  const set = async (key: string, changed: SettingsChange, text: string) => {
    if (await change(key, changed)) toast({ text });
  };
  return (
    <>
      {[...doors, "mute_on_entry" as const].map((key) => {
        const next = !shown[key];
        const text = t(next ? "isOn" : "isOff", { setting: t(`${key}.label`) });
        const changed = { [key]: next };
        return <Key key={key} name={`keys.${key}`} onPress={() => void set(key, changed, text)} />;
      })}
      {allowances.map((key) => {
        const next = !shown.allow[key];
        const text = t(next ? "allowOn" : "allowOff", { setting: t(`allow.${key}.label`) });
        const changed = { allow: { [key]: next } };
        return (
          <Key
            key={key}
            name={`keys.${key}`}
            onPress={() => void set(`allow.${key}`, changed, text)}
          />
        );
      })}
      <Key
        name="keys.limit"
        onPress={() =>
          void set(
            limit.key,
            limit.turned,
            t(limit.isOn ? "isOff" : "isOn", { setting: t("limit.label") }),
          )
        }
      />
    </>
  );
}

function Key({ name, onPress }: { name: string; onPress: () => void }) {
  useShortcut(`host-controls.${name}`, onPress);
  return null;
}
