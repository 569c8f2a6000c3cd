"use client";
// The two ways in. Both are plain forms that work before this script is here; it only says sooner what
// is wrong, and shows that a press was taken.
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/text-field";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { findMeetingCode } from "@/lib/contract/meeting-code";
import { paths } from "@/lib/contract/paths";
import { CalendarIcon, PlusIcon } from "./icons";
import { loadPlanning, type PlanningChunk } from "./planning/load-planning";

interface StartFormsProps {
  /** What was typed when the server said no. */
  code: string | undefined;
  /** Why the server could not start a meeting, as a sentence. */
  startError: string | undefined;
  /** Why the code led nowhere, as a sentence. */
  codeError: string | undefined;
}

/** True from `start` until the page is left, and false again when it comes back from the browser's cache. */
function usePending() {
  const [isPending, setIsPending] = useState(false);
  useEffect(() => {
    const stop = (event: PageTransitionEvent) => {
      if (event.persisted) setIsPending(false);
    };
    window.addEventListener("pageshow", stop);
    return () => window.removeEventListener("pageshow", stop);
  }, []);
  return [isPending, () => setIsPending(true)] as const;
}

export function StartForms({ code, startError, codeError }: StartFormsProps) {
  const hasProblem = startError !== undefined || codeError !== undefined;
  useEffect(() => {
    // The problem was this one try's: loading the page again should not bring it back.
    if (hasProblem) window.history.replaceState(window.history.state, "", paths.home);
  }, [hasProblem]);

  return (
    <div className="grid w-full max-w-[26rem] gap-4">
      <NewMeetingForm error={startError} />
      <CodeForm code={code} serverError={codeError} />
    </div>
  );
}

function NewMeetingForm({ error }: { error: string | undefined }) {
  const t = useTranslations("home");
  const [isPending, start] = usePending();
  const isAwake = useIsAwake();
  const later = useLater();

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (isPending) event.preventDefault();
    else start();
  };

  return (
    <>
      <form method="post" action={paths.newMeetingForm} onSubmit={submit} className="grid gap-2">
        <div className="flex gap-2">
          <Button
            type="submit"
            variant="primary"
            size="large"
            isPending={isPending}
            icon={<PlusIcon />}
            aria-describedby={error === undefined ? undefined : "start-error"}
            className="shrink! flex-1"
          >
            {t("newMeeting")}
          </Button>
          <Button
            size="large"
            aria-haspopup="dialog"
            aria-disabled={!isAwake || undefined}
            isPending={later.isPending}
            icon={<CalendarIcon />}
            onClick={later.open}
            className="px-5! noscript:hidden"
          >
            {t("later")}
          </Button>
        </div>
        {error !== undefined && (
          <p id="start-error" role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        {later.hasFailed && (
          <p role="alert" className="text-danger text-sm">
            {t("laterFailed")}
          </p>
        )}
        <p role="status" className="sr-only">
          {isPending ? t("newMeetingPending") : ""}
        </p>
      </form>
      {later.planning && <later.planning.LaterDialog isOpen={later.isOpen} onClose={later.close} />}
    </>
  );
}

/** The form for a meeting later on: nothing of it is here before it is asked for. */
function useLater() {
  const [planning, setPlanning] = useState<PlanningChunk>();
  const [state, setState] = useState<"closed" | "loading" | "failed" | "open">("closed");
  const open = async () => {
    setState("loading");
    try {
      setPlanning(await loadPlanning());
      setState("open");
    } catch {
      setState("failed");
    }
  };
  return {
    planning,
    isOpen: state === "open",
    isPending: state === "loading",
    hasFailed: state === "failed",
    open: () => void open(),
    close: () => setState("closed"),
  };
}

function CodeForm({
  code,
  serverError,
}: {
  code: string | undefined;
  serverError: string | undefined;
}) {
  const t = useTranslations("home");
  const [isPending, start] = usePending();
  const [error, setError] = useState(serverError);
  const field = useRef<HTMLInputElement>(null);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const text = field.current?.value ?? "";
    const wrong = text.trim() === "" ? t("codeMissing") : t("codeWrong");
    const isCode = findMeetingCode(text) !== undefined;
    if (isPending || !isCode) event.preventDefault();
    if (isCode) return start();
    setError(wrong);
    field.current?.focus();
  };

  return (
    <form
      method="get"
      action={paths.meetingByCodeForm}
      onSubmit={submit}
      noValidate
      className="grid gap-2"
    >
      <div className="flex gap-2">
        <label htmlFor="code" className="sr-only">
          {t("codeOrLink")}
        </label>
        <input
          ref={field}
          id="code"
          name="code"
          type="text"
          required
          defaultValue={code}
          placeholder={t("codeOrLink")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={2000}
          // biome-ignore lint/a11y/noAutofocus: the person came back here to correct this very field.
          autoFocus={serverError !== undefined}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : "code-error"}
          onChange={() => setError(undefined)}
          className={fieldClass}
        />
        <Button type="submit" isPending={isPending} className="h-11! px-5! text-base!">
          {t("join")}
        </Button>
      </div>
      {error !== undefined && (
        <p id="code-error" role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
      <p role="status" className="sr-only">
        {isPending ? t("joinPending") : ""}
      </p>
    </form>
  );
}
