"use client";
import { RoomContext, type TrackReferenceOrPlaceholder } from "@livekit/components-react";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import type { MediaKind } from "@/lib/client/media-errors";
import { BeforeCallContext } from "./before-call";
import { type CallPhase, type CallSession, sessionOf } from "./connection/call-session";
import type { CallEntry } from "./entry";
import type { MeetingFeature } from "./feature";

export interface Call {
  entry: CallEntry;
  phase: CallPhase;
  /** Devices that are wanted and on their way in: shown as on. */
  entering: Readonly<Record<MediaKind, boolean>>;
  /** Who was seen before the connection went, while they are waited for. */
  held: readonly TrackReferenceOrPlaceholder[];
  stills: CallSession["stills"];
  leave: () => void;
  /** Turns the person's own device, whatever the connection is doing. Rejects where it does not open. */
  turnDevice: CallSession["turn"];
  /** Whether it is on this moment, which may be ahead of what is drawn. */
  isDeviceOn: CallSession["isOn"];
  /** Whether it is off because the person has turned it off. */
  isMeantOff: CallSession["isMeantOff"];
  /** Says to the person that a device failed, with what to do about it. */
  reportDeviceFailure: (kind: MediaKind, error: unknown) => void;
  onDeviceFailure: CallSession["onDeviceFailure"];
}

const CallContext = createContext<Call | undefined>(undefined);

/** The call this component is part of. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error("useCall needs a CallProvider above it.");
  return call;
}

/**
 * What a device that is being turned is to be, undefined while it is not: for its button alone, since all that
 * shows people hangs on the call.
 */
export function useTurning(kind: MediaKind): boolean | undefined {
  const session = sessionOf(useCall().entry);
  const turning = () => session.snapshot().turning[kind];
  return useSyncExternalStore(session.subscribe, turning, turning);
}

/** Whether there is a call around this, and not the page before it. */
export function useIsInCall(): boolean {
  return useContext(CallContext) !== undefined;
}

/** The features, in the call and on the page before it. */
export function useFeatures(): readonly MeetingFeature[] {
  const call = useContext(CallContext);
  const before = useContext(BeforeCallContext);
  const features = call?.entry.features ?? before?.features;
  if (!features) throw new Error("useFeatures needs a call or the page before it around it.");
  return features;
}

/** Runs the call of an entry while it is mounted, and gives LiveKit's hooks the Room of the moment. */
export function CallProvider({ entry, children }: { entry: CallEntry; children: ReactNode }) {
  const session = sessionOf(entry);
  const { room, phase, held, entering } = useSyncExternalStore(
    session.subscribe,
    session.snapshot,
    session.snapshot,
  );
  useEffect(() => session.use(), [session]);
  const call = useMemo<Call>(
    () => ({
      entry,
      phase,
      held,
      entering,
      stills: session.stills,
      leave: () => void session.end({ reason: "left" }),
      turnDevice: (kind, isOn) => session.turn(kind, isOn),
      isDeviceOn: (kind) => session.isOn(kind),
      isMeantOff: (kind) => session.isMeantOff(kind),
      reportDeviceFailure: (kind, error) => session.reportDeviceFailure(kind, error),
      onDeviceFailure: (listener) => session.onDeviceFailure(listener),
    }),
    [entry, phase, held, entering, session],
  );
  return (
    <CallContext value={call}>
      <RoomContext value={room}>{children}</RoomContext>
    </CallContext>
  );
}
