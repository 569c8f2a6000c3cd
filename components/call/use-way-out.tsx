"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useCall } from "./call-provider";

interface WayOut {
  /** Leaves the call; where something has to be asked first, that is asked in the page. */
  leave: () => void;
  /** It is asked now. */
  isAsking: boolean;
}

interface Questions {
  asking: string | undefined;
  setNeeded: (id: string, isNeeded: boolean) => void;
  /** Asks the next one that is needed, or leaves. */
  goOn: () => void;
  stopAsking: () => void;
}

const WayOutContext = createContext<WayOut | undefined>(undefined);
const QuestionsContext = createContext<Questions | undefined>(undefined);

/** The way out of the call, wherever somebody presses for it: in the page, or in another window of the call's. */
export function useWayOut(): WayOut {
  const wayOut = useContext(WayOutContext);
  if (!wayOut) throw new Error("useWayOut needs a WayOutProvider above it.");
  return wayOut;
}

interface QuestionOnLeaving {
  /** This one is asked now. */
  isAsking: boolean;
  /** The answer is to leave: what others have to ask comes first. */
  goOn: () => void;
  /** The answer is to stay. */
  stopAsking: () => void;
}

/** For what asks before one leaves: while it `isNeeded`, leaving asks, one question after the other. */
export function useQuestionOnLeaving(isNeeded: boolean): QuestionOnLeaving {
  const id = useId();
  const questions = useContext(QuestionsContext);
  if (!questions) throw new Error("useQuestionOnLeaving needs a WayOutProvider above it.");
  const { asking, setNeeded, goOn, stopAsking } = questions;
  useEffect(() => {
    setNeeded(id, isNeeded);
    return () => setNeeded(id, false);
  }, [id, isNeeded, setNeeded]);
  return { isAsking: asking === id, goOn, stopAsking };
}

export function WayOutProvider({ children }: { children: ReactNode }) {
  const { leave } = useCall();
  /** Whether each is needed, in the order in which they came: what the call shows before what lies around it. */
  const needed = useRef(new Map<string, boolean>());
  const asked = useRef(new Set<string>());
  const [asking, setAsking] = useState<string>();
  const goOn = useCallback(() => {
    const next = [...needed.current.keys()].find(
      (id) => needed.current.get(id) && !asked.current.has(id),
    );
    setAsking(next);
    if (next === undefined) {
      leave();
      return;
    }
    asked.current.add(next);
    // It may be pressed in a window beside the page.
    window.focus();
  }, [leave]);
  const wayOut = useMemo(
    () => ({
      leave: () => {
        asked.current.clear();
        goOn();
      },
      isAsking: asking !== undefined,
    }),
    [goOn, asking],
  );
  const questions = useMemo<Questions>(
    () => ({
      asking,
      setNeeded: (id, isNeeded) => void needed.current.set(id, isNeeded),
      goOn,
      stopAsking: () => setAsking(undefined),
    }),
    [asking, goOn],
  );
  return (
    <WayOutContext value={wayOut}>
      <QuestionsContext value={questions}>{children}</QuestionsContext>
    </WayOutContext>
  );
}
