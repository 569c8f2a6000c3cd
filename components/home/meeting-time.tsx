"use client";
import { useFormatter, useTranslations } from "use-intl";
import { useTimes } from "@/components/messages/use-times";
import { sayDay } from "@/lib/client/say-when";
import type { ListedMeeting } from "./merge-meetings";

/** Under a meeting's title: who is inside, when it is to be, or when it was last used. */
export function MeetingTime({ meeting, now }: { meeting: ListedMeeting; now: number }) {
  const t = useTranslations("home.list");
  const format = useFormatter();
  const { peopleInside = 0, startsAt, joinedAt, createdAt } = meeting;
  if (peopleInside > 0)
    return (
      <span className="tabular inline-flex items-center gap-1.5 font-medium text-good">
        <span className="size-2 rounded-full bg-good" />
        {t("peopleInside", { count: peopleInside })}
      </span>
    );
  if (startsAt !== undefined) return <StartTime startsAt={startsAt} now={now} />;
  const time = joinedAt ?? createdAt;
  if (time === undefined) return null;
  const when = format.relativeTime(new Date(time), { now });
  const said = joinedAt === undefined ? "made" : "joined";
  return (
    // The minute may turn between the server's drawing and the browser's.
    <time dateTime={time} suppressHydrationWarning>
      {now - Date.parse(time) < 60_000 ? t(`${said}JustNow`) : t(said, { when })}
    </time>
  );
}

/** "Today, 14:00 · in 2 hours", "Tomorrow, 10:00", "Friday, 10:00": by this person's clock. */
function StartTime({ startsAt, now }: { startsAt: string; now: number }) {
  const t = useTranslations("home.list");
  const format = useFormatter();
  const times = useTimes();
  const at = new Date(startsAt);
  const isOver = at.getTime() <= now;
  const when = format.relativeTime(at, { now });
  const relative = t(isOver ? "due" : "starts", { when });
  // Without a clock of the person's, how far away it is has to do.
  const said = times ? sayDay(at, new Date(now), times.timeZone, times.locale) : undefined;
  return (
    <time dateTime={startsAt} suppressHydrationWarning className="font-medium text-ink">
      {said === undefined
        ? relative
        : said.day === "other"
          ? t("onDay", { date: said.date, time: said.time })
          : t(said.day, { time: said.time })}
      {said?.day === "today" && (
        <span className="font-normal text-ink-soft">
          {" · "}
          {relative}
        </span>
      )}
    </time>
  );
}
