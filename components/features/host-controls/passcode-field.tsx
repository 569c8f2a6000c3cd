"use client";
import { Copy, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePasscode } from "@/components/call/use-passcode";
import { Button, IconButton } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { copyText } from "@/lib/client/copy-text";
import { Passcode } from "@/lib/contract/settings";
import { DraftForm, useDraft } from "./draft-form";
import { useAsked } from "./use-asked";
import type { useSettingsChange } from "./use-settings-change";

interface PasscodeFieldProps {
  settings: ReturnType<typeof useSettingsChange>;
}

/** Whether newcomers need a passcode, and which; hosts may read it, since it goes into invitations. */
export function PasscodeField({ settings }: PasscodeFieldProps) {
  const t = useTranslations("features.host-controls");
  const draft = useDraft();
  useAsked("passcode", () => draft.write(""));
  const isEditing = draft.draft !== undefined;
  const hasPasscode = settings.shown.has_passcode;
  const isPending = settings.isPending("passcode");

  const save = async (written: string) => {
    const passcode = Passcode.safeParse(written);
    if (passcode.success) return await settings.change("passcode", { passcode: passcode.data });
    draft.fail(passcode.error.issues[0]?.message ?? t("passcode.hint"));
    return false;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like the rows around it.
    <div
      ref={draft.container}
      role="group"
      aria-labelledby="passcode-label"
      className="grid gap-2 py-1"
    >
      <div className="flex items-center gap-4">
        <p className="min-w-0 flex-1">
          <span id="passcode-label" className="block font-medium text-base mouse:text-sm">
            {t("passcode.label")}
          </span>
          <span className="block text-ink-soft text-sm">{t("passcode.hint")}</span>
        </p>
        {!hasPasscode && !isEditing && (
          <Button onClick={() => draft.write("")}>{t("passcode.set")}</Button>
        )}
      </div>
      {hasPasscode && !isEditing && (
        <>
          <KeptPasscode />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => draft.write("")}>{t("passcode.change")}</Button>
            <Button
              isPending={isPending}
              onClick={() => void settings.change("passcode", { passcode: null })}
            >
              {t("passcode.takeAway")}
            </Button>
          </div>
        </>
      )}
      <DraftForm
        draft={draft}
        label={t("passcode.field")}
        isLabelHidden={true}
        placeholder={t("passcode.placeholder")}
        isPending={isPending}
        save={save}
      />
    </div>
  );
}

/** The passcode as it is, hidden from whoever looks over the shoulder. */
function KeptPasscode() {
  const t = useTranslations("features.host-controls");
  const toast = useToast();
  const { passcode } = usePasscode();
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
        className="h-11 min-w-0 flex-1 rounded-control bg-transparent text-sm mouse:h-9"
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
