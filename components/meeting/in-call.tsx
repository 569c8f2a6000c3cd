"use client";
import { type ComponentType, useEffect, useMemo, useRef } from "react";
import type { CallEnd, CallMedia } from "@/components/call/entry";
import { markInCall } from "@/lib/client/in-call-marker";
import { rememberPreferences } from "@/lib/client/preferences";
import { announceCall } from "@/lib/client/tab-presence";
import type { JoinedMeeting } from "@/lib/contract/join";
import type { Role } from "@/lib/contract/participant";
import type { CallChunkProps } from "./load-call";
import { isWaiting, takeSeat } from "./take-seat";

interface InCallProps {
  meetingId: string;
  meetingUrl: string;
  joined: JoinedMeeting;
  media: CallMedia;
  hasWaited: boolean;
  Call: ComponentType<CallChunkProps>;
  saying: CallChunkProps["saying"];
  onEnd: (end: CallEnd, role: Role) => void;
  onTakenOver: () => void;
}

/** The call, and what this browser has to know of it: that it runs here, and with what switched on. */
export function InCall({
  meetingId,
  meetingUrl,
  joined,
  media,
  hasWaited,
  Call,
  saying,
  onEnd,
  onTakenOver,
}: InCallProps) {
  const isOn = useRef({ microphone: media.microphone.on, camera: media.camera.on });
  const tell = useRef({ onEnd, onTakenOver });
  useEffect(() => {
    tell.current = { onEnd, onTakenOver };
  });

  useEffect(() => {
    markInCall(meetingId, isOn.current);
    const identity = joined.participant_identity;
    return announceCall(
      meetingId,
      () => ({ identity, ...isOn.current }),
      () => tell.current.onTakenOver(),
    );
  }, [meetingId, joined]);

  const entry = useMemo<CallChunkProps["entry"]>(
    () => ({
      meetingId,
      meetingUrl,
      joined,
      media,
      hasWaited,
      rejoin: async () => {
        const answer = await takeSeat(meetingId, { choice: "own" });
        return isWaiting(answer) ? answer : answer.joined;
      },
      onEnd: (end, role) => tell.current.onEnd(end, role),
      onMediaChange: (on) => {
        isOn.current = on;
        markInCall(meetingId, on);
        rememberPreferences({ microphoneOn: on.microphone, cameraOn: on.camera });
      },
    }),
    [meetingId, meetingUrl, joined, media, hasWaited],
  );
  return <Call entry={entry} saying={saying} />;
}
