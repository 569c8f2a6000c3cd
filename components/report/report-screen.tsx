"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type Times, useTimes } from "@/components/messages/use-times";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { sayMoment, sayZone } from "@/lib/client/say-when";
import { paths } from "@/lib/contract/paths";
import type { MeetingReport } from "@/lib/contract/report";
import { KeptMessages } from "./kept-messages";
import { ReportActions } from "./report-actions";
import { ReportWords } from "./report-words";
import { Session } from "./session";
import { useReport } from "./use-report";
import { useSaid, useWhy } from "./use-said";

interface ReportScreenProps {
  meetingId: string;
  title: string | null;
}

/** What happened in a meeting, for its hosts: sessions, who was there, what was written. */
export function ReportScreen(props: ReportScreenProps) {
  return (
    <ReportWords>
      <Report {...props} />
    </ReportWords>
  );
}

function Report({ meetingId, title }: ReportScreenProps) {
  const t = useTranslations("report");
  const why = useWhy();
  const times = useTimes();
  const { state, tryAgain } = useReport(meetingId);
  const openMeeting = (
    <a href={paths.meeting(meetingId)} className={buttonClass("quiet", "large")}>
      {t("openMeeting")}
    </a>
  );
  const home = (
    <a href={paths.home} className={buttonClass("quiet", "large")}>
      {t("home")}
    </a>
  );

  if (state.kind === "loading" || !times)
    return (
      <div className="grid flex-1 place-items-center py-24 text-ink-soft">
        <Spinner label={t("loading")} className="size-7" />
      </div>
    );
  switch (state.kind) {
    case "not-allowed":
      return (
        <Sentence title={t("notAllowed.title")} text={t("notAllowed.text")}>
          <a href={paths.meeting(meetingId)} className={buttonClass("primary", "large")}>
            {t("openMeeting")}
          </a>
          {home}
        </Sentence>
      );
    case "gone":
      return (
        <Sentence title={t("gone.title")} text={t("gone.text")}>
          {home}
        </Sentence>
      );
    case "failed":
      return (
        <Sentence title={t("failed.title")} text={why(state.error)}>
          <Button variant="primary" size="large" onClick={tryAgain}>
            {t("tryAgain")}
          </Button>
          {home}
        </Sentence>
      );
    case "shown":
      return (
        <article className="grid w-full grid-cols-1 gap-8 py-6 pb-16 sm:py-10 print:gap-6 print:py-0">
          <ReportHead report={state.report} title={title} times={times} />
          {state.staleBecause !== undefined && (
            <p role="status" className="-mt-4 text-caution text-sm print:hidden">
              {t("failed.refresh")} {why(state.staleBecause)}
            </p>
          )}
          {state.report.sessions.length === 0 ? (
            <section className="grid justify-items-start gap-4 rounded-tile border border-edge bg-surface px-5 py-8 sm:px-8">
              <div className="grid gap-1">
                <h2 className="font-semibold text-lg">{t("empty.title")}</h2>
                <p className="max-w-[65ch] text-ink-soft">{t("empty.text")}</p>
              </div>
              {openMeeting}
            </section>
          ) : (
            <section aria-labelledby="sessions" className="grid grid-cols-1 gap-4">
              <h2 id="sessions" className="font-semibold text-lg">
                {t("sessions")}
              </h2>
              {state.report.sessions
                .toSorted((a, b) => b.started_at.localeCompare(a.started_at))
                .map((session) => (
                  <Session key={session.started_at} session={session} times={times} />
                ))}
            </section>
          )}
          {(state.report.sessions.length > 0 || state.report.messages.length > 0) && (
            <section aria-labelledby="messages" className="grid grid-cols-1 gap-4">
              <div>
                <h2 id="messages" className="font-semibold text-lg">
                  {t("messages")}
                </h2>
                <p className="text-ink-soft text-sm">{t("messagesHint")}</p>
              </div>
              <KeptMessages messages={state.report.messages} times={times} />
            </section>
          )}
        </article>
      );
    default:
      return state satisfies never;
  }
}

function ReportHead({
  report,
  title,
  times,
}: {
  report: MeetingReport;
  title: string | null;
  times: Times;
}) {
  const t = useTranslations("report");
  const said = useSaid(times);
  const { timeZone, locale } = times;
  const { meeting_id, scheduled_at, created_at, kept_until, generated_at } = report;
  const moment = (iso: string) => sayMoment(new Date(iso), timeZone, locale);
  return (
    <header className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-1 gap-1">
        <p className="font-medium text-ink-soft text-sm">{t("title")}</p>
        <h1 className="text-balance break-words font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">
          <bdi>{report.title ?? title ?? t("untitled")}</bdi>
        </h1>
        <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
          <a
            href={paths.meeting(meeting_id)}
            className="rounded-[4px] font-mono text-[0.8125rem]/5 underline-offset-4 hover:underline"
          >
            {meeting_id}
          </a>
          <span>
            {scheduled_at === null
              ? t("made", { when: said.date(created_at) })
              : t("planned", { when: moment(scheduled_at) })}
          </span>
        </p>
      </div>
      <ReportActions meetingId={meeting_id} hasMessages={report.messages.length > 0} />
      <p className="max-w-[65ch] text-ink-soft text-sm">
        {t("zone", sayZone(new Date(generated_at), timeZone, locale))}{" "}
        {t("keptUntil", { date: said.date(kept_until) })}
      </p>
    </header>
  );
}

/** A page of one sentence and the next step. */
function Sentence({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="my-auto grid max-w-[36rem] justify-items-start gap-6 py-12 sm:mx-auto sm:w-full">
      <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
      <p role="status" className="max-w-[65ch] text-ink-soft">
        {text}
      </p>
      <div className="flex flex-wrap gap-3">{children}</div>
    </div>
  );
}
