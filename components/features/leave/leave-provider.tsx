"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { EndForAllDialog } from "@/components/call/end-for-all-dialog";
import { useOthersFacts } from "@/components/call/use-everyone";
import { roleOf, useOwnRole } from "@/components/call/use-role";
import { useQuestionOnLeaving, useWayOut } from "@/components/call/use-way-out";
import { PassOnDialog } from "./pass-on-dialog";

interface WaysOut {
  /** Leaves; the only host among others is asked first what becomes of the meeting. */
  leave: () => void;
  /** Asks whether the meeting is over for everyone. */
  askToEnd: () => void;
}

const WaysOutContext = createContext<WaysOut | undefined>(undefined);

export function useWaysOut(): WaysOut {
  const ways = useContext(WaysOutContext);
  if (!ways) throw new Error("useWaysOut needs a LeaveProvider above it.");
  return ways;
}

/** Holds what is asked before one goes: its button has another place in a narrow window, and what is open stays. */
export function LeaveProvider({ children }: { children: ReactNode }) {
  const { role } = useOwnRole();
  const others = useOthersFacts();
  const [isEndAsked, setIsEndAsked] = useState(false);
  const isOnlyHost = role === "host" && !others.some((person) => roleOf(person) === "host");
  const { leave } = useWayOut();
  const { isAsking, goOn, stopAsking } = useQuestionOnLeaving(isOnlyHost && others.length > 0);
  const ways = useMemo<WaysOut>(
    () => ({
      leave,
      askToEnd: () => {
        stopAsking();
        setIsEndAsked(true);
      },
    }),
    [leave, stopAsking],
  );
  return (
    <WaysOutContext value={ways}>
      {children}
      <EndForAllDialog isOpen={isEndAsked} onClose={() => setIsEndAsked(false)} />
      <PassOnDialog
        isOpen={isAsking}
        onClose={stopAsking}
        onLeave={goOn}
        onEnd={ways.askToEnd}
        people={others}
      />
    </WaysOutContext>
  );
}
