"use client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Switch } from "@/components/ui/switch";
import { choices } from "@/lib/client/preferences";
import { setMachineLimit, useMachineLimit } from "./machine-limit";
import { smallerOf } from "./send-size";

/** How much of pictures is sent and received. */
export default function QualitySettings() {
  const t = useTranslations("features.quality");
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  const [send, chooseSend] = useChoice("sendQuality");
  const limit = useMachineLimit();
  const isLimited = smallerOf(send, limit) !== send;
  const sendChoice = useRef<HTMLDivElement>(null);
  const tryAgain = () => {
    // The button goes with what it says.
    sendChoice.current?.querySelector<HTMLElement>("input:checked")?.focus();
    setMachineLimit("auto");
  };
  const [receive, chooseReceive] = useChoice("receiveQuality");
  const named = <Value extends string>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: value === "auto" ? t("auto") : t("lines", { value }) }));
  return (
    <SettingsSection title={t("title")}>
      <div className="grid gap-4">
        <div ref={sendChoice}>
          <ChoiceGroup
            label={t("send")}
            hint={t("sendHint")}
            options={named(choices.sendQuality)}
            chosen={send}
            onChoose={chooseSend}
          />
          <div role="status">
            {isLimited && (
              <p className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1 text-sm">
                {t("limited", { lines: limit })}
                <Button onClick={tryAgain}>{t("tryAgain")}</Button>
              </p>
            )}
          </div>
        </div>
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
