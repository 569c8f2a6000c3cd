"use client";
// What the features have on the page before the call comes with their code, after the page stands.
import { BeforeCallSlot } from "@/components/call/before-call";
import type { LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import { features } from "./features";

interface BeforeCallProps {
  media: LocalMedia | undefined;
  state: LocalMediaState;
}

export function BeforeCall(props: BeforeCallProps) {
  return <BeforeCallSlot features={features} {...props} />;
}
