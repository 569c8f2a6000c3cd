"use client";
import { Pencil } from "lucide-react";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useHostAct } from "@/components/call/use-host-act";
import { useMeetingTitle } from "@/components/call/use-meeting-state";
import { Button, IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { updateMeeting } from "@/lib/client/api";
import { takeBackOnEscape } from "./take-back";

/** The meeting's title, changed where it stands. */
export function TitleField() {
  const t = useTranslations("features.host-controls");
  const title = useMeetingTitle();
  const { run, isPending } = useHostAct();
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const pencil = useRef<HTMLButtonElement>(null);

  const close = () => {
    setDraft(undefined);
    setError(undefined);
  };
  const isEditing = draft !== undefined;
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field is gone with the focus in it: it goes back to what opened it.
    if (wasEditing.current && !isEditing) pencil.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (draft === undefined) return;
    const wanted = draft.trim();
    setError(undefined);
    const isDone = await run(
      "title",
      ({ meetingId, as }) => updateMeeting(meetingId, { title: wanted === "" ? null : wanted }, as),
      { failed: setError },
    );
    if (isDone) close();
  };

  if (draft === undefined) {
    return (
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 break-words font-medium text-base">
          {title ?? <span className="text-ink-soft">{t("untitled")}</span>}
        </p>
        <IconButton
          ref={pencil}
          label={t("rename")}
          tooltipSide="bottom"
          onClick={() => setDraft(title ?? "")}
        >
          <Pencil size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="grid gap-2"
      onSubmit={(event) => void save(event)}
      onKeyDown={takeBackOnEscape(close)}
    >
      <TextField
        label={t("titleField")}
        value={draft}
        error={error}
        autoFocus
        autoComplete="off"
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{t("cancel")}</Button>
        <Button type="submit" variant="primary" isPending={isPending("title")}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
