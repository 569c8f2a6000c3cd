"use client";
import { useRoomContext } from "@livekit/components-react";
import {
  type LocalTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  ParticipantEvent,
  RoomEvent,
  Track,
  TrackEvent,
} from "livekit-client";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useChoice } from "@/components/call/use-switch";
import { useToast } from "@/components/ui/toast";
import { applySendSize } from "./apply-send-size";
import { type SendQuality, smallerOf, stepDown } from "./send-size";

/** Sends the camera as large as the person wants, and smaller where the machine cannot keep up. */
export function useSendQuality(): void {
  const t = useTranslations("features.quality");
  const toast = useToast();
  const room = useRoomContext();
  const [wanted] = useChoice("sendQuality");
  const [possible, setPossible] = useState<SendQuality>("auto");
  const sent = smallerOf(wanted, possible);

  const apply = useCallback(
    (track: Track | undefined) => {
      // As it is published, a camera is sent as with "auto" already.
      if (!(track instanceof LocalVideoTrack) || track.source !== Track.Source.Camera) return;
      // Where a browser refuses, the picture stays as it is.
      void applySendSize(track, sent).catch(() => undefined);
    },
    [sent],
  );
  const isChanged = useEffectEvent(() => sent !== "auto");
  useEffect(() => {
    const again = (publication: { track?: Track | undefined }) => {
      if (isChanged()) apply(publication.track);
    };
    const published = (publication: LocalTrackPublication) => {
      again(publication);
      publication.track?.on(TrackEvent.Restarted, (track?: Track) => {
        if (isChanged()) apply(track ?? publication.track);
      });
    };
    apply(room.localParticipant.getTrackPublication(Track.Source.Camera)?.track);
    room.on(RoomEvent.LocalTrackPublished, published).on(RoomEvent.TrackUnmuted, again);
    return () =>
      void room.off(RoomEvent.LocalTrackPublished, published).off(RoomEvent.TrackUnmuted, again);
  }, [room, apply]);

  const constrained = useEffectEvent((track: LocalTrack) => {
    if (track.source !== Track.Source.Camera) return;
    const next = stepDown(sent);
    if (!next) return;
    setPossible(next);
    toast({
      text: t("busy", { lines: next }),
      action: { label: t("sendAgain"), onSelect: () => setPossible("auto") },
    });
  });
  useEffect(() => {
    const hear = (track: LocalTrack) => constrained(track);
    const { localParticipant } = room;
    localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, hear);
    return () => void localParticipant.off(ParticipantEvent.LocalTrackCpuConstrained, hear);
  }, [room]);
}
