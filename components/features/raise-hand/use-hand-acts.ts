"use client";
import { useHostAct } from "@/components/call/use-host-act";
import { lowerHands, updateParticipant } from "@/lib/client/api";

const callKey = "call-on";

/** What hosts do with the queue: each a request to our server, which decides and tells everybody. */
export function useHandActs() {
  const { run, isPending } = useHostAct();
  return {
    lower: (identity: string) =>
      void run(`hand:${identity}`, ({ meetingId, as }) =>
        updateParticipant(meetingId, identity, { hand_raised: false }, as),
      ),
    lowerAll: () => void run("hands", ({ meetingId, as }) => lowerHands(meetingId, as)),
    // One key for all of them: a second press is not the turn of the one after.
    callOn: (identity: string) =>
      void run(callKey, ({ meetingId, as }) =>
        updateParticipant(meetingId, identity, { call_on: true }, as),
      ),
    isCalling: isPending(callKey),
    isLoweringAll: isPending("hands"),
  };
}
