"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { clockTime } from "./clock-time";

/** Asks to be let in once more, when that is due. */
export function AskAgain({ inSeconds, onAsk }: { inSeconds: number; onAsk: () => void }) {
  const t = useTranslations("meeting.end");
  const [leftMs, setLeftMs] = useState(inSeconds * 1_000);
  const isDue = leftMs <= 0;
  useEffect(() => {
    // By the clock, not by counting: a page in the background is not woken every second.
    const due = Date.now() + inSeconds * 1_000;
    const timer = setInterval(() => {
      const left = due - Date.now();
      setLeftMs(left);
      if (left <= 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [inSeconds]);
  return (
    <>
      <Button
        variant="primary"
        size="large"
        aria-disabled={!isDue || undefined}
        onClick={isDue ? onAsk : undefined}
        className="tabular"
      >
        {isDue ? t("askAgain") : t("askAgainIn", { time: clockTime(leftMs + 999) })}
      </Button>
      <span role="status" className="sr-only">
        {isDue ? t("askAgainNow") : ""}
      </span>
    </>
  );
}
