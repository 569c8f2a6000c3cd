"use client";
// A device that goes in the middle of a call: the next one takes its place, and that is said.
import { useRoomContext } from "@livekit/components-react";
import {
  LocalAudioTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  type Room,
  RoomEvent,
  TrackEvent,
} from "livekit-client";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import { inputOf } from "@/lib/client/local-media";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";
import { nextDevice } from "./next-device";
import { kindOf, sourceOf } from "./permissions";

type OwnTrack = LocalAudioTrack | LocalVideoTrack;

/** LiveKit's client tries by itself first: with the default microphone, and the same camera again. */
const livekitTriesForMs = 4_000;

const isOwn = (track: unknown): track is OwnTrack =>
  track instanceof LocalAudioTrack || track instanceof LocalVideoTrack;

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

/** Chooses the next device of the kind. Returns its name, or undefined where there is none. */
async function switchToNext(room: Room, kind: MediaKind, goneId: string | undefined) {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const next = nextDevice(devices, inputOf[kind], goneId);
  if (!next) return undefined;
  await room.switchActiveDevice(inputOf[kind], next.deviceId);
  return next.label;
}

/** Follows the person's own devices; draws nothing. */
export function DeviceLoss() {
  const t = useTranslations("call.deviceGone");
  const toast = useToast();
  const room = useRoomContext();
  const { reportDeviceFailure, turnDevice, isMeantOff } = useCall();

  const lost = useEffectEvent(async (kind: MediaKind, track: OwnTrack, label: string) => {
    const goneId = await track.getDeviceId(false).catch(() => undefined);
    if ((await outcomeOf(track)) === "off") {
      const next = await switchToNext(room, kind, goneId).catch(() => undefined);
      const isGone = new DOMException("The device is gone", "NotFoundError");
      if (next === undefined) {
        reportDeviceFailure(kind, isGone);
        return;
      }
      // Whoever has turned it off meanwhile is not turned on again by another device.
      if (isMeantOff(kind)) {
        toast({ text: t(kind, { gone: label, now: next }) });
        return;
      }
      try {
        await turnDevice(kind, true);
      } catch {
        reportDeviceFailure(kind, isGone);
        return;
      }
    }
    const now = room.localParticipant.getTrackPublication(sourceOf[kind])?.track?.mediaStreamTrack;
    toast({ text: t(kind, { gone: label, now: now?.label ?? "" }) });
  });
  const speakerLost = useEffectEvent((gone: string, now: string) => {
    toast({ text: t("speaker", { gone, now }) });
  });

  useEffect(() => {
    const followed = new WeakSet<OwnTrack>();
    const follow = (publication: LocalTrackPublication) => {
      const { track, source } = publication;
      if (!isOwn(track)) return;
      const kind = kindOf(source);
      if (!kind || followed.has(track)) return;
      followed.add(track);
      track.on(TrackEvent.Ended, () => {
        if (!track.isMuted) void lost(kind, track, track.mediaStreamTrack.label);
      });
    };
    for (const publication of room.localParticipant.trackPublications.values()) follow(publication);
    room.on(RoomEvent.LocalTrackPublished, follow);
    return () => void room.off(RoomEvent.LocalTrackPublished, follow);
  }, [room]);

  useEffect(() => {
    let known: MediaDeviceInfo[] = [];
    const look = async () => {
      const before = known;
      // Read at once: LiveKit's client changes over by itself, to the first that is left.
      const inUse = room.getActiveDevice("audiooutput");
      known = (await navigator.mediaDevices.enumerateDevices()).filter(
        ({ kind }) => kind === "audiooutput",
      );
      const gone = before.find(({ deviceId }) => deviceId === inUse);
      const [next] = known;
      if (!gone || !next || known.some(({ deviceId }) => deviceId === inUse)) return;
      speakerLost(gone.label, next.label);
    };
    void look();
    const changed = () => void look();
    navigator.mediaDevices?.addEventListener?.("devicechange", changed);
    return () => navigator.mediaDevices?.removeEventListener?.("devicechange", changed);
  }, [room]);
  return null;
}
