"use client";
import { useRemoteParticipant } from "@livekit/components-react";
import { CloudOff, Lock, Reply, TriangleAlert } from "lucide-react";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/call/avatar";
import { hueOf } from "@/components/call/person";
import { Button } from "@/components/ui/button";
import { sayTime } from "@/lib/client/say-when";
import { useChatSession } from "./chat-provider";
import { FileView } from "./file-view";
import { isFewEmoji, plainOf } from "./markdown";
import { MarkdownView } from "./markdown-view";
import type { Entry } from "./merge-messages";
import { MessageMenu } from "./message-menu";
import type { Standing } from "./outbox";

interface MessageRowProps {
  entry: Entry;
  beginsGroup: boolean;
  timeZone: string;
  timeLocale: string;
  standing: Standing | undefined;
  isUnkept: boolean;
  answered: Entry | undefined;
  onGoTo: (id: string) => void;
  onDelete: (entry: Entry) => void;
  onRemove: (entry: Entry) => void;
  onLook: (entry: Entry) => void;
}

const small = { size: 14, strokeWidth: 2, "aria-hidden": true } as const;
/** What is longer is shown whole when asked. */
const longLetters = 1_600;
const longLines = 24;

const isLong = (text: string) => text.length > longLetters || text.split("\n").length > longLines;

/** Drawn again only when something of it changed: a standing is made anew each time. */
const isSame = (one: MessageRowProps, other: MessageRowProps) =>
  one.entry === other.entry &&
  one.beginsGroup === other.beginsGroup &&
  one.timeZone === other.timeZone &&
  one.isUnkept === other.isUnkept &&
  one.answered === other.answered &&
  one.onGoTo === other.onGoTo &&
  JSON.stringify(one.standing) === JSON.stringify(other.standing);

/** One message, or one file. */
export const MessageRow = memo(Row, isSame);

function Row({
  entry,
  beginsGroup,
  timeZone,
  timeLocale,
  standing,
  isUnkept,
  answered,
  onGoTo,
  onDelete,
  onRemove,
  onLook,
}: MessageRowProps) {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const isOwn = session.isOwn(entry);
  const { author, content, to } = entry;
  const at = new Date(entry.at);
  const isDeleted = content.kind === "deleted";
  const look = isOwn ? "bg-accent/18" : "bg-ink/7";
  return (
    <li
      data-message={entry.id}
      tabIndex={-1}
      className={`group/row flex flex-col rounded-control outline-none ${isOwn ? "items-end" : "items-start"} ${beginsGroup ? "pt-3" : "pt-1"}`}
    >
      {beginsGroup && (
        <p
          className={`flex max-w-full items-center gap-2 pb-1 text-xs ${isOwn ? "flex-row-reverse" : ""}`}
        >
          {!isOwn && (
            <Avatar
              identity={author.identity}
              name={author.name}
              className="size-6 text-[0.625rem]"
            />
          )}
          <bdi className={isOwn ? "sr-only" : "min-w-0 truncate font-semibold"}>
            {isOwn ? t("you") : author.name}
          </bdi>
          {author.role !== undefined && author.role !== "participant" && !isOwn && (
            <span className="shrink-0 text-ink-soft">{t(author.role)}</span>
          )}
          <time dateTime={at.toISOString()} className="shrink-0 text-ink-soft">
            {sayTime(at, timeZone, timeLocale)}
          </time>
          {to !== null && (isOwn ? <ToWhom identity={to} /> : <Private words={t("onlyYou")} />)}
        </p>
      )}
      <div
        className={`flex max-w-full items-center gap-0.5 ${isOwn ? "flex-row-reverse" : "sm:pl-8"}`}
      >
        <div
          className={`grid min-w-0 grid-cols-1 gap-1.5 rounded-tile px-3 py-2 text-sm ${isDeleted ? "border border-edge text-ink-soft" : look} ${to === null ? "" : "border border-caution border-dashed"}`}
        >
          {entry.replyTo !== null && !isDeleted && <Answered entry={answered} onGoTo={onGoTo} />}
          {content.kind === "deleted" && <p className="italic">{t("deleted")}</p>}
          {content.kind === "text" && <Text text={content.text} />}
          {content.kind === "file" && (
            <FileView
              id={entry.id}
              name={content.name}
              size={content.size}
              isOwn={isOwn}
              onLook={() => onLook(entry)}
            />
          )}
        </div>
        {!isDeleted && (
          <MessageMenu entry={entry} isOwn={isOwn} onDelete={onDelete} onRemove={onRemove} />
        )}
      </div>
      <div
        className={`flex flex-wrap items-center gap-x-2 text-ink-soft text-xs ${isOwn ? "justify-end" : "sm:pl-8"}`}
      >
        {entry.isEdited && !isDeleted && <span>{t("edited")}</span>}
        {isUnkept && standing === undefined && content.kind !== "file" && (
          <span>{t("notKept")}</span>
        )}
        {standing && <StandingLine id={entry.id} standing={standing} />}
      </div>
    </li>
  );
}

