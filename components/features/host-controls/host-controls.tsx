"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EndForAllDialog } from "@/components/call/end-for-all-dialog";
import { MuteAllButton } from "@/components/call/mute-all-button";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { Button } from "@/components/ui/button";
import { HostLink } from "./host-link";
import { Invitation } from "./invitation";
import { PanelSection } from "./panel-section";
import { PasscodeField } from "./passcode-field";
import { PeopleLimit } from "./people-limit";
import { SettingSwitch } from "./setting-switch";
import { allowances, doors } from "./switches";
import { TitleField } from "./title-field";
import { useSettingsChange } from "./use-settings-change";

/** Everything a host decides about the meeting. */
export function HostControls() {
  const t = useTranslations("features.host-controls");
  const { role } = useOwnRole();
  const settings = useSettingsChange();
  const endKey = useShortcutKey("shift+e");
  const [isEnding, setIsEnding] = useState(false);
  const { shown, isPending, change } = settings;
  return (
    <>
      <div className="grid gap-6 px-2 pt-1 pb-4">
        <TitleField />
        <div className="flex flex-wrap gap-2">
          <MuteAllButton className="grow" />
          <Button
            variant="plain"
            className="grow border-edge! text-danger!"
            shortcut={endKey}
            onClick={() => setIsEnding(true)}
          >
            {t("end")}
          </Button>
        </div>
        <PanelSection title={t("doors")}>
          {doors.map((key) => (
            <SettingSwitch
              key={key}
              label={t(`${key}.label`)}
              hint={t(`${key}.hint`)}
              isOn={shown[key]}
              isPending={isPending(key)}
              onChange={(isOn) => void change(key, { [key]: isOn })}
            />
          ))}
          <PasscodeField settings={settings} />
          <PeopleLimit settings={settings} />
        </PanelSection>
        <PanelSection title={t("allowed")}>
          {allowances.map((key) => (
            <SettingSwitch
              key={key}
              label={t(`allow.${key}.label`)}
              hint={t(`allow.${key}.hint`)}
              isOn={shown.allow[key]}
              isPending={isPending(`allow.${key}`)}
              onChange={(isOn) => void change(`allow.${key}`, { allow: { [key]: isOn } })}
            />
          ))}
          <SettingSwitch
            label={t("mute_on_entry.label")}
            hint={t("mute_on_entry.hint")}
            isOn={shown.mute_on_entry}
            isPending={isPending("mute_on_entry")}
            onChange={(isOn) => void change("mute_on_entry", { mute_on_entry: isOn })}
          />
        </PanelSection>
        <Invitation />
        {role === "host" && <HostLink />}
      </div>
      <EndForAllDialog isOpen={isEnding} onClose={() => setIsEnding(false)} />
    </>
  );
}
