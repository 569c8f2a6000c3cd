import { useTranslations } from "use-intl";
import type { Times } from "@/components/messages/use-times";
import { sayDate, sayShortMoment, sayTime } from "@/lib/client/say-when";
import { whyItFailed } from "@/lib/client/why-it-failed";
import { dayNumber } from "@/lib/client/zoned-time";

/** Times and spans as the report says them. */
export function useSaid({ timeZone, locale }: Times) {
  const t = useTranslations("report");
  return {
    date: (iso: string) => sayDate(new Date(iso), timeZone, locale),
    /** The time of the day, with the day where it is another one than `dayOf`'s. */
    time: (iso: string, dayOf: string) => {
      const at = new Date(iso);
      const isSameDay = dayNumber(at, timeZone) === dayNumber(new Date(dayOf), timeZone);
      return isSameDay ? sayTime(at, timeZone, locale) : sayShortMoment(at, timeZone, locale);
    },
    span: (seconds: number) => {
      const all = Math.floor(seconds / 60);
      if (all === 0) return t("underMinute");
      const minutes = all % 60;
      const hours = (all - minutes) / 60;
      return hours === 0 ? t("minutes", { minutes }) : t("hours", { hours, minutes });
    },
  };
}

/** Why something failed, and what to do. */
export function useWhy() {
  const t = useTranslations("report.failed");
  return (error: unknown) => {
    const why = whyItFailed(error);
    return "detail" in why ? why.detail : t(why.key);
  };
}