function Text({ text }: { text: string }) {
  const t = useTranslations("features.chat");
  const [isWhole, setIsWhole] = useState(false);
  if (isFewEmoji(text)) return <p className="text-xl">{text}</p>;
  if (isWhole || !isLong(text)) return <MarkdownView text={text} />;
  return (
    <>
      <div className="max-h-96 overflow-hidden mask-b-from-80%">
        <MarkdownView text={text} />
      </div>
      <Button variant="plain" className="justify-self-start" onClick={() => setIsWhole(true)}>
        {t("showAll")}
      </Button>
    </>
  );
}

function Private({ words }: { words: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1 font-medium text-caution">
      <Lock {...small} className="shrink-0" />
      <bdi className="truncate">{words}</bdi>
    </span>
  );
}

function ToWhom({ identity }: { identity: string }) {
  const t = useTranslations("features.chat");
  const name = useRemoteParticipant(identity)?.name;
  return <Private words={t("onlyThem", { name: name || t("someone") })} />;
}

/** What this message answers, in a line; pressing it goes there. */
function Answered({ entry, onGoTo }: { entry: Entry | undefined; onGoTo: (id: string) => void }) {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  if (!entry) return <p className="text-ink-soft text-xs italic">{t("answersGone")}</p>;
  const { content } = entry;
  const name = session.isOwn(entry) ? t("you") : entry.author.name;
  const text =
    content.kind === "text"
      ? plainOf(content.text).slice(0, 200)
      : content.kind === "file"
        ? content.name
        : t("aDeleted");
  return (
    <button
      type="button"
      aria-label={t("goTo", { name, text })}
      onClick={() => onGoTo(entry.id)}
      className="grid min-w-0 grid-cols-1 gap-px rounded-[4px] border-l-2 py-0.5 pl-2 text-left text-xs hover:bg-ink/6"
      style={{ borderColor: `oklch(0.6 0.13 ${hueOf(entry.author.identity)})` }}
    >
      <span className="flex items-center gap-1 font-semibold">
        <Reply {...small} className="shrink-0" />
        <bdi className="truncate">{name}</bdi>
      </span>
      <span dir="auto" className="line-clamp-2 break-words text-ink-soft [overflow-wrap:anywhere]">
        {text}
      </span>
    </button>
  );
}

function StandingLine({ id, standing }: { id: string; standing: Standing }) {
  const t = useTranslations("features.chat.standing");
  const session = useChatSession();
  if (standing.kind === "sending") return <span className="sr-only">{t("sending")}</span>;
  if (standing.kind !== "refused") {
    return (
      <span className="inline-flex items-center gap-1 py-0.5 text-caution">
        <CloudOff {...small} className="shrink-0" />
        {t(standing.kind)}
      </span>
    );
  }
  const { why, isSent } = standing;
  return (
    <>
      <span role="alert" className="inline-flex items-center gap-1 py-0.5 text-danger">
        <TriangleAlert {...small} className="shrink-0" />
        {t(isSent ? "refusedSent" : "refused", { why })}
      </span>
      <span>
        <Button variant="plain" className="px-2! text-xs!" onClick={() => session.retry(id)}>
          {t("retry")}
        </Button>
        <Button variant="plain" className="px-2! text-xs!" onClick={() => session.discard(id)}>
          {t("discard")}
        </Button>
      </span>
    </>
  );
}
