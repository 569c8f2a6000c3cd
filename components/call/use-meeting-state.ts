"use client";
import { useRoomInfo } from "@livekit/components-react";
import { useMemo } from "react";
import type { MeetingState } from "@/lib/contract/meeting-state";
import { useCall } from "./call-provider";
import { parseMeetingState } from "./connection/meeting-end";

/** What our server says of the meeting as a whole, now; undefined until it has been heard. */
function useMeetingState(): MeetingState | undefined {
  const { metadata } = useRoomInfo();
  return useMemo(() => parseMeetingState(metadata), [metadata]);
}

/** The meeting's title as it is now; undefined when it has none. */
export function useMeetingTitle(): string | undefined {
  const { joined } = useCall().entry;
  const state = useMeetingState();
  return (state ? state.title : joined.meeting.title) ?? undefined;
}
