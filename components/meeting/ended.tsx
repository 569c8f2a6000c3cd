"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import type { MeetingEnd } from "./call-phase";
import { CodeForm } from "./code-form";
import { OneSentence } from "./page-frame";
import { PageHeading } from "./page-heading";

type End = MeetingEnd["reason"];

/** The heading, the sentence under it, and what the first button does. */
const pages = {
  left: { title: "left", text: "leftText", next: "rejoin" },
  removed: { title: "removed", text: "removedText", next: "none" },
  "ended-for-all": { title: "endedForAll", text: "endedForAllText", next: "none" },
  "meeting-deleted": { title: "meetingDeleted", text: "meetingDeletedText", next: "none" },
  "joined-elsewhere": { title: "joinedElsewhere", text: "joinedElsewhereText", next: "useHere" },
  full: { title: "full", text: "fullText", next: "tryAgain" },
  "network-gone": { title: "networkGone", text: "networkGoneText", next: "tryAgain" },
  refused: { title: "refused", text: undefined, next: "rejoin" },
  "not-found": { title: "notFound", text: undefined, next: "none" },
} as const satisfies Record<End, { title: string; text: string | undefined; next: string }>;

interface EndedProps {
  end: MeetingEnd;
  /** To the pre-join page. */
  onRejoin: () => void;
  /** Into the call again, as it was. */
  onTryAgain: () => void;
  onUseHere: () => void;
}

/** Why the call is over, and the next step. */
export function Ended({ end, onRejoin, onTryAgain, onUseHere }: EndedProps) {
  const t = useTranslations("meeting.end");
  const tMeeting = useTranslations("meeting");
  const { title, text, next } = pages[end.reason];
  const steps = { rejoin: onRejoin, tryAgain: onTryAgain, useHere: onUseHere };
  return (
    <OneSentence>
      <PageHeading takesFocus>{t(title)}</PageHeading>
      {text !== undefined && <p className="text-pretty text-base text-ink-soft">{t(text)}</p>}
      {end.reason === "refused" && (
        <>
          <p className="text-pretty text-base text-ink-soft">{end.detail}</p>
          {end.requestId !== undefined && (
            <details className="text-ink-soft text-sm">
              <summary className="rounded-control py-1">{tMeeting("details")}</summary>
              <code className="break-all font-mono text-xs">
                {tMeeting("requestId", { id: end.requestId })}
              </code>
            </details>
          )}
        </>
      )}
      {end.reason === "not-found" && (
        <>
          <p className="text-pretty text-base text-ink-soft">{tMeeting("missing.unknownText")}</p>
          <CodeForm
            words={{ codeLabel: tMeeting("missing.codeLabel"), join: tMeeting("missing.join") }}
          />
        </>
      )}
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        {next !== "none" && (
          <Button variant="primary" size="large" onClick={steps[next]}>
            {t(next)}
          </Button>
        )}
        <a
          href={paths.home}
          className={buttonClass(
            next === "none" && end.reason !== "not-found" ? "primary" : "quiet",
            "large",
          )}
        >
          {tMeeting("home")}
        </a>
      </div>
    </OneSentence>
  );
}
