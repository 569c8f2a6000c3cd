"use client";
// Everything that the call brings with it, features and LiveKit's SDK included: loaded while the name is
// typed, never before.
import { useMemo } from "react";
import { CallScreen } from "@/components/call/call-screen";
import type { CallEntry } from "@/components/call/entry";
import { features } from "./features";
import type { CallChunkProps } from "./load-call";

export function CallChunk({ entry, saying }: CallChunkProps) {
  const whole = useMemo<CallEntry>(() => ({ ...entry, features }), [entry]);
  return <CallScreen entry={whole} saying={saying} />;
}
