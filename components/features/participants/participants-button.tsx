"use client";
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { Slot } from "@/components/call/slots";
import { useEveryone } from "@/components/call/use-everyone";
import { usePanel } from "@/components/call/use-panel";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";

export function ParticipantsButton() {
  const t = useTranslations("features.participants");
  const { openId, toggle } = usePanel();
  const count = useEveryone().length;
  const isOpen = openId === "participants";
  const shortcut = useShortcut("p", () => toggle("participants"));
  return (
    <span className="relative inline-flex">
      <IconButton
        label={t("people")}
        shortcut={shortcut}
        size="large"
        variant={isOpen ? "quiet" : "plain"}
        aria-pressed={isOpen}
        aria-describedby="people-count"
        onClick={() => toggle("participants")}
      >
        <Users size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <span
        aria-hidden="true"
        className="tabular pointer-events-none absolute top-0.5 left-6.5 grid h-5 min-w-5 place-items-center rounded-full bg-raised px-1 font-medium text-ink text-xs"
      >
        {count}
      </span>
      <span id="people-count" className="sr-only">
        {t("count", { count })}
      </span>
      <Slot name="PeopleBadge" />
    </span>
  );
}

/** The same in the menu of a narrow window. */
export function ParticipantsItem() {
  const t = useTranslations("features.participants");
  const { open } = usePanel();
  const count = useEveryone().length;
  return (
    <MenuItem
      icon={<Users size={20} strokeWidth={1.75} aria-hidden="true" />}
      onSelect={() => open("participants")}
    >
      {t("peopleAndCount", { count })}
    </MenuItem>
  );
}
