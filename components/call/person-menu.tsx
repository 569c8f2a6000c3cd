"use client";
import type { Participant } from "livekit-client";
import { MoreVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { useCall } from "./call-provider";
import { PersonSlot } from "./slots";
import { useSettings } from "./use-meeting-state";
import { useOwnRole } from "./use-role";
import { useSurface } from "./use-surface";

interface PersonMenuProps {
  participant: Participant;
  name: string;
  className?: string;
}

/** What can be done about somebody, the same on the tile and in the list; nothing where nothing can. */
export function PersonMenu({ participant, name, className = "" }: PersonMenuProps) {
  const t = useTranslations("call");
  const surface = useSurface();
  const { features } = useCall().entry;
  const { role: viewerRole } = useOwnRole();
  const settings = useSettings();
  const isOffered = features.some(
    ({ PersonMenuItem, hasPersonMenu }) =>
      PersonMenuItem && (hasPersonMenu?.({ viewerRole, settings, participant }) ?? true),
  );
  if (!isOffered) return null;
  return (
    <Menu modal={false}>
      <MenuTrigger>
        <IconButton label={t("tileMenu", { name })} className={className}>
          <MoreVertical size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </MenuTrigger>
      <MenuContent container={surface} align="end">
        <PersonSlot name="PersonMenuItem" participant={participant} />
      </MenuContent>
    </Menu>
  );
}
