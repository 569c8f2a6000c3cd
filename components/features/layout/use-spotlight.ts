"use client";
import { useHostAct } from "@/components/call/use-host-act";
import { useMeetingState } from "@/components/call/use-meeting-state";
import { updateMeeting } from "@/lib/client/api";

interface Spotlight {
  /** Whom a host shows large to everybody. */
  spotlit: string | undefined;
  /** For hosts: shows this person to everybody, or no longer. */
  toggle: (identity: string) => void;
}

export function useSpotlight(): Spotlight {
  const { run } = useHostAct();
  const spotlit = useMeetingState()?.spotlight ?? undefined;
  const show = (spotlight: string | null) =>
    void run("spotlight", ({ meetingId, as }) => updateMeeting(meetingId, { spotlight }, as), {
      wish: spotlight ?? "nobody",
    });
  return { spotlit, toggle: (identity) => show(identity === spotlit ? null : identity) };
}
