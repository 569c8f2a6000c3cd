"use client";
// A device that goes in the middle of a call: the next one takes its place, and that is said.
import { useRoomContext } from "@livekit/components-react";
import {
  LocalAudioTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  RoomEvent,
  TrackEvent,
} from "livekit-client";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import { knownDevices, listDevices, watchDevices } from "@/lib/client/known-devices";
import { inputOf } from "@/lib/client/local-media";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";
import { switchToNext } from "./next-device";
import { kindOf } from "./permissions";

type OwnTrack = LocalAudioTrack | LocalVideoTrack;

/** The device that a track comes from, and whether that stopped by itself. */
interface Origin {
  label: string;
  deviceId: string | undefined;
  hasEnded: boolean;
}

/** LiveKit's client tries by itself first: with the default microphone, and the same camera again. */
const livekitTriesForMs = 4_000;

const isOwn = (track: unknown): track is OwnTrack =>
  track instanceof LocalAudioTrack || track instanceof LocalVideoTrack;

function originOf({ mediaStreamTrack }: OwnTrack): Origin {
  const { deviceId } = mediaStreamTrack.getSettings();
  return { label: mediaStreamTrack.label, deviceId, hasEnded: false };
}

/** Resolves with what LiveKit made of a track that ended: going on with another device, or turned off. */
function outcomeOf(track: OwnTrack): Promise<"goes-on" | "off"> {
  return new Promise((resolve) => {
    const settle = (outcome: "goes-on" | "off") => () => {
      clearTimeout(timer);
      track.off(TrackEvent.Restarted, goesOn).off(TrackEvent.Muted, isOff);
      resolve(outcome);
    };
    const goesOn = settle("goes-on");
    const isOff = settle("off");
    const timer = setTimeout(isOff, livekitTriesForMs);
    track.on(TrackEvent.Restarted, goesOn).on(TrackEvent.Muted, isOff);
  });
}

/** Follows the person's own devices; draws nothing. */
export function DeviceLoss() {
  const t = useTranslations("call.deviceGone");
  const toast = useToast();
  const room = useRoomContext();
  const { reportDeviceFailure, turnDevice, isMeantOff } = useCall();

  const lost = useEffectEvent(async (kind: MediaKind, track: OwnTrack, { deviceId }: Origin) => {
    if ((await outcomeOf(track)) === "goes-on") return;
    // Whoever has turned it off meanwhile is not turned on again by another device.
    if (isMeantOff(kind)) return;
    try {
      await switchToNext(room, kind, deviceId);
      await turnDevice(kind, true);
    } catch (error) {
      // What the browser says of it: with no device left, or with the permission taken back.
      reportDeviceFailure(kind, error);
    }
  });
  /** What was chosen by hand is known to who chose it; what had to be, for the other is gone, is said. */
  const replaced = useEffectEvent(async (kind: MediaKind, before: Origin, now: Origin) => {
    if (before.label === now.label) return;
    const devices = await listDevices();
    const isThere = devices.some(
      (device) => device.kind === inputOf[kind] && device.deviceId === before.deviceId,
    );
    if (isThere && !before.hasEnded) return;
    toast({ text: t(kind, { gone: before.label, now: now.label }) });
  });
  const speakerLost = useEffectEvent((gone: string, now: string) => {
    toast({ text: t("speaker", { gone, now }) });
  });

  useEffect(() => {
    const followed = new Map<OwnTrack, () => void>();
    const follow = ({ track, source }: LocalTrackPublication) => {
      const kind = kindOf(source);
      if (!kind || !isOwn(track) || followed.has(track)) return;
      let origin = originOf(track);
      const ended = () => {
        origin.hasEnded = true;
        if (!track.isMuted) void lost(kind, track, origin);
      };
      const restarted = () => {
        const before = origin;
        origin = originOf(track);
        void replaced(kind, before, origin);
      };
      track.on(TrackEvent.Ended, ended).on(TrackEvent.Restarted, restarted);
      followed.set(
        track,
        () => void track.off(TrackEvent.Ended, ended).off(TrackEvent.Restarted, restarted),
      );
    };
    for (const publication of room.localParticipant.trackPublications.values()) follow(publication);
    room.on(RoomEvent.LocalTrackPublished, follow);
    return () => {
      room.off(RoomEvent.LocalTrackPublished, follow);
      for (const stop of followed.values()) stop();
    };
  }, [room]);

  useEffect(() => {
    const speakers = () => knownDevices().filter(({ kind }) => kind === "audiooutput");
    const active = () =>
      speakers().find(({ deviceId }) => deviceId === room.getActiveDevice("audiooutput"));
    let inUse = active();
    const look = () => {
      const before = inUse;
      const now = speakers();
      inUse = active();
      const [next] = now;
      if (!before || !next || now.some(({ deviceId }) => deviceId === before.deviceId)) return;
      speakerLost(before.label, next.label);
    };
    // LiveKit's client changes over by itself, to the first that is left: before this looks, or after.
    const changedOver = () => void listDevices().then(look);
    room.on(RoomEvent.ActiveDeviceChanged, changedOver);
    const stop = watchDevices(look);
    return () => {
      stop();
      room.off(RoomEvent.ActiveDeviceChanged, changedOver);
    };
  }, [room]);
  return null;
}
