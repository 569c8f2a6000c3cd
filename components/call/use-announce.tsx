"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { OnTop, type Placed } from "@/components/ui/on-top";
import { topPlace, useTopPlace } from "@/components/ui/top-place";
import { readPreferences, type Switch } from "@/lib/client/preferences";

/** What screen readers are told of, and the switch of each; what concerns oneself is said in any case. */
const switchOf = {
  people: "announcePeople",
  hands: "announceHands",
  messages: "announceMessages",
  reactions: "announceReactions",
  host: "announceHostActs",
  own: undefined,
} as const satisfies Record<string, Switch | undefined>;

type NewsKind = keyof typeof switchOf;

/** Whether news of a kind is read out now. A toast that tells such news is quiet where it is not. */
export function isReadOut(kind: NewsKind): boolean {
  const name = switchOf[kind];
  return name === undefined || readPreferences()[name];
}

/** Enough for a screen reader to come round to; what is older has been said. */
const kept = 5;

interface News extends Placed {
  id: number;
  sentence: string;
}

type Announce = (kind: NewsKind, sentence: string) => void;

const AnnounceContext = createContext<Announce | undefined>(undefined);

/** Says something to screen readers alone, politely, unless its kind is switched off. Toasts speak for themselves. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error("useAnnounce needs an AnnounceProvider above it.");
  return announce;
}

/**
 * Says a sentence about oneself to screen readers as soon as there is one, for notes that come and go: a live
 * region that comes with its words is passed over. `over` is said when there is none any more.
 */
export function useSaid(sentence: string | undefined, over?: string): void {
  const announce = useAnnounce();
  const wasThere = useRef(false);
  useEffect(() => {
    const said = sentence ?? (wasThere.current ? over : undefined);
    wasThere.current = sentence !== undefined;
    if (said !== undefined) announce("own", said);
  }, [announce, sentence, over]);
}

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<readonly News[]>([]);
  const lastId = useRef(0);
  const top = useTopPlace();
  const announce = useCallback<Announce>((kind, sentence) => {
    if (!isReadOut(kind)) return;
    lastId.current += 1;
    const one = { id: lastId.current, sentence, place: topPlace() };
    setNews((before) => [...before, one].slice(-kept));
  }, []);
  // What was said in a dialog is not said again when that is closed.
  const fresh = news.filter(({ place }) => place === undefined || place === top);
  return (
    <AnnounceContext value={announce}>
      {children}
      <OnTop items={fresh}>
        {(said) => (
          <div role="log" aria-live="polite" className="sr-only">
            {said.map(({ id, sentence }) => (
              <p key={id}>{sentence}</p>
            ))}
          </div>
        )}
      </OnTop>
    </AnnounceContext>
  );
}
