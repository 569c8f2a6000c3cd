"use client";
import { CalendarPlus, Check, Copy, ExternalLink, Share2 } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/messages/use-times";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { calendarLinks } from "@/lib/client/calendar-links";
import { copyText } from "@/lib/client/copy-text";
import { paths } from "@/lib/contract/paths";
import type { InvitationFacts } from "./invitation-text";
import { inviteInWords } from "./invite";

/** How long an entry in a calendar is: a meeting of ours has a beginning and no end. */
const minutes = 60;

/** The invitation: to copy, to share, and to put into a calendar where it has a time. */
export function Invitation({
  facts,
  times,
  untitled,
  children,
}: {
  facts: InvitationFacts;
  times: Times;
  /** What an entry without a title is called in a calendar. */
  untitled: string;
  /** The last line: what to do when one is done here. */
  children: ReactNode;
}) {
  const t = useTranslations("planning.invitation");
  const text = inviteInWords(facts, times);
  const [copying, setCopying] = useState<"idle" | "copied" | "by-hand">("idle");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const canShare = typeof navigator.share === "function";

  const copy = async () => {
    const isCopied = await copyText(text);
    setCopying(isCopied ? "copied" : "by-hand");
    if (!isCopied) field.current?.select();
  };
  useEffect(() => {
    if (copying !== "copied") return;
    const timer = setTimeout(() => setCopying("idle"), 2_500);
    return () => clearTimeout(timer);
  }, [copying]);

  const share = () => {
    const { title } = facts;
    // Closing the system's sheet rejects, and is nobody's mistake.
    void navigator.share({ text, ...(title === null ? {} : { title }) }).catch(() => undefined);
  };

  return (
    <div className="grid gap-5">
      <div className="grid gap-3">
        <textarea
          ref={field}
          readOnly
          value={text}
          aria-label={t("field")}
          aria-describedby={copying === "by-hand" ? id : undefined}
          rows={text.split("\n").length + 1}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full resize-none break-words rounded-control border border-edge bg-canvas px-3.5 py-3 text-base text-ink [field-sizing:content] mouse:text-sm"
        />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            onClick={() => void copy()}
            className="grow"
            icon={
              copying === "copied" ? (
                <Check size={18} strokeWidth={2} aria-hidden="true" />
              ) : (
                <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
              )
            }
          >
            {t(copying === "copied" ? "copied" : "copy")}
          </Button>
          {canShare && (
            <Button
              onClick={share}
              icon={<Share2 size={18} strokeWidth={1.75} aria-hidden="true" />}
            >
              {t("share")}
            </Button>
          )}
        </div>
        <p role="status" className="sr-only">
          {copying === "copied" ? t("copied") : ""}
        </p>
        {copying === "by-hand" && (
          <p id={id} role="alert" className="text-caution text-sm">
            {t("byHand")}
          </p>
        )}
      </div>
      {facts.startsAt !== null && (
        <AddToCalendar facts={facts} text={text} startsAt={facts.startsAt} untitled={untitled} />
      )}
      {children}
    </div>
  );
}

function AddToCalendar({
  facts,
  text,
  startsAt,
  untitled,
}: {
  facts: InvitationFacts;
  text: string;
  startsAt: string;
  untitled: string;
}) {
  const t = useTranslations("planning.invitation");
  const id = useId();
  const links = calendarLinks({
    title: facts.title ?? untitled,
    startsAt: new Date(startsAt),
    minutes,
    url: facts.url,
    details: text,
  });
  const linkClass = `${buttonClass("quiet")} justify-start! px-3!`;
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} className="font-medium text-sm">
        {t("calendar")}
      </h3>
      <div className="grid grid-cols-2 gap-2">
        {(["google", "outlook", "microsoft365"] as const).map((name) => (
          <a
            key={name}
            href={links[name]}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("opensTab", { name: t(name) })}
            className={linkClass}
          >
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
            {t(name)}
          </a>
        ))}
        <a href={paths.api.calendar(facts.meetingId)} download className={linkClass}>
          <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
          {t("file")}
        </a>
      </div>
    </section>
  );
}
