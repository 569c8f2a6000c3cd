"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useSwitch } from "@/components/call/use-switch";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Switch } from "@/components/ui/switch";
import { themes } from "@/lib/client/theme";
import { useLook } from "./use-look";

const news = [
  "announcePeople",
  "announceHands",
  "announceMessages",
  "announceReactions",
  "announceHostActs",
] as const;

/** How the page looks, and what screen readers are told. */
export default function Accessibility() {
  const t = useTranslations("features.settings");
  const { theme, isContrasty, setTheme, setContrasty } = useLook();
  return (
    <>
      <SettingsSection title={t("look.title")}>
        <ChoiceGroup
          label={t("look.theme")}
          hint={t("look.themeHint")}
          options={themes.map((value) => ({ value, label: t(`look.${value}`) }))}
          chosen={theme}
          onChoose={setTheme}
        />
        <Switch
          label={t("look.contrast")}
          hint={t("look.contrastHint")}
          checked={isContrasty}
          onChange={({ target }) => setContrasty(target.checked)}
        />
      </SettingsSection>
      <SettingsSection title={t("news.title")}>
        <p className="pb-1 text-ink-soft text-sm">{t("news.hint")}</p>
        {news.map((name) => (
          <NewsSwitch key={name} name={name} />
        ))}
      </SettingsSection>
    </>
  );
}

function NewsSwitch({ name }: { name: (typeof news)[number] }) {
  const t = useTranslations("features.settings");
  const [isOn, set] = useSwitch(name);
  return (
    <Switch
      label={t(`news.${name}`)}
      checked={isOn}
      onChange={({ target }) => set(target.checked)}
    />
  );
}
