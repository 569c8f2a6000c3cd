"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useState } from "react";
import { pictureKey } from "@/components/call/connection/stills";
import { useMeetingState } from "@/components/call/use-meeting-state";
import type { Chosen } from "@/lib/client/preferences";
import { usePinned } from "./stage-view";
import { useSpeaker } from "./use-speaker";
import type { StageTiles } from "./use-stage-tiles";

type View = Chosen<"view">;

/** Whether this person has chosen the grid while somebody is shown to everybody: they had seen who, and want all. */
function useWantsAll(view: View, spotlit: string | undefined): boolean {
  const [last, setLast] = useState({ view, spotlit, wantsAll: false });
  if (last.view === view && last.spotlit === spotlit) return last.wantsAll;
  const wantsAll = view === "grid" && last.spotlit === spotlit;
  setLast({ view, spotlit, wantsAll });
  return wantsAll;
}

/**
 * The key of the tile that is large: the one this person pinned, or whom a host shows to everybody, or the
 * screen that was shared last, or in the views that follow the conversation the one who speaks. Undefined
 * where all are equal.
 */
export function useMain(tiles: StageTiles, view: View): string | undefined {
  const room = useRoomContext();
  const pinned = usePinned();
  const spotlit = useMeetingState()?.spotlight ?? undefined;
  const followsSpeaker = view === "speaker" || view === "beside";
  const speaker = useSpeaker(room, followsSpeaker);
  const wantsAll = useWantsAll(view, spotlit);

  if (pinned !== undefined && tiles.all.has(pinned)) return pinned;
  const ofSomebody = (identity: string | undefined, source: Track.Source) => {
    if (identity === undefined) return undefined;
    const key = pictureKey(identity, source);
    return tiles.all.has(key) ? key : undefined;
  };
  // Whoever is shown to everybody is so by what they share, if they do.
  const shown =
    ofSomebody(spotlit, Track.Source.ScreenShare) ?? ofSomebody(spotlit, Track.Source.Camera);
  if (shown !== undefined && !wantsAll) return shown;
  if (view === "grid") return undefined;
  // One's own screen is seen already.
  const screen = tiles.screens.find(({ trackRef }) => !trackRef.participant.isLocal);
  if (screen) return screen.key;
  if (!followsSpeaker) return undefined;
  return ofSomebody(speaker, Track.Source.Camera) ?? tiles.others[0]?.key;
}
