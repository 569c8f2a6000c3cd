"use client";
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { PanelButton } from "@/components/call/panel-button";
import { Slot } from "@/components/call/slots";
import { useEveryone } from "@/components/call/use-everyone";
import { usePanel } from "@/components/call/use-panel";
import { CountBadge } from "@/components/ui/count-badge";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { loadPeople } from "./participants-panel";

const icon = <Users size={20} strokeWidth={1.75} aria-hidden="true" />;

/** Opens and closes the list of people, and says how many there are. */
export function ParticipantsButton() {
  const t = useTranslations("features.participants");
  const count = useEveryone().length;
  return (
    <PanelButton
      panel="participants"
      label={t("people")}
      ownKey="p"
      icon={icon}
      load={loadPeople}
      detail={t("count", { count })}
    >
      <CountBadge count={count} className="top-0.5 left-6.5 bg-raised text-ink" />
      <Slot name="PeopleBadge" />
    </PanelButton>
  );
}

/** The same in the menu of a narrow window. */
export function ParticipantsItem() {
  const t = useTranslations("features.participants");
  const { open } = usePanel();
  const count = useEveryone().length;
  return (
    <MenuItem icon={icon} onSelect={() => afterMenu(() => open("participants"))}>
      {t("peopleAndCount", { count })}
    </MenuItem>
  );
}
