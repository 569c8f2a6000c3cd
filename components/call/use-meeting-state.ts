"use client";
import { useRoomInfo } from "@livekit/components-react";
import { useMemo } from "react";
import { MeetingState } from "@/lib/contract/meeting-state";
import { useCall } from "./call-provider";

function parseState(metadata: string | undefined): MeetingState | undefined {
  if (!metadata) return undefined;
  try {
    return MeetingState.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** What our server says of the meeting as a whole, now; undefined until it has been heard. */
function useMeetingState(): MeetingState | undefined {
  const { metadata } = useRoomInfo();
  return useMemo(() => parseState(metadata), [metadata]);
}

/** The meeting's title as it is now; undefined when it has none. */
export function useMeetingTitle(): string | undefined {
  const { joined } = useCall().entry;
  const state = useMeetingState();
  return (state ? state.title : joined.meeting.title) ?? undefined;
}
