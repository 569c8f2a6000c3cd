"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { JoinNotice, JoinNoticeReason } from "./join-failure";

const sentences = {
  locked: "locked",
  "rate-limited": "rateLimited",
  "media-unavailable": "mediaUnavailable",
  "store-unavailable": "storeUnavailable",
  "server-error": "serverError",
  offline: "offline",
  "no-answer": "noAnswer",
  "not-loaded": "notLoaded",
  refused: "refused",
} as const satisfies Record<JoinNoticeReason, string>;

interface NoticeProps {
  notice: JoinNotice;
  /** Joins again: pressed by nobody, when the time or the network has come. */
  onRetry: () => void;
  onReload: () => void;
}

/** Why joining did not work, and when it is tried again. */
export function Notice({ notice, onRetry, onReload }: NoticeProps) {
  const t = useTranslations("meeting");
  const { reason, detail = "", requestId, retryIn } = notice;
  return (
    <div className="grid justify-items-start gap-1 rounded-control border border-caution/50 bg-surface p-3 text-sm">
      <p role="alert">{t(`notice.${sentences[reason]}`, { detail })}</p>
      {retryIn !== undefined && <Countdown from={retryIn} onEnd={onRetry} />}
      {reason === "offline" && <WhenOnline onOnline={onRetry} />}
      {reason === "not-loaded" && (
        <Button className="mt-1" onClick={onReload}>
          {t("notice.reload")}
        </Button>
      )}
      {requestId !== undefined && (
        <details className="text-ink-soft">
          <summary className="w-fit rounded-control py-1">{t("details")}</summary>
          <code className="break-all font-mono text-xs">{t("requestId", { id: requestId })}</code>
        </details>
      )}
    </div>
  );
}

function Countdown({ from, onEnd }: { from: number; onEnd: () => void }) {
  const t = useTranslations("meeting.notice");
  const [seconds, setSeconds] = useState(from);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (seconds === 0) {
      end();
      return;
    }
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return <p className="tabular text-ink-soft">{t("retryIn", { seconds })}</p>;
}

function WhenOnline({ onOnline }: { onOnline: () => void }) {
  const tell = useEffectEvent(onOnline);
  useEffect(() => {
    const listener = () => tell();
    window.addEventListener("online", listener);
    return () => window.removeEventListener("online", listener);
  }, []);
  return null;
}
