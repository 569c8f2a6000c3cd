"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "@/components/ui/text-field";
import { Settings } from "@/lib/contract/settings";
import { SettingSwitch } from "./setting-switch";
import { takeBackOnEscape } from "./take-back";
import { usePeopleLimit } from "./use-people-limit";
import type { useSettingsChange } from "./use-settings-change";

const Limit = Settings.shape.max_participants.unwrap();

/** How many may be inside at once, or that it does not matter. */
export function PeopleLimit({ settings }: { settings: ReturnType<typeof useSettingsChange> }) {
  const t = useTranslations("features.host-controls");
  const { key, isOn, turned } = usePeopleLimit(settings);
  const limit = settings.shown.max_participants;
  return (
    <>
      <SettingSwitch
        label={t("limit.label")}
        hint={t("limit.hint")}
        isOn={isOn}
        isPending={settings.isPending(key)}
        onChange={() => void settings.change(key, turned)}
      />
      {limit !== null && (
        <LimitField
          limit={limit}
          onChange={(max_participants) => void settings.change(key, { max_participants })}
        />
      )}
    </>
  );
}

function LimitField({ limit, onChange }: { limit: number; onChange: (limit: number) => void }) {
  const t = useTranslations("features.host-controls");
  const [draft, setDraft] = useState(String(limit));
  const [error, setError] = useState<string>();
  const [known, setKnown] = useState(limit);
  const takeBack = () => {
    setDraft(String(limit));
    setError(undefined);
  };
  // What another host sets meanwhile begins a new draft.
  if (known !== limit) {
    setKnown(limit);
    takeBack();
  }
  const save = () => {
    const wanted = Limit.safeParse(draft.trim() === "" ? undefined : Number(draft));
    if (!wanted.success) {
      setError(t("limit.wrong"));
      return;
    }
    setError(undefined);
    if (wanted.data !== limit) onChange(wanted.data);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={takeBackOnEscape(takeBack)}
    >
      <TextField
        label={t("limit.field")}
        isLabelHidden={true}
        inputMode="numeric"
        value={draft}
        error={error}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
      />
    </form>
  );
}
