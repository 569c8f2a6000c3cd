"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { AskAgain } from "./ask-again";
import type { MeetingEnd } from "./call-phase";
import { CodeForm } from "./code-form";
import { CopyLink } from "./copy-link";
import { OneSentence } from "./page-frame";
import { PageHeading } from "./page-heading";
import { useMayReturn } from "./use-may-return";

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
  denied: { title: "denied", text: "deniedText", next: "askAgain" },
} as const satisfies Record<End, { title: string; text: string | undefined; next: string }>;

/** Of somebody whom a host put out, and who is host in this browser all the same. */
const returning = { title: "removed", text: "removedHostText", next: "rejoin" } as const;

/** After these a host has the report to look at and the link to keep. */
const hasTakenPlace = (reason: End) => reason === "left" || reason === "ended-for-all";

interface EndedProps {
  end: MeetingEnd;
  meetingId: string;
  meetingUrl: string;
  /** A host or cohost of the meeting. */
  isHost: boolean;
  /** The name this person had inside. */
  ownName: string | undefined;
  /** To the pre-join page. */
  onRejoin: () => void;
  /** Into the call again, as it was. */
  onTryAgain: () => void;
  onUseHere: () => void;
}

/** Why the call is over, and the next step. */
export function Ended({
  end,
  meetingId,
  meetingUrl,
  isHost,
  ownName,
  onRejoin,
  onTryAgain,
  onUseHere,
}: EndedProps) {
  const t = useTranslations("meeting.end");
  const tMeeting = useTranslations("meeting");
  const mayReturn = useMayReturn(meetingId, end.reason === "removed" && isHost);
  const { title, text, next } = mayReturn ? returning : pages[end.reason];
  const steps = { rejoin: onRejoin, tryAgain: onTryAgain, useHere: onUseHere };
  const heading = () => {
    if (end.reason === "removed" && end.detail) return end.detail.replace(/\.$/, "");
    if (end.reason === "ended-for-all" && end.by) {
      const isOwn = isHost && end.by === ownName;
      return isOwn ? t("endedForAllByYou") : t("endedForAllBy", { name: end.by });
    }
    return t(title);
  };
  const forHosts = isHost && hasTakenPlace(end.reason);
  return (
    <OneSentence>
      <PageHeading takesFocus>{heading()}</PageHeading>
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
        {end.reason === "denied" && <AskAgain inSeconds={end.askAgainIn} onAsk={onTryAgain} />}
        {next !== "none" && next !== "askAgain" && (
          <Button variant="primary" size="large" onClick={steps[next]}>
            {t(next)}
          </Button>
        )}
        {forHosts && (
          <a href={paths.report(meetingId)} className={buttonClass("quiet", "large")}>
            {t("report")}
          </a>
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
      {forHosts && (
        <div className="flex flex-wrap items-center justify-center gap-x-3 text-ink-soft text-sm">
          <span>{t("keepLink")}</span>
          <CopyLink url={meetingUrl} />
        </div>
      )}
    </OneSentence>
  );
}
