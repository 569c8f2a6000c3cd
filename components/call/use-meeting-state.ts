"use client";
import { useRoomInfo } from "@livekit/components-react";
import { useMemo, useState } from "react";
import type { MeetingState } from "@/lib/contract/meeting-state";
import type { Settings } from "@/lib/contract/settings";
import { useCall } from "./call-provider";
import { parseMeetingState } from "./connection/meeting-end";

/**
 * What our server says of the meeting as a whole, now; undefined until it has been heard. What is older
 * than what was heard before is not believed.
 */
export function useMeetingState(): MeetingState | undefined {
  const { metadata } = useRoomInfo();
  const heard = useMemo(() => parseMeetingState(metadata), [metadata]);
  const [known, setKnown] = useState(heard);
  if (heard && heard !== known && heard.revision >= (known?.revision ?? 0)) {
    setKnown(heard);
    return heard;
  }
  return known;
}

/** The meeting's settings as they are now. */
export function useSettings(): Settings {
  const { joined } = useCall().entry;
  return useMeetingState()?.settings ?? joined.meeting.settings;
}

/** The meeting's title as it is now; undefined when it has none. */
export function useMeetingTitle(): string | undefined {
  const { joined } = useCall().entry;
  const state = useMeetingState();
  return (state ? state.title : joined.meeting.title) ?? undefined;
}
