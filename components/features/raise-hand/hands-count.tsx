"use client";
import { Hand } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHands } from "./hands-provider";

/** How many hands are up, on the button of the list they stand in. */
export function HandsCount() {
  const t = useTranslations("features.raise-hand");
  const count = useHands().queue.length;
  if (count === 0) return null;
  return (
    <span className="tabular pointer-events-none absolute -bottom-1 -left-1.5 inline-flex h-5 animate-appear items-center gap-0.5 rounded-full bg-[oklch(0.82_0.13_80)] px-1.5 font-semibold text-black text-xs">
      <Hand size={12} strokeWidth={2.25} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("count", { count })}</span>
    </span>
  );
}
