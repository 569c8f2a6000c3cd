"use client";
import { useRemoteParticipant } from "@livekit/components-react";
import { Paperclip, Pencil, Reply, SendHorizontal, Smile, X } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useHostAct } from "@/components/call/use-host-act";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { editMessage } from "@/lib/client/api";
import { EditMessageRequest, mostInMessage } from "@/lib/contract/message";
import { useChat, useChatSession } from "./chat-provider";
import { EmojiPanel } from "./emoji-panel";
import { FilePicker } from "./file-picker";
import { plainOf } from "./markdown";
import { pastedFiles } from "./pasted-files";
import { RecipientMenu } from "./recipient-menu";
import { useDraft } from "./use-draft";
import { useIsAway } from "./use-is-away";

const mark = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
const small = { size: 14, strokeWidth: 2, "aria-hidden": true } as const;
/** From here on it is said how much is left. */
const countedFrom = mostInMessage - 400;
const mostHigh = 200;

const lettersOf = (text: string) =>
  text.length > mostInMessage * 2 ? text.length : [...text].length;

/** What draws nothing or turns the reading direction round comes along with what is pasted. */
const unwanted = /[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|(?![\t\n])\p{Cc}/gu;

interface ComposerProps {
  add: (files: readonly File[]) => void;
  /** Why a file was not taken. */
  refused: string | undefined;
}

/** Where one writes. Enter sends, Shift+Enter begins a line, Up in the empty field changes the last message. */
export function Composer({ add, refused }: ComposerProps) {
  const t = useTranslations("features.chat.composer");
  const session = useChatSession();
  const { draft } = session;
  const { text, to, about, files } = useDraft();
  const { entries } = useChat();
  const { run } = useHostAct();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [areEmojiOpen, setAreEmojiOpen] = useState(false);
  const [why, setWhy] = useState<string>();
  const attachKey = useShortcutKey("chat.composer.attach");
  const name = useRecipientName(to);
  const isAway = useIsAway(to);
  const letters = lettersOf(text);
  const isTooLong = letters > mostInMessage;
  const isEditing = about?.kind === "edit";
  const isEmpty = text.trim() === "" && (isEditing || files.length === 0);
  const note = isTooLong
    ? t("tooLong", { count: letters - mostInMessage })
    : (why ?? (letters > countedFrom ? t("left", { count: mostInMessage - letters }) : refused));

  // biome-ignore lint/correctness/useExhaustiveDependencies: as high as what is written in it.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight + 2, mostHigh)}px`;
  }, [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was chosen to be written to is written to next.
  useEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    const isAsked = about !== null || to !== null;
    if (!isAsked && !window.matchMedia("(pointer: fine)").matches) return;
    // After the panel, which takes the focus when it opens.
    const frame = requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      const end = field.current?.value.length ?? 0;
      field.current?.setSelectionRange(end, end);
    });
    return () => cancelAnimationFrame(frame);
  }, [about, to?.identity]);

  const saveEdit = (messageId: string, next: string) => {
    const before = draft.snapshot();
    void run(
      `message:${messageId}`,
      async ({ meetingId, as }) => {
        session.keep([await editMessage(meetingId, messageId, { text: next }, as)]);
      },
      { failed: (sentence) => setWhy(sentence) },
    ).then((isDone) => {
      // Meanwhile something else may be written.
      if (isDone && draft.snapshot().about === before.about) draft.endAbout();
    });
  };
  const send = () => {
    setWhy(undefined);
    const cleaned = text.replace(unwanted, "");
    if (isTooLong || isEmpty) return;
    const parsed =
      cleaned.trim() === "" ? undefined : EditMessageRequest.safeParse({ text: cleaned });
    if (parsed && !parsed.success) {
      setWhy(parsed.error.issues.map(({ message }) => message).join(" "));
      return;
    }
    const whole = parsed?.data.text;
    if (about?.kind === "edit") {
      if (whole !== undefined) saveEdit(about.id, whole);
      return;
    }
    if (isAway && files.length > 0) {
      setWhy(t("filesAway", { name }));
      return;
    }
    if (whole !== undefined) session.send(whole, to?.identity ?? null, about?.id ?? null);
    for (const file of files) session.transfers.send(file, to?.identity ?? null);
    draft.clear();
    setAreEmojiOpen(false);
    field.current?.focus();
  };
  const editLast = () => {
    const last = entries.findLast(
      (entry) =>
        session.isOwn(entry) && entry.position !== undefined && entry.content.kind === "text",
    );
    if (last?.content.kind === "text") draft.beginEdit(last.id, last.content.text);
    return last !== undefined;
  };
  const keyPressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends a composition before it tells of the Enter that took the candidate; what is left is its
    // code, 229: https://bugs.webkit.org/show_bug.cgi?id=165004
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && text === "" && about === null) {
      if (editLast()) event.preventDefault();
    } else if (event.key === "Escape" && (about !== null || areEmojiOpen)) {
      // One step back at a time: the panel stays.
      event.preventDefault();
      if (areEmojiOpen) setAreEmojiOpen(false);
      else draft.endAbout();
    }
  };
  const insert = (emoji: string) => {
    const element = field.current;
    const from = element?.selectionStart ?? text.length;
    const until = element?.selectionEnd ?? text.length;
    draft.set({ text: text.slice(0, from) + emoji + text.slice(until) });
    requestAnimationFrame(() =>
      element?.setSelectionRange(from + emoji.length, from + emoji.length),
    );
  };
  const closeEmoji = () => {
    setAreEmojiOpen(false);
    field.current?.focus();
  };

  return (
    <div className="grid grid-cols-1 gap-1.5 border-edge border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      {areEmojiOpen && <EmojiPanel onPick={insert} onClose={closeEmoji} />}
      {about && <About onEnd={() => draft.endAbout()} />}
      {files.length > 0 && !isEditing && <WaitingFiles files={files} />}
      {!isEditing && <RecipientMenu to={to} name={name} isAway={isAway} />}
      <div
        className={`grid grid-cols-1 rounded-tile border bg-surface focus-within:ring-1 ${
          to === null || isEditing
            ? "border-edge-strong focus-within:border-focus focus-within:ring-focus"
            : "border-caution focus-within:ring-caution"
        }`}
      >
        <label htmlFor={id} className="sr-only">
          {to === null ? t("field") : t("fieldPrivate", { name })}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={1}
          dir="auto"
          value={text}
          placeholder={to === null ? t("field") : t("fieldPrivate", { name })}
          aria-invalid={isTooLong || undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          enterKeyHint="send"
          onChange={(event) => {
            setWhy(undefined);
            draft.set({ text: event.target.value });
          }}
          onKeyDown={keyPressed}
          onPaste={(event) => {
            const pasted = isEditing ? [] : pastedFiles(event.clipboardData);
            if (pasted.length === 0) return;
            event.preventDefault();
            add(pasted);
          }}
          className="max-h-50 min-h-11 w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-base outline-none placeholder:text-ink-soft mouse:text-sm"
        />
        <div className="flex items-center px-1 pb-1">
          {!isEditing && (
            <>
              <IconButton
                label={t("attach")}
                shortcut={attachKey}
                onClick={() => picker.current?.click()}
              >
                <Paperclip {...mark} />
              </IconButton>
              <FilePicker ref={picker} onPick={add} />
            </>
          )}
          <IconButton
            label={t("emoji")}
            aria-expanded={areEmojiOpen}
            onClick={() => setAreEmojiOpen(!areEmojiOpen)}
          >
            <Smile {...mark} />
          </IconButton>
          <span className="flex-1" />
          <IconButton
            label={isEditing ? t("save") : t("send")}
            variant={isEmpty || isTooLong ? "plain" : "primary"}
            aria-disabled={isEmpty || isTooLong || undefined}
            onClick={send}
          >
            <SendHorizontal {...mark} />
          </IconButton>
        </div>
      </div>
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role="status"
          className={`px-1 text-xs ${isTooLong || why !== undefined ? "text-danger" : "text-ink-soft"}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}

function useRecipientName(to: { identity: string; name: string } | null): string {
  const t = useTranslations("features.chat");
  const now = useRemoteParticipant(to?.identity ?? "")?.name;
  return now || to?.name || t("someone");
}

/** What the next message answers, or which one it changes. */
function About({ onEnd }: { onEnd: () => void }) {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const { about } = useDraft();
  const { entries } = useChat();
  if (!about) return null;
  const entry = entries.find(({ id }) => id === about.id);
  const { content } = entry ?? {};
  const words =
    content?.kind === "text" ? plainOf(content.text) : content?.kind === "file" ? content.name : "";
  const who = !entry || session.isOwn(entry) ? t("you") : entry.author.name;
  const icon: ReactNode = about.kind === "edit" ? <Pencil {...small} /> : <Reply {...small} />;
  return (
    <div className="flex items-center gap-2 rounded-control bg-ink/7 py-1 pr-1 pl-3 text-xs">
      {icon}
      <p className="min-w-0 flex-1">
        <span className="block truncate font-semibold">
          {about.kind === "edit" ? t("composer.editing") : t("composer.replyingTo", { name: who })}
        </span>
        {about.kind === "reply" && (
          <span dir="auto" className="block truncate text-ink-soft">
            {words}
          </span>
        )}
      </p>
      <IconButton label={t("composer.cancel")} onClick={onEnd}>
        <X size={16} strokeWidth={2} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function WaitingFiles({ files }: { files: readonly File[] }) {
  const t = useTranslations("features.chat.files");
  const { draft } = useChatSession();
  return (
    <div className="grid grid-cols-1 gap-1">
      <ul aria-label={t("waiting")} className="flex flex-wrap gap-1">
        {files.map((file) => (
          <li
            key={`${file.name}/${file.size}/${file.lastModified}`}
            className="flex min-w-0 max-w-full items-center rounded-full bg-ink/8 pl-3 text-xs"
          >
            <bdi className="truncate">{file.name}</bdi>
            <IconButton
              label={t("remove", { name: file.name })}
              onClick={() => draft.set({ files: files.filter((other) => other !== file) })}
            >
              <X size={16} strokeWidth={2} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <p className="px-1 text-ink-soft text-xs">{t("notKept")}</p>
    </div>
  );
}
