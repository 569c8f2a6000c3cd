"use client";
import { ArrowDown } from "lucide-react";
import {
  Fragment,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { ownTimeZone, sayDate, timesLocale } from "@/lib/client/say-when";
import { useChat, useChatSession } from "./chat-provider";
import { DeleteDialog } from "./delete-dialog";
import { FileDialog } from "./file-dialog";
import { drawnFrom, linesOf } from "./list-lines";
import type { Entry } from "./merge-messages";
import { MessageRow } from "./message-row";

/** How many are drawn at first, and how many more each time. */
const drawnAtOnce = 60;
/** Nor all of it where much is new. */
const mostDrawnAtFirst = 300;
/** So near the end counts as the end. */
const nearEndPixels = 48;

/** What was written, oldest first. It stays where one reads. */
export function MessageList() {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const { entries, unread, feed } = useChat();
  const locale = useLocale();
  const times = useMemo(
    () => ({ timeZone: ownTimeZone(), locale: timesLocale(locale, navigator.languages) }),
    [locale],
  );
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLLIElement>(null);
  const isAtEnd = useRef(true);
  const [isAway, setIsAway] = useState(false);
  const [deleting, setDeleting] = useState<Entry>();
  const [lookedAt, setLookedAt] = useState<Entry>();
  const keptFromEnd = useRef<number>(undefined);
  const jumpTo = useRef<string>(undefined);
  const [firstNew, setFirstNew] = useState(() => entries.find(session.isUnread)?.id);
  const [most, setMost] = useState(() => {
    const index = entries.findIndex(({ id }) => id === firstNew);
    return index < 0
      ? drawnAtOnce
      : Math.min(mostDrawnAtFirst, Math.max(drawnAtOnce, entries.length - index + 10));
  });
  /** The first that is drawn, while one reads further up. */
  const [firstDrawn, setFirstDrawn] = useState<string>();
  const hasAnswered = feed !== "loading";
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const from = drawnFrom(entries, most, firstDrawn);
  const shown = useMemo(
    () => linesOf(entries, from, times.timeZone, Date.now()),
    [entries, from, times.timeZone],
  );
  const first = useRef<string>(undefined);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    const wasAtEnd = isAtEnd.current;
    isAtEnd.current = left < nearEndPixels;
    setIsAway(!isAtEnd.current);
    const drawn = first.current;
    if (!isAtEnd.current) setFirstDrawn((now) => now ?? drawn);
    else if (!wasAtEnd) {
      setFirstDrawn(undefined);
      // Whoever comes back to the end has read them.
      setFirstNew(undefined);
    }
    session.setReading(isAtEnd.current && document.visibilityState === "visible");
  }, [session]);
  /** One goes on reading where the new ones begin, if they do not all fit. */
  const toFirstNew = useCallback(() => {
    const element = scroller.current;
    if (!element || !divider.current) return;
    const { top } = divider.current.getBoundingClientRect();
    element.scrollTop += top - element.getBoundingClientRect().top;
  }, []);

  useLayoutEffect(() => {
    if (!divider.current) return;
    toFirstNew();
    look();
  }, [toFirstNew, look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn decides where one stands.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    first.current = shown[0]?.entry.id;
    if (jumpTo.current !== undefined) {
      const id = jumpTo.current;
      jumpTo.current = undefined;
      showRow(element, id);
    } else if (keptFromEnd.current !== undefined) {
      element.scrollTop = element.scrollHeight - keptFromEnd.current;
      keptFromEnd.current = undefined;
    } else if (isAtEnd.current) toEnd();
    look();
  }, [shown, most]);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    // Pictures and what is opened in a message change its height.
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    watch.observe(element);
    if (scroller.current) watch.observe(scroller.current);
    const turned = () => {
      const isBack = document.visibilityState === "visible";
      if (isBack && isAtEnd.current && session.snapshot().unread > 0) toFirstNew();
      look();
    };
    document.addEventListener("visibilitychange", turned);
    return () => {
      watch.disconnect();
      document.removeEventListener("visibilitychange", turned);
      session.setReading(false);
    };
  }, [session, look, toEnd, toFirstNew]);
  const last = entries.at(-1);
  const lastSeen = useRef(last?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what comes last decides.
  useEffect(() => {
    if (last?.id === lastSeen.current) return;
    lastSeen.current = last?.id;
    // Whoever reads further up, or in another tab, finds the line where the new ones begin; who writes has read.
    const unread = entries.find(session.isUnread)?.id;
    if (unread !== undefined) setFirstNew(unread);
    else if (last && session.isOwn(last)) setFirstNew(undefined);
  }, [last?.id]);

  const drawLast = useCallback((count: number) => {
    setMost(count);
    setFirstDrawn(undefined);
  }, []);
  const showEarlier = () => {
    const element = scroller.current;
    if (element) keptFromEnd.current = element.scrollHeight - element.scrollTop;
    drawLast(shown.length + drawnAtOnce);
  };
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  }, [entries]);
  // The same for as long as the list is there: with another one every row would be drawn again.
  const goTo = useCallback(
    (id: string) => {
      const element = scroller.current;
      if (!element || showRow(element, id)) return;
      const index = latest.current.findIndex((entry) => entry.id === id);
      if (index < 0) return;
      jumpTo.current = id;
      drawLast(latest.current.length - index + 20);
    },
    [drawLast],
  );

  const remove = useCallback(
    ({ id }: Entry) => {
      session.removeHere(id);
      // Its menu had the focus, and goes with it.
      scroller.current?.focus({ preventScroll: true });
    },
    [session],
  );
  // What is deleted meanwhile is not looked at any longer.
  const isStillThere = lookedAt && byId.get(lookedAt.id)?.content.kind === "file";

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroller}
        aria-label={t("messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
        onScroll={look}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pb-2 -outline-offset-2"
      >
        <div ref={content} className="flex min-h-full flex-col justify-end">
          {entries.length > shown.length && (
            <Button variant="plain" className="mx-auto my-2" onClick={showEarlier}>
              {t("earlier")}
            </Button>
          )}
          {entries.length === 0 && feed !== "away" && (
            <div className="grid flex-1 place-content-center gap-1 p-4 text-center text-sm">
              {hasAnswered ? (
                <>
                  <p className="font-medium">{t("empty")}</p>
                  <p className="text-balance text-ink-soft">{t("emptyHint")}</p>
                </>
              ) : (
                <Spinner label={t("loading")} />
              )}
            </div>
          )}
          <ol>
            {shown.map(({ entry, beginsDay, beginsGroup }) => (
              <Fragment key={entry.id}>
                {beginsDay && (
                  <li className="flex justify-center pt-4 pb-1 text-ink-soft text-xs">
                    {sayDate(new Date(entry.at), times.timeZone, times.locale)}
                  </li>
                )}
                {entry.id === firstNew && (
                  <li
                    ref={divider}
                    className="flex items-center gap-2 pt-3 font-medium text-accent-strong text-xs before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent"
                  >
                    {t("newMessages")}
                  </li>
                )}
                <MessageRow
                  entry={entry}
                  beginsGroup={beginsGroup || entry.id === firstNew}
                  timeZone={times.timeZone}
                  timeLocale={times.locale}
                  standing={session.standingOf(entry.id)}
                  isUnkept={session.isUnkept(entry)}
                  answered={entry.replyTo === null ? undefined : byId.get(entry.replyTo)}
                  onGoTo={goTo}
                  onDelete={setDeleting}
                  onRemove={remove}
                  onLook={setLookedAt}
                />
              </Fragment>
            ))}
          </ol>
        </div>
      </section>
      {feed === "away" && (
        <div role="status" className="flex items-center gap-2 px-4 py-1.5 text-ink-soft text-xs">
          <p className="min-w-0 flex-1">{t("away")}</p>
          <Button variant="plain" className="text-xs!" onClick={() => session.look()}>
            {t("tryAgain")}
          </Button>
        </div>
      )}
      {isAway && (
        <Button
          variant="primary"
          icon={<ArrowDown size={16} strokeWidth={2} aria-hidden="true" />}
          className="absolute! bottom-2 left-1/2 -translate-x-1/2 whitespace-nowrap rounded-full! shadow-float"
          onClick={toEnd}
        >
          {t("jumpToNew", { count: unread })}
        </Button>
      )}
      <FileDialog
        entry={isStillThere ? lookedAt : undefined}
        onClose={() => setLookedAt(undefined)}
      />
      <DeleteDialog entry={deleting} onClose={() => setDeleting(undefined)} />
    </div>
  );
}

/** Brings a message into sight and marks it for a moment; false where it is not drawn. */
function showRow(within: HTMLElement, id: string): boolean {
  const row = [...within.querySelectorAll<HTMLElement>("[data-message]")].find(
    (each) => each.dataset.message === id,
  );
  if (!row) return false;
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
  row.animate([{ background: "color-mix(in oklab, var(--accent) 30%, transparent)" }, {}], {
    duration: 1_600,
    easing: "ease-in",
  });
  return true;
}
