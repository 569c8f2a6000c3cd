import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem } from "@/lib/client/api-error";
import { forgetHostKey, hostKeyOf } from "@/lib/client/host-link";
import { seatOf } from "@/lib/client/seats";

/** What became of a host link this tab was opened with. */
export type HostLinkState = "none" | "asking" | "is-host" | "replaced" | "failed";

async function askOnce(meetingId: string, host_key: string): Promise<HostLinkState> {
  const { becomeHost } = await import("@/lib/client/api");
  const seat = seatOf(meetingId);
  try {
    await becomeHost(meetingId, { host_key, ...(seat ? { seat_token: seat.token } : {}) }).catch(
      (error: unknown) => {
        // A seat of long ago is no reason: the browser becomes host without it.
        if (!seat || !isInvalid(error)) throw error;
        return becomeHost(meetingId, { host_key });
      },
    );
    forgetHostKey(meetingId);
    return "is-host";
  } catch (error) {
    if (!isRefusal(error)) return "failed";
    forgetHostKey(meetingId);
    return "replaced";
  }
}

function isInvalid(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === "invalid-request";
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;
}

/**
 * Makes this browser host where it was opened by a host link. `settled` resolves once that is decided,
 * so that nobody joins a moment too early and comes in as a guest; `ask` tries a failed one again.
 */
export function useHostLink(meetingId: string): {
  state: HostLinkState;
  settled: () => Promise<unknown>;
  ask: () => void;
} {
  const [state, setState] = useState<HostLinkState>("none");
  const asking = useRef<Promise<unknown>>(Promise.resolve());
  const ask = useCallback(() => {
    const key = hostKeyOf(meetingId);
    if (key === undefined) return;
    setState("asking");
    asking.current = askOnce(meetingId, key).then(setState, () => setState("failed"));
  }, [meetingId]);
  useEffect(() => {
    ask();
    // The link may be opened in a tab that shows this page already.
    window.addEventListener("hashchange", ask);
    return () => window.removeEventListener("hashchange", ask);
  }, [ask]);
  const settled = useCallback(() => asking.current, []);
  return { state, settled, ask };
}
