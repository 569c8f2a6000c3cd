"use client";
import { Copy, Eye, EyeOff } from "lucide-react";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { usePasscode } from "@/components/call/use-passcode";
import { Button, IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { copyText } from "@/lib/client/copy-text";
import { Passcode } from "@/lib/contract/settings";
import { takeBackOnEscape } from "./take-back";
import type { useSettingsChange } from "./use-settings-change";

interface PasscodeFieldProps {
  settings: ReturnType<typeof useSettingsChange>;
}

/** Whether newcomers need a passcode, and which; hosts may read it, since it goes into invitations. */
export function PasscodeField({ settings }: PasscodeFieldProps) {
  const t = useTranslations("features.host-controls");
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const group = useRef<HTMLDivElement>(null);
  const isEditing = draft !== undefined;
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field is gone with the focus in it: it goes to the button that stands there now.
    if (wasEditing.current && !isEditing) group.current?.querySelector("button")?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const hasPasscode = settings.shown.has_passcode;
  const isPending = settings.isPending("passcode");

  const close = () => {
    setDraft(undefined);
    setError(undefined);
  };
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passcode = Passcode.safeParse(draft);
    if (!passcode.success) {
      setError(passcode.error.issues[0]?.message ?? t("passcode.hint"));
      return;
    }
    // What was typed stays until the server has it.
    if (await settings.change("passcode", { passcode: passcode.data })) close();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like the rows around it.
    <div ref={group} role="group" aria-labelledby="passcode-label" className="grid gap-2 py-1">
      <div className="flex items-center gap-4">
        <p className="min-w-0 flex-1">
          <span id="passcode-label" className="block font-medium text-base mouse:text-sm">
            {t("passcode.label")}
          </span>
          <span className="block text-ink-soft text-sm">{t("passcode.hint")}</span>
        </p>
        {!hasPasscode && draft === undefined && (
          <Button onClick={() => setDraft("")}>{t("passcode.set")}</Button>
        )}
      </div>
      {hasPasscode && draft === undefined && (
        <>
          <KeptPasscode />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setDraft("")}>{t("passcode.change")}</Button>
            <Button
              isPending={isPending}
              onClick={() => void settings.change("passcode", { passcode: null })}
            >
              {t("passcode.takeAway")}
            </Button>
          </div>
        </>
      )}
      {draft !== undefined && (
        <form
          noValidate
          className="grid gap-2"
          onSubmit={(event) => void save(event)}
          onKeyDown={takeBackOnEscape(close)}
        >
          <TextField
            label={t("passcode.field")}
            isLabelHidden={true}
            placeholder={t("passcode.placeholder")}
            value={draft}
            error={error}
            autoFocus
            autoComplete="off"
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t("save")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** The passcode as it is, hidden from whoever looks over the shoulder. */
function KeptPasscode() {
  const t = useTranslations("features.host-controls");
  const toast = useToast();
  const passcode = usePasscode();
  const [isShown, setIsShown] = useState(false);
  if (passcode === undefined) return null;
  const Icon = isShown ? EyeOff : Eye;
  const copy = async () => {
    const isCopied = await copyText(passcode);
    if (!isCopied) setIsShown(true);
    toast({ text: t(isCopied ? "passcode.copied" : "notCopied") });
  };
  return (
    <div className="flex items-center rounded-control border border-edge-strong bg-surface pl-3">
      <input
        readOnly
        type={isShown ? "text" : "password"}
        aria-label={t("passcode.label")}
        value={passcode}
        autoComplete="off"
        className="h-11 min-w-0 flex-1 bg-transparent text-sm outline-none mouse:h-9"
      />
      <IconButton
        label={t(isShown ? "passcode.hide" : "passcode.show")}
        onClick={() => setIsShown(!isShown)}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton label={t("passcode.copy")} onClick={() => void copy()}>
        <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
