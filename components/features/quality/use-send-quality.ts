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
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useChoice } from "@/components/call/use-switch";
import { useToast } from "@/components/ui/toast";
import { applySendSize } from "./apply-send-size";
import { setMachineLimit, useMachineLimit } from "./machine-limit";
import { smallerOf, stepDown } from "./send-size";

/** Sends the camera as large as the person wants, and smaller where the machine cannot keep up. */
export function useSendQuality(): void {
  const t = useTranslations("features.quality");
  const toast = useToast();
  const room = useRoomContext();
  const [wanted] = useChoice("sendQuality");
  const possible = useMachineLimit();
  const sent = smallerOf(wanted, possible);

  // What was found of the machine holds until the person chooses anew, and in this call.
  const chosen = useRef(wanted);
  useEffect(() => {
    if (chosen.current !== wanted) setMachineLimit("auto");
    chosen.current = wanted;
  }, [wanted]);
  useEffect(() => () => setMachineLimit("auto"), []);

  const apply = useEffectEvent((track: Track | undefined) => {
    if (!(track instanceof LocalVideoTrack) || track.source !== Track.Source.Camera) return;
    // Where a browser refuses, the picture stays as it is.
    void applySendSize(track, sent).catch(() => undefined);
  });
  const applyAgain = useEffectEvent((track: Track | undefined) => {
    // As it is published, a camera is sent as with "auto" already.
    if (sent !== "auto") apply(track);
  });
  useEffect(() => {
    const followed = new Set<Track>();
    const again = (publication: { track?: Track | undefined }) => applyAgain(publication.track);
    const restarted = (track?: Track) => applyAgain(track);
    const follow = ({ track }: { track?: Track | undefined }) => {
      if (track)
        followed.add(
          track.off(TrackEvent.Restarted, restarted).on(TrackEvent.Restarted, restarted),
        );
    };
    const published = (publication: LocalTrackPublication) => {
      again(publication);
      follow(publication);
    };
    const camera = room.localParticipant.getTrackPublication(Track.Source.Camera);
    if (camera) follow(camera);
    room.on(RoomEvent.LocalTrackPublished, published).on(RoomEvent.TrackUnmuted, again);
    return () => {
      for (const track of followed) track.off(TrackEvent.Restarted, restarted);
      room.off(RoomEvent.LocalTrackPublished, published).off(RoomEvent.TrackUnmuted, again);
    };
  }, [room]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sent` is what `apply` goes by.
  useEffect(() => {
    apply(room.localParticipant.getTrackPublication(Track.Source.Camera)?.track);
  }, [room, sent]);

  const constrained = useEffectEvent((track: LocalTrack) => {
    if (track.source !== Track.Source.Camera) return;
    const next = stepDown(sent);
    if (!next) return;
    setMachineLimit(next);
    toast({
      text: t("busy", { lines: next }),
      action: { label: t("sendAgain"), onSelect: () => setMachineLimit("auto") },
    });
  });
  useEffect(() => {
    const hear = (track: LocalTrack) => constrained(track);
    const { localParticipant } = room;
    localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, hear);
    return () => void localParticipant.off(ParticipantEvent.LocalTrackCpuConstrained, hear);
  }, [room]);
}
