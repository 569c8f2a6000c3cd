"use client";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/text-field";
import type { MeetingInfo } from "@/lib/contract/meeting";
import type { ListedMeeting } from "./merge-meetings";
import { rowClass, selectAll } from "./row-class";
import { useWhy } from "./use-why";

/** In the place of a row: its title in a field. */
export function RenameRow({
  meeting,
  onClose,
}: {
  meeting: ListedMeeting;
  onClose: (renamed?: MeetingInfo) => void;
}) {
  const t = useTranslations("home.list");
  const failed = useTranslations("home.failed");
  const why = useWhy();
  const id = useId();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => selectAll(field.current), []);

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = field.current?.value.trim() || null;
    if (isPending) return;
    if (title === meeting.title) return onClose();
    setIsPending(true);
    setError(undefined);
    try {
      const { updateMeeting } = await import("@/lib/client/api");
      onClose(await updateMeeting(meeting.meetingId, { title }));
    } catch (failure) {
      setError(`${failed("rename")} ${why(failure)}`);
      setIsPending(false);
    }
  };

  return (
    <li className={rowClass}>
      <form onSubmit={(event) => void save(event)} className="flex w-full flex-wrap gap-2">
        <input
          ref={field}
          type="text"
          defaultValue={meeting.title ?? ""}
          aria-label={t("renameField")}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : id}
          placeholder={t("untitled")}
          maxLength={120}
          autoComplete="off"
          enterKeyHint="done"
          onKeyDown={(event) => {
            if (event.key === "Escape") onClose();
          }}
          className={`${fieldClass} flex-1 basis-52`}
        />
        <Button type="submit" variant="primary" isPending={isPending} className="h-11!">
          {t("save")}
        </Button>
        <Button variant="plain" onClick={() => onClose()} className="h-11!">
          {t("cancel")}
        </Button>
        {error !== undefined && (
          <p id={id} role="alert" className="w-full text-danger text-sm">
            {error}
          </p>
        )}
      </form>
    </li>
  );
}
