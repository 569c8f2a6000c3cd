"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { WaitingToJoin } from "@/lib/contract/join";
import { clockTime } from "./clock-time";
import type { WaitingTrouble } from "./keep-asking";

const sentences = {
  "waiting-for-host": ["forHost", "forHostText"],
  "waiting-for-admission": ["forAdmission", "forAdmissionText"],
} as const satisfies Record<WaitingToJoin["status"], readonly [string, string]>;

const troubles = {
  offline: "offline",
  busy: "busy",
  "no-answer": "noAnswer",
} as const satisfies Record<WaitingTrouble, string>;

interface WaitingProps {
  status: WaitingToJoin["status"];
  /** By this browser's own clock, in ms. */
  since: number;
  trouble: WaitingTrouble | undefined;
  onLeave: () => void;
}

/** In place of the form: for what one waits, how long already, and the way out. */
export function Waiting({ status, since, trouble, onLeave }: WaitingProps) {
  const t = useTranslations("meeting.waiting");
  const panel = useRef<HTMLDivElement>(null);
  // The form, which had the focus, is gone.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const [line, text] = sentences[status];
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className="grid justify-items-start gap-4 rounded-tile border border-edge bg-surface p-5 outline-none"
    >
      <div className="flex items-start gap-3">
        <Spinner className="mt-0.5 size-5 shrink-0 text-accent" />
        <div role="status" className="grid gap-1">
          <p className="font-medium text-base">{t(line)}</p>
          <p className="text-pretty text-ink-soft text-sm">
            {t(trouble === undefined ? text : troubles[trouble])}
          </p>
        </div>
      </div>
      <div className="flex w-full items-center justify-between gap-4">
        <Since since={since} />
        <Button onClick={onLeave}>{t("leave")}</Button>
      </div>
    </div>
  );
}

function Since({ since }: { since: number }) {
  const t = useTranslations("meeting.waiting");
  const [now, setNow] = useState(since);
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    // A timer: read out when it is asked for, not every second.
    <p role="timer" className="tabular text-ink-soft text-sm">
      {t("since", { time: clockTime(now - since) })}
    </p>
  );
}
