"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useCall } from "@/components/call/call-provider";
import { EndForAllDialog } from "@/components/call/end-for-all-dialog";
import { useOthersFacts } from "@/components/call/use-everyone";
import { roleOf, useOwnRole } from "@/components/call/use-role";
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
  const { leave } = useCall();
  const { role } = useOwnRole();
  const others = useOthersFacts();
  const [asking, setAsking] = useState<"pass-on" | "end">();
  const isOnlyHost = role === "host" && !others.some((person) => roleOf(person) === "host");
  const isAsked = isOnlyHost && others.length > 0;
  const close = () => setAsking(undefined);
  const ways = useMemo<WaysOut>(
    () => ({
      leave: isAsked ? () => setAsking("pass-on") : leave,
      askToEnd: () => setAsking("end"),
    }),
    [isAsked, leave],
  );
  return (
    <WaysOutContext value={ways}>
      {children}
      <EndForAllDialog isOpen={asking === "end"} onClose={close} />
      <PassOnDialog
        isOpen={asking === "pass-on"}
        onClose={close}
        onEnd={ways.askToEnd}
        people={others}
      />
    </WaysOutContext>
  );
}
