"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Switch } from "@/components/ui/switch";
import { choices } from "@/lib/client/preferences";

/** The view, and one's own picture. */
export default function LayoutSection() {
  const t = useTranslations("features.layout");
  const [view, choose] = useChoice("view");
  const [isSelfShown, showSelf] = useSwitch("showSelf");
  const [isMirrored, mirror] = useSwitch("mirrorSelf");
  const [isEveryoneShown, showEveryone] = useSwitch("showWithoutVideo");
  return (
    <>
      <SettingsSection title={t("view")}>
        <ChoiceGroup
          label={t("view")}
          hint={t("viewHint")}
          options={choices.view.map((value) => ({ value, label: t(`views.${value}`) }))}
          chosen={view}
          onChoose={choose}
        />
        <Switch
          label={t("showWithoutVideo")}
          checked={isEveryoneShown}
          onChange={({ target }) => showEveryone(target.checked)}
        />
      </SettingsSection>
      <SettingsSection title={t("self")}>
        <Switch
          label={t("showSelf")}
          hint={t("showSelfHint")}
          checked={isSelfShown}
          onChange={({ target }) => showSelf(target.checked)}
        />
        <Switch
          label={t("mirrorSelf")}
          hint={t("mirrorSelfHint")}
          checked={isMirrored}
          onChange={({ target }) => mirror(target.checked)}
        />
      </SettingsSection>
    </>
  );
}
