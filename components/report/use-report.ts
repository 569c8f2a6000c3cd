import { useCallback, useEffect, useState } from "react";
import { ApiProblem } from "@/lib/client/api-error";
import type { MeetingReport } from "@/lib/contract/report";

export type ReportState =
  | { kind: "loading" }
  | { kind: "shown"; report: MeetingReport; staleBecause?: unknown }
  | { kind: "not-allowed" | "gone" }
  | { kind: "failed"; error: unknown };

/** How often a session that runs is looked at again. */
const refreshMs = 10_000;

function stateAfter(error: unknown, isNotAllowed: boolean, before: ReportState): ReportState {
  if (isNotAllowed) return { kind: "not-allowed" };
  if (error instanceof ApiProblem && error.problem.code === "meeting-deleted") {
    return { kind: "gone" };
  }
  // What was read stays readable.
  if (before.kind === "shown") return { ...before, staleBecause: error };
  return { kind: "failed", error };
}

/** The meeting's report, read anew every now and then while people are inside or nobody was yet. */
export function useReport(meetingId: string) {
  const [state, setState] = useState<ReportState>({ kind: "loading" });

  const read = useCallback(async () => {
    const { isNotAllowed, readHostedReport } = await import("@/lib/client/hosted-report");
    try {
      setState({ kind: "shown", report: await readHostedReport(meetingId) });
    } catch (error) {
      setState((before) => stateAfter(error, isNotAllowed(error), before));
    }
  }, [meetingId]);
  const load = useCallback(() => {
    read().catch((error) => setState((before) => stateAfter(error, false, before)));
  }, [read]);

  useEffect(() => load(), [load]);

  const sessions = state.kind === "shown" ? state.report.sessions : undefined;
  const mayChange =
    sessions !== undefined &&
    (sessions.length === 0 || sessions.some(({ ended_at }) => ended_at === null));
  useEffect(() => {
    if (!mayChange) return;
    const look = () => {
      if (document.visibilityState === "visible") load();
    };
    const timer = setInterval(look, refreshMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [mayChange, load]);

  return {
    state,
    tryAgain: () => {
      setState({ kind: "loading" });
      load();
    },
  };
}
