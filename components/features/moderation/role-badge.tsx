"use client";
import type { Participant } from "livekit-client";
import { Shield } from "lucide-react";
import { useTranslations } from "use-intl";
import { useFactsOf } from "@/components/call/use-role";

/** Says on the tile that somebody is a host; by our server's word, whatever the name claims. */
export function RoleBadge({ participant }: { participant: Participant }) {
  const t = useTranslations("features.moderation");
  const { role } = useFactsOf(participant);
  if (role === "participant") return null;
  return (
    <span
      title={t(`roles.${role}`)}
      className="on-picture grid size-7 place-items-center rounded-full bg-scrim text-on-stage"
    >
      <Shield
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        fill={role === "host" ? "currentColor" : "none"}
      />
      <span className="sr-only">{t(`roles.${role}`)}</span>
    </span>
  );
}
