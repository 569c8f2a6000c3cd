"use client";
import type { Participant } from "livekit-client";
import { useEffect, useSyncExternalStore } from "react";
import { useLoaded } from "@/components/call/use-loaded";
import { useReactions } from "./reactions-provider";

const loadFloats = () => import("./floats");

/** What draws them, fetched with the first; where that fails, tried again with the next. */
function useFloats(isWanted: boolean) {
  const { part, hasFailed, retry } = useLoaded(loadFloats, isWanted);
  useEffect(() => {
    if (hasFailed && !isWanted) retry();
  }, [hasFailed, isWanted, retry]);
  return isWanted ? part : undefined;
}

/** A person's reactions, over their tile. */
export function ReactionsOnTile({ participant: { identity } }: { participant: Participant }) {
  const { store } = useReactions();
  const snapshot = () => store.onTile(identity);
  const floats = useSyncExternalStore(store.subscribe, snapshot, snapshot);
  useEffect(() => store.showTile(identity), [store, identity]);
  const drawn = useFloats(floats.length > 0);
  return drawn && <drawn.TileFloats floats={floats} />;
}

/** The reactions of those who have no tile on screen, over the stage. */
export function ReactionsOnStage() {
  const { store } = useReactions();
  const floats = useSyncExternalStore(store.subscribe, store.offTiles, store.offTiles);
  const drawn = useFloats(floats.length > 0);
  return drawn && <drawn.StageFloats floats={floats} />;
}
