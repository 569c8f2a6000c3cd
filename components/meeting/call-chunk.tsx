"use client";
// Everything that the call brings with it, features and LiveKit's SDK included: loaded while the name is
// typed, never before.
import { Button } from "@/components/ui/button";
import type { CallChunkProps } from "./load-call";

export function CallChunk({ entry }: CallChunkProps) {
  return (
    <main className="grid min-h-dvh place-content-center gap-4">
      <h1>{entry.joined.participant_name}</h1>
      <Button variant="danger" onClick={() => entry.onEnd({ reason: "left" })}>
        Leave
      </Button>
    </main>
  );
}
