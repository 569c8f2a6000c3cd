"use client";
import { useEffect, useState } from "react";
import { readHostedMeeting } from "@/lib/client/api";
import { useHostAct } from "./use-host-act";
import { useMeetingState, useSettings } from "./use-meeting-state";
import { useOwnRole } from "./use-role";

interface KnownPasscode {
  /** For hosts; undefined for everybody else, and where there is none. */
  passcode: string | undefined;
  /** The server was asked, or need not be. */
  isKnown: boolean;
}

/** The meeting's passcode, asked of the server for as long as this is drawn. */
export function usePasscode(): KnownPasscode {
  const { isModerator } = useOwnRole();
  const { has_passcode: hasPasscode } = useSettings();
  // Another host may have changed it: every change of the meeting may be that one.
  const revision = useMeetingState()?.revision;
  const { acting } = useHostAct();
  const [passcode, setPasscode] = useState<string>();
  const [hasAnswered, setHasAnswered] = useState(false);
  const isWanted = isModerator && hasPasscode;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a reason to look again.
  useEffect(() => {
    if (!isWanted) {
      setPasscode(undefined);
      return;
    }
    const stop = new AbortController();
    const { meetingId, as } = acting();
    void readHostedMeeting(meetingId, { ...as, signal: stop.signal })
      .then(
        (meeting) => setPasscode(meeting.passcode ?? undefined),
        // The invitation is sent without it, then; nobody asked for this just now.
        () => undefined,
      )
      .then(() => setHasAnswered(true));
    return () => stop.abort();
  }, [isWanted, revision, acting]);
  return { passcode: isWanted ? passcode : undefined, isKnown: !isWanted || hasAnswered };
}
