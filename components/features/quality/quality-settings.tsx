"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Switch } from "@/components/ui/switch";
import { choices } from "@/lib/client/preferences";

/** How much of pictures is sent and received. */
export default function QualitySettings() {
  const t = useTranslations("features.quality");
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  const [send, chooseSend] = useChoice("sendQuality");
  const [receive, chooseReceive] = useChoice("receiveQuality");
  const named = <Value extends string>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: value === "auto" ? t("auto") : t("lines", { value }) }));
  return (
    <SettingsSection title={t("title")}>
      <div className="grid gap-4">
        <ChoiceGroup
          label={t("send")}
          hint={t("sendHint")}
          options={named(choices.sendQuality)}
          chosen={send}
          onChoose={chooseSend}
        />
        <ChoiceGroup
          label={t("receive")}
          hint={t("receiveHint")}
          options={named(choices.receiveQuality)}
          chosen={receive}
          onChoose={chooseReceive}
        />
        <Switch
          label={t("audioOnly")}
          hint={t("audioOnlyHint")}
          checked={isAudioOnly}
          onChange={({ target }) => setAudioOnly(target.checked)}
        />
      </div>
    </SettingsSection>
  );
}
