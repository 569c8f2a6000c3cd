"use client";
import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import { readPreferences } from "@/lib/client/preferences";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { CopyLink } from "./copy-link";
import { DeviceHint } from "./device-hint";
import { deviceProblems } from "./device-problems";
import type { JoinNotice } from "./join-failure";
import { Notice } from "./notice";
import { PageHeading } from "./page-heading";
import { Preview } from "./preview";
import { useOnline } from "./use-online";
import { useWhoIsHere } from "./use-who-is-here";

interface PreJoinProps {
  meeting: MeetingInfo;
  media: LocalMedia | undefined;
  mediaState: LocalMediaState;
  isJoining: boolean;
  /** It came in place of another page: the focus is to begin here. */
  takesFocus: boolean;
  /** A second person of this browser: the name is not the remembered one. */
  isSomeoneElse: boolean;
  notice: JoinNotice | undefined;
  nameError: string | undefined;
  onJoin: (name: string) => void;
  onReload: () => void;
}

/** Before the call: how one looks and sounds, who is inside, one's name, and the way in. */
export function PreJoin({
  meeting,
  media,
  mediaState,
  isJoining,
  takesFocus,
  isSomeoneElse,
  notice,
  nameError,
  onJoin,
  onReload,
}: PreJoinProps) {
  const t = useTranslations("meeting");
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const isOnline = useOnline();
  const problems = deviceProblems(mediaState);

  // The field is the browser's own: what was typed before this script arrived stays.
  useEffect(() => {
    const field = nameField.current;
    if (!field) return;
    if (field.value === "" && !isSomeoneElse) field.value = readPreferences().name;
    performance.mark("name-field-usable");
    const isNobodyBusy = document.activeElement === document.body;
    // On a phone this would bring up the keyboard over the picture.
    const hasKeyboard = window.matchMedia("(pointer: fine)").matches;
    if (field.value === "" && isNobodyBusy && hasKeyboard) field.focus();
  }, [isSomeoneElse]);

  useEffect(() => {
    if (nameError !== undefined) nameField.current?.focus();
  }, [nameError]);

  function submit(data: FormData) {
    // After an action React puts the fields back to their defaults: the name is to stay.
    if (nameField.current) nameField.current.defaultValue = nameField.current.value;
    const name = data.get("name");
    onJoin(typeof name === "string" ? name.trim() : "");
  }

  return (
    <div className="mx-auto grid w-full max-w-6xl items-start gap-6 px-4 py-4 md:grid-cols-[minmax(0,1.6fr)_minmax(18rem,1fr)] md:gap-12 md:px-8 md:pt-[clamp(1rem,13dvh,9rem)] md:pb-16 in-data-returning:invisible">
      <section
        aria-label={t("preview.label")}
        className="grid gap-3 max-md:[@media(max-height:33rem)]:hidden"
      >
        <Preview media={media} state={mediaState} />
        <div aria-live="polite" className="grid gap-3 empty:hidden">
          {problems.map((problem) => (
            <DeviceHint
              key={problem.kind}
              problem={problem}
              meetingUrl={meeting.meeting_url}
              onRetry={() => media?.retry()}
            />
          ))}
        </div>
      </section>
      <section className="grid gap-5 md:pt-2">
        <div className="grid gap-1">
          <PageHeading takesFocus={takesFocus}>{meeting.title ?? t("untitled")}</PageHeading>
          <Here meeting={meeting} />
          <div className="flex flex-wrap items-center gap-x-4 text-ink-soft text-sm">
            <span>{t("code", { code: meeting.meeting_id })}</span>
            <CopyLink url={meeting.meeting_url} />
          </div>
        </div>
        <form ref={form} id={formId} action={submit} noValidate className="grid gap-4">
          <TextField
            ref={nameField}
            name="name"
            label={t("yourName")}
            error={nameError}
            autoComplete="name"
            autoCapitalize="words"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={200}
          />
          {notice && !isJoining && (
            <Notice
              notice={notice}
              onRetry={() => form.current?.requestSubmit()}
              onReload={onReload}
            />
          )}
          <Button type="submit" variant="primary" size="large" isPending={isJoining}>
            {t("join")}
          </Button>
          <p role="status" className="sr-only">
            {isJoining ? t("joining") : ""}
          </p>
          {problems.some(({ kind }) => kind === "both") && (
            <Button type="submit" disabled={isJoining}>
              {t("joinWithout")}
            </Button>
          )}
        </form>
        <p role="status" className="text-ink-soft text-sm">
          {isOnline ? t("unseen") : notice?.reason === "offline" ? "" : t("offline")}
        </p>
        <noscript>
          <p className="rounded-control border border-caution/50 bg-surface p-3 text-sm">
            {t("needsScript")}
          </p>
        </noscript>
      </section>
    </div>
  );
}

function Here({ meeting }: { meeting: MeetingInfo }) {
  const t = useTranslations("meeting.here");
  const here = useWhoIsHere(meeting.meeting_id);
  const words = () => {
    switch (here?.kind) {
      case undefined:
        // What the server knew when it sent the page; names come a moment later.
        return meeting.num_participants === null || meeting.num_participants === 0
          ? t("nobody")
          : t("count", { count: meeting.num_participants });
      case "nobody":
        return t("nobody");
      case "one":
        return t("one", { name: here.name });
      case "two":
        return t("two", { first: here.first, second: here.second });
      case "more":
        return t("more", { name: here.name, others: String(here.others) });
      default:
        return here satisfies never;
    }
  };
  return (
    <p aria-live="polite" className="break-words text-base text-ink-soft">
      {words()}
    </p>
  );
}
