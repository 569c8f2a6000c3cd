"use client";
import { useRoomContext } from "@livekit/components-react";
import { LocalTrack, type Participant, RemoteTrack, type Room, type Track } from "livekit-client";
import { useEffect, useState } from "react";
import { type Figures, figuresOf, readReport, type Sample } from "./read-report";

const lookEveryMs = 2_000;

export interface TrackFigures {
  key: string;
  name: string;
  isLocal: boolean;
  source: Track.Source;
  figures: Figures;
}

async function look(room: Room, before: ReadonlyMap<string, Sample>) {
  const samples = new Map<string, Sample>();
  const all: TrackFigures[] = [];
  const people: Participant[] = [room.localParticipant, ...room.remoteParticipants.values()];
  for (const person of people) {
    for (const { track, trackSid, source, isMuted } of person.trackPublications.values()) {
      if (!(track instanceof LocalTrack || track instanceof RemoteTrack) || isMuted) continue;
      const report = await track.getRTCStatsReport().catch(() => undefined);
      if (!report) continue;
      const sample = readReport(report.entries());
      samples.set(trackSid, sample);
      all.push({
        key: trackSid,
        name: person.name || person.identity,
        isLocal: person.isLocal,
        source,
        figures: figuresOf(sample, before.get(trackSid)),
      });
    }
  }
  return { samples, all };
}

/** What every track of the call does, every other second for as long as somebody looks. */
export function useStatistics(): readonly TrackFigures[] {
  const room = useRoomContext();
  const [all, setAll] = useState<readonly TrackFigures[]>([]);
  useEffect(() => {
    let isOver = false;
    let before: ReadonlyMap<string, Sample> = new Map();
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      const seen = await look(room, before);
      if (isOver) return;
      before = seen.samples;
      setAll(seen.all);
      timer = setTimeout(() => void again(), lookEveryMs);
    };
    void again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [room]);
  return all;
}
