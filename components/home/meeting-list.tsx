"use client";
// Loaded by your-meetings.tsx once there is something to show.
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button-class";
import {
  forgetMeeting,
  listRecentMeetings,
  type RecentMeeting,
  restoreMeeting,
  watchRecentMeetings,
} from "@/lib/client/recent-meetings";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { askAbout } from "./ask-about";
import { LeavingRow } from "./leaving-row";
import { MeetingRow } from "./meeting-row";
import { type Known, type ListedMeeting, mergeMeetings } from "./merge-meetings";
import { useDelayedDelete } from "./use-delayed-delete";

export interface MeetingListProps {
  /** Made in this browser; undefined when the store could not be asked. */
  mine: readonly MeetingInfo[] | undefined;
  /** The server's clock when it made the page, so that both say the same time. */
  renderedAt: number;
  /** Whether the address asks for all of them at once. */
  isWhole: boolean;
}

const shownAtFirst = 8;
const askedAtOnce = 12;
const askAgainAfterMs = 30_000;

/** The minute that it is: what is said about times stays true while the page is open. */
function useNow(renderedAt: number): number {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function useRecentMeetings() {
  const [recents, setRecents] = useState<readonly RecentMeeting[]>([]);
  const read = useCallback(() => setRecents(listRecentMeetings()), []);
  useEffect(() => {
    read();
    // Back from a meeting, the page may come out of the browser's cache as it was left.
    window.addEventListener("pageshow", read);
    const stop = watchRecentMeetings(read);
    return () => {
      stop();
      window.removeEventListener("pageshow", read);
    };
  }, [read]);
  return [recents, read] as const;
}

/**
 * What the server did not say when it made the page: about joined meetings at once, about all of them
 * when the person comes back to the page after a while.
 */
function useKnown(mine: readonly MeetingInfo[], recents: readonly RecentMeeting[]) {
  const [known, setKnown] = useState<Known>(new Map());
  const askedAt = useRef(new Map<string, number>());

  const learn = useCallback((answers: Known) => {
    for (const [meetingId, answer] of answers) if (answer === "gone") forgetMeeting(meetingId);
    setKnown((before) => new Map([...before, ...answers]));
  }, []);

  const ask = useCallback(
    async (meetingIds: readonly string[]) => {
      const due = meetingIds
        .filter((id) => Date.now() - (askedAt.current.get(id) ?? 0) > askAgainAfterMs)
        .slice(0, askedAtOnce);
      for (const id of due) askedAt.current.set(id, Date.now());
      learn(await askAbout(due).catch(() => new Map()));
    },
    [learn],
  );

  // The page was asked for again, and what it says of one's own is newer now; what is gone stays gone.
  useEffect(() => {
    const own = new Set<string>(mine.map((info) => info.meeting_id));
    setKnown(
      (before) => new Map([...before].filter(([id, answer]) => answer === "gone" || !own.has(id))),
    );
  }, [mine]);

  useEffect(() => {
    const own = new Set<string>(mine.map((info) => info.meeting_id));
    const joined = recents.map((recent) => recent.meetingId).filter((id) => !own.has(id));
    void ask(joined);
    // The page itself brought the news of one's own.
    for (const id of own) if (!askedAt.current.has(id)) askedAt.current.set(id, Date.now());
    const askAll = () => {
      if (document.visibilityState === "visible") void ask([...own, ...joined]);
    };
    document.addEventListener("visibilitychange", askAll);
    window.addEventListener("pageshow", askAll);
    return () => {
      document.removeEventListener("visibilitychange", askAll);
      window.removeEventListener("pageshow", askAll);
    };
  }, [mine, recents, ask]);

  return [known, learn] as const;
}

const none: readonly MeetingInfo[] = [];

/** Whether the focus is in the row of a meeting that is about to go. */
function hasFocusLeaving(meetingId: string): boolean {
  const row = document.activeElement?.closest<HTMLElement>("[data-leaving]");
  return row?.dataset.leaving === meetingId;
}

/** The meetings made or joined in this browser. With none, nothing is drawn. */
export function MeetingList({ mine, renderedAt, isWhole }: MeetingListProps) {
  const t = useTranslations("home.list");
  const router = useRouter();
  const now = useNow(renderedAt);
  const [recents, readRecents] = useRecentMeetings();
  const [known, learn] = useKnown(mine ?? none, recents);
  const [showsAll, setShowsAll] = useState(isWhole);
  const [removed, setRemoved] = useState<ReadonlyMap<string, RecentMeeting>>(new Map());
  /** The meeting whose row comes back with the focus, which was on the way back. */
  const [returning, setReturning] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const bringBack = (meetingId: string) =>
    setReturning(hasFocusLeaving(meetingId) ? meetingId : undefined);
  const focusHeading = (meetingId: string) => {
    // The row with the focus is about to go: the next Tab goes on from here.
    if (hasFocusLeaving(meetingId)) heading.current?.focus();
  };
  const deletion = useDelayedDelete({
    onFailed: bringBack,
    onGone: (meetingId) => {
      focusHeading(meetingId);
      forgetMeeting(meetingId);
      readRecents();
      learn(new Map([[meetingId, "gone"]]));
    },
  });

  useEffect(() => {
    // The link that showed them is gone.
    if (showsAll) list.current?.children[shownAtFirst]?.querySelector("a")?.focus();
  }, [showsAll]);

  const shownRecents = useMemo(() => [...recents, ...removed.values()], [recents, removed]);
  const meetings = mergeMeetings(mine ?? none, shownRecents, known, now);
  if (meetings.length === 0 && mine !== undefined) return null;

  const remove = (meeting: ListedMeeting) => {
    const recent = recents.find(({ meetingId }) => meetingId === meeting.meetingId);
    if (!recent) return;
    setRemoved((before) => new Map(before).set(recent.meetingId, recent));
    forgetMeeting(recent.meetingId);
    readRecents();
  };
  const settleRemoval = (meetingId: string) => {
    setRemoved((before) => new Map([...before].filter(([id]) => id !== meetingId)));
  };
  const undoRemoval = (meetingId: string) => {
    bringBack(meetingId);
    const recent = removed.get(meetingId);
    if (recent) restoreMeeting(recent);
    settleRemoval(meetingId);
    readRecents();
  };

  const shown = showsAll ? meetings : meetings.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="your-meetings" className="w-full">
      <h2
        id="your-meetings"
        ref={heading}
        tabIndex={-1}
        className="pb-3 font-semibold text-lg outline-none"
      >
        {t("title")}
      </h2>
      {mine === undefined && (
        <p className="max-w-[65ch] pb-3 text-caution text-sm">{t("unavailable")}</p>
      )}
      {shown.length > 0 && (
        <ul ref={list} className="divide-y divide-edge rounded-tile border border-edge bg-surface">
          {shown.map((meeting) => {
            const { meetingId } = meeting;
            if (removed.has(meetingId))
              return (
                <LeavingRow
                  key={meetingId}
                  meeting={meeting}
                  says="removed"
                  onUndo={() => undoRemoval(meetingId)}
                  onOver={() => {
                    focusHeading(meetingId);
                    settleRemoval(meetingId);
                  }}
                />
              );
            if (deletion.isPending(meetingId))
              return (
                <LeavingRow
                  key={meetingId}
                  meeting={meeting}
                  says="deleted"
                  onUndo={() => {
                    bringBack(meetingId);
                    deletion.undo(meetingId);
                  }}
                />
              );
            return (
              <MeetingRow
                key={meetingId}
                meeting={meeting}
                now={now}
                takesFocus={returning === meetingId}
                deleteError={deletion.errorOf(meetingId)}
                onChanged={(info) => learn(new Map([[meetingId, info]]))}
                onDuplicated={() => router.refresh()}
                onDelete={() => deletion.start(meetingId)}
                onRemove={() => remove(meeting)}
              />
            );
          })}
        </ul>
      )}
      {shown.length < meetings.length && (
        // An address, for whoever is quicker than the page's script.
        <a
          href="/?all"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            setShowsAll(true);
          }}
          className={`${buttonClass("plain")} mt-2`}
        >
          {t("showAll", { count: meetings.length })}
        </a>
      )}
    </section>
  );
}
