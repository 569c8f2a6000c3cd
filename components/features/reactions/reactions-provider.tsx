"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { countDropped } from "@/components/call/dropped-data";
import { useDataMessages } from "@/components/call/use-data-messages";
import { useLoaded } from "@/components/call/use-loaded";
import { useLookAgain } from "@/components/call/use-look-again";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { readPreferences } from "@/lib/client/preferences";
import { allowance } from "./allowance";
import { type Reaction, ReactionMessage, reactionTopic } from "./message";
import { ReactionStore } from "./reaction-store";
import { useReactionsAllowed } from "./use-reactions-allowed";
import { useSaidTogether } from "./use-said-together";

const loadPicker = () => import("./picker").then(({ Picker }) => Picker);

/** Less than what receivers show of one sender. */
const ownPace = { burst: 6, perSecond: 3 };

interface Reactions {
  store: ReactionStore;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  send: (reaction: Reaction) => void;
  /** Why this person may not react. */
  unavailable: string | undefined;
}

const ReactionsContext = createContext<Reactions | undefined>(undefined);

export function useReactions(): Reactions {
  const reactions = useContext(ReactionsContext);
  if (!reactions) throw new Error("useReactions needs a ReactionsProvider above it.");
  return reactions;
}

export function ReactionsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("features.reactions");
  const toast = useToast();
  const { phase, entry } = useCall();
  const { unavailable, mayReact } = useReactionsAllowed();
  const [store] = useState(() => new ReactionStore());
  const [isOpen, setIsOpen] = useState(false);
  const [mayGo] = useState(() => allowance(ownPace));
  const said = useRef<SaidToast>(undefined);
  const say = useSaidTogether();

  const publish = useDataMessages(reactionTopic, ReactionMessage, ({ reaction }, from) => {
    if (!readPreferences().reactions) return;
    const sender = { identity: from.identity, name: from.name || from.identity, isLocal: false };
    if (mayReact(from) && store.add(sender, reaction)) say(sender, reaction);
    else countDropped(reactionTopic);
  });
  const refuse = (text: string) => {
    said.current?.dismiss();
    said.current = toast({ text });
  };
  const send = (reaction: Reaction) => {
    if (unavailable !== undefined) refuse(unavailable);
    else if (phase !== "in-call") refuse(t("notSent"));
    else if (mayGo(performance.now())) {
      const { participant_identity: identity, participant_name: name } = entry.joined;
      const sender = { identity, name, isLocal: true };
      if (store.add(sender, reaction)) say(sender, reaction);
      publish({ reaction }).catch(() => refuse(t("notSent")));
    }
  };
  const { part: Picker, hasFailed, retry } = useLoaded(loadPicker, isOpen);
  const giveUp = useEffectEvent(() => {
    retry();
    setIsOpen(false);
    refuse(t("notLoaded"));
  });
  useEffect(() => {
    if (hasFailed) giveUp();
  }, [hasFailed]);
  useLookAgain(unavailable, () => {
    if (!isOpen || unavailable === undefined) return;
    setIsOpen(false);
    refuse(unavailable);
  });
  const latest = useRef({ send, refuse, unavailable });
  useEffect(() => {
    latest.current = { send, refuse, unavailable };
  });

  const reactions = useMemo<Reactions>(
    () => ({
      store,
      isOpen,
      unavailable,
      send: (reaction) => latest.current.send(reaction),
      setOpen: (next) => {
        const why = latest.current.unavailable;
        // Fingers see no tooltip.
        if (next && why !== undefined) latest.current.refuse(why);
        else setIsOpen(next);
      },
    }),
    [store, isOpen, unavailable],
  );
  return (
    <ReactionsContext value={reactions}>
      {children}
      {isOpen && Picker && <Picker onSend={reactions.send} onClose={() => setIsOpen(false)} />}
    </ReactionsContext>
  );
}
