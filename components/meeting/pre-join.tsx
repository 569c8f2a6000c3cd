"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { CopyLink } from "./copy-link";
import { DeviceHint } from "./device-hint";
import { deviceProblems } from "./device-problems";
import { Here } from "./here";
import { HostLine } from "./host-line";
import type { JoinNotice } from "./join-failure";
import { JoinForm, type JoinInput } from "./join-form";
import { PageHeading } from "./page-heading";
import { Preview } from "./preview";
import type { HostLinkState } from "./use-host-link";
import { useOnline } from "./use-online";
import { useOwnSeat } from "./use-own-seat";

interface PreJoinProps {
  meeting: MeetingInfo;
  media: LocalMedia | undefined;
  mediaState: LocalMediaState;
  /** This browser is a host's. */
  isHost: boolean;
  hostLink: HostLinkState;
  onHostLinkRetry: () => void;
  isJoining: boolean;
  /** It came in place of another page: the focus is to begin here. */
  takesFocus: boolean;
  /** A second person of this browser: the name is not the remembered one. */
  isSomeoneElse: boolean;
  notice: JoinNotice | undefined;
  nameError: string | undefined;
  passcodeError: string | undefined;
  onJoin: (input: JoinInput) => void;
  onReload: () => void;
  /** In place of the form, for somebody who has asked to be let in. */
  waiting: ReactNode;
}

/** Before the call: how one looks and sounds, who is inside, one's name, and the way in. */
export function PreJoin({
  meeting,
  media,
  mediaState,
  isHost,
  hostLink,
  onHostLinkRetry,
  isJoining,
  takesFocus,
  isSomeoneElse,
  notice,
  nameError,
  passcodeError,
  onJoin,
  onReload,
  waiting,
}: PreJoinProps) {
  const t = useTranslations("meeting");
  const isOnline = useOnline();
  const problems = deviceProblems(mediaState);
  const { settings } = meeting;
  const isWaiting = waiting !== undefined;
  const seat = useOwnSeat(meeting.meeting_id, isSomeoneElse, isWaiting ? "waiting" : "form");
  const panel = useRef<HTMLElement>(null);
  // Leaving the queue takes the button that was pressed away, and brings the form back.
  useEffect(() => {
    if (!isWaiting) return;
    const section = panel.current;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) section?.focus({ preventScroll: true });
      });
    };
  }, [isWaiting]);
  const isNew = !isHost && (!seat || seat.isWaiting === true);

  return (
    <div className="mx-auto grid w-full max-w-6xl items-start gap-6 safe-px-4 py-4 md:grid-cols-[minmax(0,1.6fr)_minmax(18rem,1fr)] md:gap-12 md:safe-px-8 md:pt-[clamp(1rem,13dvh,9rem)] md:pb-16 in-data-returning:invisible">
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
      <section ref={panel} tabIndex={-1} className="grid gap-5 outline-none md:pt-2">
        <div className="grid gap-1">
          <PageHeading takesFocus={takesFocus}>{meeting.title ?? t("untitled")}</PageHeading>
          {!isWaiting && <Here meeting={meeting} isHost={isHost} />}
          <div className="flex flex-wrap items-center gap-x-4 text-ink-soft text-sm">
            <span>{t("code", { code: meeting.meeting_id })}</span>
            <CopyLink url={meeting.meeting_url} />
          </div>
        </div>
        <HostLine state={hostLink} onRetry={onHostLinkRetry} />
        {waiting ?? (
          <JoinForm
            meetingId={meeting.meeting_id}
            asksPasscode={settings.has_passcode && !isHost && !seat}
            isJoining={isJoining}
            isSomeoneElse={isSomeoneElse}
            isWithoutDevices={problems.some(({ kind }) => kind === "both")}
            notice={notice}
            nameError={nameError}
            passcodeError={passcodeError}
            onJoin={onJoin}
            onReload={onReload}
          />
        )}
        <div className="grid gap-1 text-ink-soft text-sm">
          <p role="status">
            {isOnline ? t("unseen") : isWaiting || notice?.reason === "offline" ? "" : t("offline")}
          </p>
          {settings.mute_on_entry && isNew && <p>{t("mutedOnEntry")}</p>}
        </div>
        <noscript>
          <p className="rounded-control border border-caution/50 bg-surface p-3 text-sm">
            {t("needsScript")}
          </p>
        </noscript>
      </section>
    </div>
  );
}
