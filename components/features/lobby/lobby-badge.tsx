"use client";
import { useTranslations } from "use-intl";
import { useLobby } from "./lobby-provider";

/** How many wait, on the button of the list they stand in. */
export function LobbyBadge() {
  const t = useTranslations("features.lobby");
  const count = useLobby().knocks.length;
  if (count === 0) return null;
  return (
    <span className="tabular pointer-events-none absolute -top-1 -left-1 grid h-5 min-w-5 animate-appear place-items-center rounded-full bg-accent px-1 font-semibold text-on-accent text-xs">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("count", { count })}</span>
    </span>
  );
}
