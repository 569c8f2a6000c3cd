"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/messages/use-times";
import type { MeetingReport } from "@/lib/contract/report";
import { useSaid } from "./use-said";

type ReportSession = MeetingReport["sessions"][number];
type Attendee = ReportSession["attendance"][number];

/** One time that people met: from when to when, and who was there. */
export function Session({ session, times }: { session: ReportSession; times: Times }) {
  const t = useTranslations("report");
  const said = useSaid(times);
  const id = useId();
  const { started_at, ended_at, total_seconds, attendance } = session;
  const start = said.time(started_at, started_at);
  const date = said.date(started_at);
  const range =
    ended_at === null
      ? t("since", { start })
      : t("range", { start, end: said.time(ended_at, started_at) });
  const people = attendance.toSorted((a, b) => a.joined_at.localeCompare(b.joined_at));
  return (
    <section
      aria-labelledby={id}
      className="overflow-hidden rounded-tile border border-edge bg-surface print:overflow-visible print:rounded-none print:border-x-0"
    >
      <div className="grid gap-1 px-4 pt-4 pb-3 sm:px-5 print:px-0">
        <h3 id={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {date}
          {ended_at === null && (
            <span className="inline-flex items-center gap-1.5 font-medium text-good text-sm">
              <span className="size-2 rounded-full bg-good" />
              {t("running")}
            </span>
          )}
        </h3>
        <p className="tabular flex flex-wrap gap-x-2 text-ink-soft text-sm">
          <span>{range}</span>
          <span aria-hidden="true">·</span>
          <span>{said.span(total_seconds)}</span>
          <span aria-hidden="true">·</span>
          <span>{t("people", { count: people.length })}</span>
        </p>
      </div>
      <table className="w-full border-edge border-t text-left text-sm">
        <caption className="sr-only">{t("attendance", { date, range })}</caption>
        <thead>
          <tr className="text-ink-soft">
            <th scope="col" className={`${cellClass} w-full font-medium`}>
              {t("person")}
            </th>
            <th scope="col" className={`${cellClass} ${numberClass} font-medium`}>
              {t("joined")}
            </th>
            <th scope="col" className={`${cellClass} ${numberClass} font-medium`}>
              {t("left")}
            </th>
            <th scope="col" className={`${cellClass} ${numberClass} font-medium`}>
              {t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Person key={person.identity} person={person} dayOf={started_at} times={times} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cellClass =
  "px-2 py-2.5 align-top first:pl-4 last:pr-4 sm:px-4 sm:first:pl-5 sm:last:pr-5 print:first:pl-0 print:last:pr-0";
const numberClass = "tabular whitespace-nowrap text-right";

function Person({ person, dayOf, times }: { person: Attendee; dayOf: string; times: Times }) {
  const t = useTranslations("report");
  const said = useSaid(times);
  const { name, role, joined_at, left_at, total_seconds, stays } = person;
  return (
    <tr className="border-edge border-t print:break-inside-avoid">
      <th scope="row" className={`${cellClass} font-normal`}>
        <span className="block break-words font-medium [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </span>
        <span className="block text-ink-soft text-xs">{t(`role.${role}`)}</span>
        {stays.length > 1 && (
          <span className="tabular block text-pretty text-ink-soft text-xs">
            {t("stays", {
              stays: stays
                .map((stay) => {
                  const joined = said.time(stay.joined_at, dayOf);
                  return stay.left_at === null
                    ? t("stayNow", { joined })
                    : t("stay", { joined, left: said.time(stay.left_at, dayOf) });
                })
                .join(", "),
            })}
          </span>
        )}
      </th>
      <td className={`${cellClass} ${numberClass}`}>
        <time dateTime={joined_at}>{said.time(joined_at, dayOf)}</time>
      </td>
      <td className={`${cellClass} ${numberClass}`}>
        {left_at === null ? (
          <span className="font-medium text-good">{t("inside")}</span>
        ) : (
          <time dateTime={left_at}>{said.time(left_at, dayOf)}</time>
        )}
      </td>
      <td className={`${cellClass} ${numberClass}`}>{said.span(total_seconds)}</td>
    </tr>
  );
}
