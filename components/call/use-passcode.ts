"use client";
import { useEffect, useState } from "react";
import { readHostedMeeting } from "@/lib/client/api";
import { useHostAct } from "./use-host-act";
import { useMeetingState, useSettings } from "./use-meeting-state";
import { useOwnRole } from "./use-role";

/** The meeting's passcode, for its hosts; undefined for everybody else, and where there is none. */
export function usePasscode(): string | undefined {
  const { isModerator } = useOwnRole();
  const { has_passcode: hasPasscode } = useSettings();
  // Another host may have changed it: every change of the meeting may be that one.
  const revision = useMeetingState()?.revision;
  const { acting } = useHostAct();
  const [passcode, setPasscode] = useState<string>();
  const isWanted = isModerator && hasPasscode;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a reason to look again.
  useEffect(() => {
    if (!isWanted) {
      setPasscode(undefined);
      return;
    }
    const stop = new AbortController();
    const { meetingId, as } = acting();
    readHostedMeeting(meetingId, { ...as, signal: stop.signal }).then(
      (meeting) => setPasscode(meeting.passcode ?? undefined),
      // The invitation is sent without it, then; nobody asked for this just now.
      () => undefined,
    );
    return () => stop.abort();
  }, [isWanted, revision, acting]);
  return isWanted ? passcode : undefined;
}
