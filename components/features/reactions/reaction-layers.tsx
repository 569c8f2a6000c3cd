"use client";
import type { Participant } from "livekit-client";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { useReactions } from "./reactions-provider";

const TileFloats = lazy(() => import("./floats").then((m) => ({ default: m.TileFloats })));
const StageFloats = lazy(() => import("./floats").then((m) => ({ default: m.StageFloats })));

/** A person's reactions, over their tile. */
export function ReactionsOnTile({ participant: { identity } }: { participant: Participant }) {
  const { store } = useReactions();
  const snapshot = () => store.onTile(identity);
  const floats = useSyncExternalStore(store.subscribe, snapshot, snapshot);
  useEffect(() => store.showTile(identity), [store, identity]);
  return (
    floats.length > 0 && (
      <Suspense>
        <TileFloats floats={floats} />
      </Suspense>
    )
  );
}

/** The reactions of those who have no tile on screen, over the stage. */
export function ReactionsOnStage() {
  const { store } = useReactions();
  const floats = useSyncExternalStore(store.subscribe, store.offTiles, store.offTiles);
  return (
    floats.length > 0 && (
      <Suspense>
        <StageFloats floats={floats} />
      </Suspense>
    )
  );
}
