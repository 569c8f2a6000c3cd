"use client";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { OnTop } from "@/components/ui/on-top";
import { readPreferences, type Switch } from "@/lib/client/preferences";

/** What screen readers are told of; each kind has its switch. */
type NewsKind = "people" | "hands" | "messages" | "reactions" | "host";

const switchOf = {
  people: "announcePeople",
  hands: "announceHands",
  messages: "announceMessages",
  reactions: "announceReactions",
  host: "announceHostActs",
} as const satisfies Record<NewsKind, Switch>;

/** Enough for a screen reader to come round to; what is older has been said. */
const kept = 5;

type Announce = (kind: NewsKind, sentence: string) => void;

const AnnounceContext = createContext<Announce | undefined>(undefined);

/** Says something to screen readers alone, politely, unless its kind is switched off. Toasts speak for themselves. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error("useAnnounce needs an AnnounceProvider above it.");
  return announce;
}

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<readonly { id: number; sentence: string }[]>([]);
  const lastId = useRef(0);
  const announce = useCallback<Announce>((kind, sentence) => {
    if (!readPreferences()[switchOf[kind]]) return;
    lastId.current += 1;
    const one = { id: lastId.current, sentence };
    setNews((before) => [...before, one].slice(-kept));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <OnTop>
        <div role="log" aria-live="polite" className="sr-only">
          {news.map(({ id, sentence }) => (
            <p key={id}>{sentence}</p>
          ))}
        </div>
      </OnTop>
    </AnnounceContext>
  );
}
