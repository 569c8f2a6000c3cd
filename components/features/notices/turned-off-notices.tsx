"use client";
import { useRoomContext } from "@livekit/components-react";
import {
  ConnectionState,
  type LocalTrackPublication,
  type Participant,
  RoomEvent,
  Track,
  TrackEvent,
  type TrackPublication,
} from "livekit-client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { noteOwnMute, wasOwnMute } from "@/components/call/own-mutes";
import { sourceOf } from "@/components/call/permissions";
import { useSettings } from "@/components/call/use-meeting-state";
import { usePermissions } from "@/components/call/use-permissions";
import { useToast } from "@/components/ui/toast";

const kinds = ["microphone", "camera", "screen_share"] as const;
/** A screen that is stopped by a host is forbidden for a blink; what stays forbidden is said as that. */
const blinkMs = 500;
/** On a slow line the blink may take longer. */
const longestBlinkMs = 5_000;
/** A microphone turned off so soon after it came in was turned off because it came in. */
const entryMs = 5_000;

/** Says that a host turned something of one's own off. */
export function TurnedOffNotices() {
  const t = useTranslations("features.notices");
  const toast = useToast();
  const room = useRoomContext();
  const { mute_on_entry: mutesOnEntry } = useSettings();
  const { may } = usePermissions();
  const publishedAt = useRef(new WeakMap<TrackPublication, number>());
  const lost = useRef(new WeakSet<TrackPublication>());

  const published = useEffectEvent((publication: LocalTrackPublication) => {
    publishedAt.current.set(publication, performance.now());
    // A device that goes by itself is turned off by LiveKit's client, and by nobody; the kernel says it.
    publication.track
      ?.on(TrackEvent.Ended, () => lost.current.add(publication))
      .on(TrackEvent.Restarted, () => lost.current.delete(publication));
    // Turned off by the person while it was still on its way in: the mute that follows is theirs.
    if (publication.track?.mediaStreamTrack.enabled === false) noteOwnMute(publication);
  });
  const muted = useEffectEvent((publication: TrackPublication, participant: Participant) => {
    if (!participant.isLocal || wasOwnMute(publication)) return;
    const kind = kinds.find((each) => sourceOf[each] === publication.source);
    if (!kind) return;
    if (lost.current.delete(publication)) return;
    const age = performance.now() - (publishedAt.current.get(publication) ?? 0);
    const isEntry = kind === "microphone" && mutesOnEntry && age < entryMs;
    toast({ text: t(isEntry ? "cameInMuted" : `${kind}.turnedOff`) });
  });
  const goneAt = useRef<number>(undefined);
  const screenGone = useEffectEvent(() => {
    if (goneAt.current === undefined || !may.screen_share) return;
    const isLongAgo = performance.now() - goneAt.current > longestBlinkMs;
    goneAt.current = undefined;
    const isBack = room.localParticipant.getTrackPublication(Track.Source.ScreenShare);
    if (isBack || isLongAgo || room.state !== ConnectionState.Connected) return;
    toast({ text: t("screen_share.turnedOff") });
  });
  useEffect(() => {
    if (!may.screen_share) return;
    const timer = setTimeout(() => screenGone(), blinkMs);
    return () => clearTimeout(timer);
  }, [may.screen_share]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hearUnpublished = ({ source, track }: LocalTrackPublication) => {
      // Whoever stops it oneself, here or in the browser's own bar, ends the capture first.
      const isLive = track?.mediaStreamTrack.readyState === "live";
      if (source !== Track.Source.ScreenShare || !isLive) return;
      goneAt.current = performance.now();
      timer = setTimeout(() => screenGone(), blinkMs);
    };
    const hearPublished = (publication: LocalTrackPublication) => published(publication);
    const hearMuted = (publication: TrackPublication, participant: Participant) =>
      muted(publication, participant);
    room
      .on(RoomEvent.LocalTrackPublished, hearPublished)
      .on(RoomEvent.LocalTrackUnpublished, hearUnpublished)
      .on(RoomEvent.TrackMuted, hearMuted);
    return () => {
      clearTimeout(timer);
      room
        .off(RoomEvent.LocalTrackPublished, hearPublished)
        .off(RoomEvent.LocalTrackUnpublished, hearUnpublished)
        .off(RoomEvent.TrackMuted, hearMuted);
    };
  }, [room]);
  return null;
}
