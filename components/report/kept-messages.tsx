"use client";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/messages/use-times";
import { dayNumber } from "@/lib/client/zoned-time";
import type { Message } from "@/lib/contract/message";
import { useSaid } from "./use-said";

/** Messages by the day on which they were written, oldest first. */
function byDay(messages: readonly Message[], timeZone: string) {
  const days = new Map<number, Message[]>();
  for (const message of messages.toSorted((a, b) => a.sent_at.localeCompare(b.sent_at))) {
    const day = dayNumber(new Date(message.sent_at), timeZone);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days];
}

/** What was written to everybody, as far as it is kept. */
export function KeptMessages({ messages, times }: { messages: readonly Message[]; times: Times }) {
  const t = useTranslations("report");
  const said = useSaid(times);
  if (messages.length === 0) return <p className="text-ink-soft">{t("noMessages")}</p>;
  return (
    <div className="grid grid-cols-1 gap-5 rounded-tile border border-edge bg-surface px-4 py-4 sm:px-5 print:rounded-none print:border-x-0 print:px-0">
      {byDay(messages, times.timeZone).map(([day, ofDay]) => (
        <section key={day} className="grid grid-cols-1 gap-3">
          <h3 className="font-medium text-ink-soft text-sm">
            {said.date(ofDay[0]?.sent_at ?? "")}
          </h3>
          <ol className="grid grid-cols-1 gap-3">
            {ofDay.map((message) => (
              <li key={message.message_id} className="print:break-inside-avoid">
                <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  <span className="min-w-0 break-words font-medium">
                    <bdi>{message.author.name}</bdi>
                  </span>
                  {message.author.role !== "participant" && (
                    <span className="text-ink-soft text-xs">
                      {t(`role.${message.author.role}`)}
                    </span>
                  )}
                  <time dateTime={message.sent_at} className="text-ink-soft text-xs">
                    {said.time(message.sent_at, message.sent_at)}
                  </time>
                  {message.edited_at !== null && message.text !== null && (
                    <span className="text-ink-soft text-xs">{t("edited")}</span>
                  )}
                </p>
                {message.text === null ? (
                  <p className="text-ink-soft italic">{t("deleted")}</p>
                ) : (
                  <p
                    dir="auto"
                    className="max-w-[65ch] whitespace-pre-wrap break-words [overflow-wrap:anywhere]"
                  >
                    {message.text}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
