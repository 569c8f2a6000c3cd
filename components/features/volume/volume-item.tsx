"use client";
import { type Participant, RemoteParticipant } from "livekit-client";
import { Volume2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { useAskVolume } from "./volume-provider";

export function VolumeItem({ participant }: { participant: Participant }) {
  const t = useTranslations("features.volume");
  const ask = useAskVolume();
  if (!(participant instanceof RemoteParticipant)) return null;
  return (
    <MenuItem
      icon={<Volume2 size={18} strokeWidth={1.75} aria-hidden="true" />}
      onSelect={() => afterMenu(() => ask(participant))}
    >
      {t("item")}
    </MenuItem>
  );
}
