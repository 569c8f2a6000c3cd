"use client";
import { useRoomContext } from "@livekit/components-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCall } from "@/components/call/call-provider";
import { onServerHint } from "@/components/call/server-hints";
import { useHostAct } from "@/components/call/use-host-act";
import { useSettings } from "@/components/call/use-meeting-state";
import { useOwnRole } from "@/components/call/use-role";
import { listKnocks } from "@/lib/client/api";
import { type Knock, knockTopic } from "@/lib/contract/participant";

const lookEveryMs = 10_000;
/** However many hints come, the list is asked for this often at most. */
const leastBetweenMs = 500;

const nobody: readonly Knock[] = [];

/**
 * Who waits to be let in, as our server says it: asked when a hint comes that somebody began or ceased to
 * wait, and every ten seconds besides. The hint is no more than a reason to ask.
 */
export function useKnocks(): {
  knocks: readonly Knock[];
  /** An answer of the server's to something else told who waits. */
  hear: (knocks: readonly Knock[]) => void;
  look: () => void;
} {
  const room = useRoomContext();
  const { phase } = useCall();
  const { isModerator } = useOwnRole();
  const settings = useSettings();
  const { acting } = useHostAct();
  const [knocks, setKnocks] = useState(nobody);
  const isWatching = isModerator && phase === "in-call";
  const mayWait = settings.lobby || settings.wait_for_host || knocks.length > 0;
  /** Of two answers the one that was asked for later counts. */
  const asked = useRef(0);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAt = useRef(0);

  const hear = useCallback((now: readonly Knock[]) => {
    asked.current += 1;
    setKnocks(now);
  }, []);
  const ask = useCallback(async () => {
    asked.current += 1;
    const number = asked.current;
    lastAt.current = performance.now();
    const { meetingId, as } = acting();
    try {
      const answer = await listKnocks(meetingId, as);
      if (number === asked.current) setKnocks(answer.knocks);
    } catch {
      // The next look comes by itself; whoever is no host any more does not see the list.
    }
  }, [acting]);
  const look = useCallback(() => {
    if (soon.current !== undefined) return;
    const wait = Math.max(0, lastAt.current + leastBetweenMs - performance.now());
    soon.current = setTimeout(() => {
      soon.current = undefined;
      void ask();
    }, wait);
  }, [ask]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lobby that is turned on or off is a reason to look.
  useEffect(() => {
    if (isWatching) look();
  }, [isWatching, settings.lobby, look]);
  useEffect(() => {
    if (!isWatching) return;
    const stopHints = onServerHint(room, knockTopic, look);
    return () => {
      stopHints();
      clearTimeout(soon.current);
      soon.current = undefined;
    };
  }, [isWatching, room, look]);
  useEffect(() => {
    if (!isWatching || !mayWait) return;
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [isWatching, mayWait, look]);

  return { knocks: isModerator ? knocks : nobody, hear, look };
}
