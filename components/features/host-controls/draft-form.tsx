"use client";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";
import { takeBackOnEscape } from "./take-back";

/**
 * Something that is changed where it stands. `container` holds what is shown meanwhile: when the draft is
 * closed, the focus goes to its first button, or it would be gone with the field.
 */
export function useDraft() {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const container = useRef<HTMLDivElement>(null);
  const isOpen = draft !== undefined;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) container.current?.querySelector("button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const close = () => {
    setDraft(undefined);
    setError(undefined);
  };
  return { draft, error, container, write: setDraft, fail: setError, close };
}

interface DraftFormProps extends Pick<TextFieldProps, "label" | "isLabelHidden" | "placeholder"> {
  draft: ReturnType<typeof useDraft>;
  isPending: boolean;
  /** What was typed stays until this says that it is kept. */
  save(draft: string): Promise<boolean>;
}

/** The field of a draft, with what keeps it and what takes it back. */
export function DraftForm({ draft, isPending, save, ...field }: DraftFormProps) {
  const t = useTranslations("features.host-controls");
  if (draft.draft === undefined) return null;
  const written = draft.draft;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    draft.fail(undefined);
    if (await save(written)) draft.close();
  };
  return (
    <form
      noValidate
      className="grid gap-2"
      onSubmit={(event) => void submit(event)}
      onKeyDown={takeBackOnEscape(draft.close)}
    >
      <TextField
        {...field}
        value={written}
        error={draft.error}
        autoFocus
        autoComplete="off"
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={draft.close}>{t("cancel")}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
