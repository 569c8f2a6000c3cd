"use client";
import { useTranslations } from "use-intl";
import { CountBadge } from "@/components/ui/count-badge";
import { useLobby } from "./lobby-provider";

/** How many wait, on the button of the list they stand in. */
export function LobbyBadge() {
  const t = useTranslations("features.lobby");
  const count = useLobby().knocks.length;
  if (count === 0) return null;
  return (
    <CountBadge
      count={count}
      label={t("count", { count })}
      className="-top-1 -left-1 bg-accent text-on-accent"
    />
  );
}
