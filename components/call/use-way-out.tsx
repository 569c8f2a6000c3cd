"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
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
  setNeeded: (isNeeded: boolean) => void;
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

/** For what asks before one leaves: while it `isNeeded`, leaving asks. */
export function useQuestionOnLeaving(isNeeded: boolean): WayOut & { stopAsking: () => void } {
  const questions = useContext(QuestionsContext);
  const wayOut = useWayOut();
  if (!questions) throw new Error("useQuestionOnLeaving needs a WayOutProvider above it.");
  const { setNeeded, stopAsking } = questions;
  useEffect(() => {
    setNeeded(isNeeded);
    return () => setNeeded(false);
  }, [isNeeded, setNeeded]);
  return { ...wayOut, stopAsking };
}

export function WayOutProvider({ children }: { children: ReactNode }) {
  const { leave } = useCall();
  const isNeeded = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  const leaveOrAsk = useCallback(() => {
    if (!isNeeded.current) {
      leave();
      return;
    }
    // It may be pressed in a window beside the page.
    window.focus();
    setIsAsking(true);
  }, [leave]);
  const wayOut = useMemo(() => ({ leave: leaveOrAsk, isAsking }), [leaveOrAsk, isAsking]);
  const questions = useMemo<Questions>(
    () => ({
      setNeeded: (now) => {
        isNeeded.current = now;
      },
      stopAsking: () => setIsAsking(false),
    }),
    [],
  );
  return (
    <WayOutContext value={wayOut}>
      <QuestionsContext value={questions}>{children}</QuestionsContext>
    </WayOutContext>
  );
}
