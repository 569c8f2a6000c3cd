"use client";
import { RotateCcw, X } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { chordOf, refusalOf } from "@/components/call/shortcuts/chord";
import { type KnownShortcut, takenBy, withKey } from "@/components/call/shortcuts/keymap";
import { readableKey, useKeymap } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { IconButton } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Switch } from "@/components/ui/switch";
import { readPreferences, rememberPreferences } from "@/lib/client/preferences";
import { inGroups } from "./in-groups";
import { KeyCap } from "./key-cap";
import { useLabels } from "./use-labels";

/** Gives a shortcut another key, or none. */
function setKey(shortcut: KnownShortcut, key: string) {
  rememberPreferences({ keys: withKey(readPreferences().keys, shortcut, key) });
}

/** Which keys do what; all of it, or one by one, can be turned off. */
export default function KeySettings() {
  const t = useTranslations("features.shortcuts");
  const [areOn, setAreOn] = useSwitch("shortcuts");
  const keymap = useKeymap();
  return (
    <SettingsSection title={t("open")}>
      <Switch
        label={t("use")}
        hint={t("useHint")}
        checked={areOn}
        onChange={({ target }) => setAreOn(target.checked)}
      />
      {areOn && (
        <div className="grid gap-6 pt-4">
          {inGroups(keymap).map(({ group, shortcuts }) => (
            <KeyGroup key={group} title={t(`groups.${group}`)}>
              {shortcuts.map((shortcut) => (
                <KeyRow key={shortcut.id} shortcut={shortcut} keymap={keymap} />
              ))}
            </KeyGroup>
          ))}
        </div>
      )}
    </SettingsSection>
  );
}

function KeyGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <h4 id={id} className="pb-1 font-medium text-ink-soft text-xs">
        {title}
      </h4>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}

function KeyRow({
  shortcut,
  keymap,
}: {
  shortcut: KnownShortcut;
  keymap: readonly KnownShortcut[];
}) {
  const t = useTranslations("features.shortcuts");
  const labelOf = useLabels();
  const [isListening, setIsListening] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const { key, ownKey, isHeld } = shortcut;
  const label = labelOf(shortcut);
  const isOwn = key === ownKey;
  const isRare = ownKey === "";
  const ownIsTaken = takenBy(ownKey, shortcut.id, keymap);

  const take = (chord: string) => {
    const why = refusalOf(chord, isHeld);
    const other = takenBy(chord, shortcut.id, keymap);
    if (why) setRefusal(t(`refused.${why}`, { key: readableKey(chord) }));
    else if (other) setRefusal(t("refused.taken", { key: readableKey(chord), by: labelOf(other) }));
    else {
      setKey(shortcut, chord);
      setRefusal(undefined);
      setIsListening(false);
    }
  };
  const resetOrTurnOff = () => {
    setIsListening(false);
    setRefusal(undefined);
    if (isRare) {
      setKey(shortcut, "");
      // What was pressed is gone with the key.
      button.current?.focus();
    } else if (isOwn) setKey(shortcut, "");
    else if (ownIsTaken) {
      setRefusal(t("refused.taken", { key: readableKey(ownKey), by: labelOf(ownIsTaken) }));
    } else setKey(shortcut, ownKey);
  };
  return (
    <li className="grid border-edge border-b py-1 last:border-b-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-base mouse:text-sm">{label}</span>
        <button
          ref={button}
          type="button"
          aria-label={
            isListening
              ? t("pressFor", { label })
              : key === ""
                ? t("giveKey", { label })
                : t("changeKey", { label, key: readableKey(key) })
          }
          className={`${buttonClass("plain")} min-w-24 ${isListening ? "bg-ink/14!" : ""}`}
          onClick={() => {
            setIsListening(true);
            setRefusal(undefined);
          }}
          onBlur={() => setIsListening(false)}
          onKeyDown={(event) => {
            if (!isListening || event.key === "Tab") return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Escape") {
              setIsListening(false);
              setRefusal(undefined);
              return;
            }
            const chord = chordOf(event);
            if (chord !== undefined && !event.repeat) take(chord);
          }}
          // Space and Enter press a button when they are let go.
          onKeyUp={(event) => isListening && event.preventDefault()}
        >
          {isListening ? (
            t("press")
          ) : key === "" ? (
            <span className="text-ink-soft">{t(isRare ? "noKey" : "off")}</span>
          ) : (
            <KeyCap chord={key} />
          )}
        </button>
        <IconButton
          label={
            isOwn || isRare
              ? t("turnOff", { label })
              : t("backToOwn", { label, key: readableKey(ownKey) })
          }
          className={isRare && isOwn ? "invisible" : ""}
          onClick={resetOrTurnOff}
        >
          {isOwn || isRare ? (
            <X size={18} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <RotateCcw size={18} strokeWidth={1.75} aria-hidden="true" />
          )}
        </IconButton>
      </div>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {refusal}
      </p>
    </li>
  );
}
