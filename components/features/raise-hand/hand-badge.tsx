"use client";
import type { Participant } from "livekit-client";
import { Hand } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHands } from "./hands-provider";

/** On the tile of somebody whose hand is up, with their place in the queue. */
export function HandBadge({ participant }: { participant: Participant }) {
  const t = useTranslations("features.raise-hand");
  const { queue } = useHands();
  const place = queue.findIndex(({ identity }) => identity === participant.identity) + 1;
  if (place === 0) return null;
  return (
    <span
      title={t("place", { place })}
      className="tabular inline-flex h-7 animate-appear items-center gap-1 rounded-full bg-[oklch(0.82_0.13_80)] px-2 font-semibold text-black text-sm"
    >
      <Hand size={16} strokeWidth={2} aria-hidden="true" />
      <span aria-hidden="true">{place}</span>
      <span className="sr-only">{t("place", { place })}</span>
    </span>
  );
}
