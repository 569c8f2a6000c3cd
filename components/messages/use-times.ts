import { useMemo } from "react";
import { useLocale } from "use-intl";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { ownTimeZone, timesLocale } from "@/lib/client/say-when";

/** How this person reads times. */
export interface Times {
  timeZone: string;
  locale: string;
}

/** How this person reads times; undefined in the server's drawing, where nobody knows. */
export function useTimes(): Times | undefined {
  const language = useLocale();
  const isAwake = useIsAwake();
  return useMemo(
    () =>
      isAwake
        ? { timeZone: ownTimeZone(), locale: timesLocale(language, navigator.languages) }
        : undefined,
    [isAwake, language],
  );
}
