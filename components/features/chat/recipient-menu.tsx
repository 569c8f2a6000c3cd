"use client";
import { ChevronDown, Lock, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { useOthers } from "@/components/call/use-everyone";
import { useSurface } from "@/components/call/use-surface";
import {
  Menu,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { useChatSession } from "./chat-provider";
import type { DraftState } from "./draft";
import { mayBeWrittenTo } from "./private-item";

const everybody = "everybody";

interface RecipientMenuProps {
  to: DraftState["to"];
  /** What the one person is called now. */
  name: string;
  /** They are not in the call. */
  isAway: boolean;
}

/** Who the next message is for. That it is private is said in words beside the field. */
export function RecipientMenu({ to, name, isAway }: RecipientMenuProps) {
  const t = useTranslations("features.chat.composer");
  const surface = useSurface();
  const { draft } = useChatSession();
  const people = useOthers().filter((person) => mayBeWrittenTo(person, true));
  if (people.length === 0 && to === null) return null;
  const choose = (identity: string) => {
    const person = people.find((one) => one.identity === identity);
    draft.set({
      to: person ? { identity, name: person.name || identity } : identity === everybody ? null : to,
    });
  };
  const isPrivate = to !== null;
  const shown = isPrivate ? name : t("everybody");
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs">
      <Menu modal={false}>
        <MenuTrigger>
          <button
            type="button"
            aria-label={t("recipient", { name: shown })}
            className={`flex min-h-11 min-w-0 items-center gap-1.5 rounded-full px-3 font-medium hover:bg-ink/8 aria-expanded:bg-ink/8 mouse:min-h-7 ${isPrivate ? "bg-caution/15 text-caution" : "bg-ink/7 text-ink-soft"}`}
          >
            {isPrivate ? (
              <Lock size={14} strokeWidth={2} aria-hidden="true" className="shrink-0" />
            ) : (
              <Users size={14} strokeWidth={2} aria-hidden="true" className="shrink-0" />
            )}
            <bdi className="truncate">{shown}</bdi>
            <ChevronDown size={14} strokeWidth={2} aria-hidden="true" className="shrink-0" />
          </button>
        </MenuTrigger>
        <MenuContent container={surface} side="top" align="start">
          <MenuRadioGroup value={to?.identity ?? everybody} onValueChange={choose}>
            <MenuRadioItem value={everybody}>{t("everybody")}</MenuRadioItem>
            {people.map((person) => (
              <MenuRadioItem key={person.identity} value={person.identity}>
                <bdi>{person.name || person.identity}</bdi>
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuContent>
      </Menu>
      {isPrivate && (
        <span className="min-w-0 flex-1 text-ink-soft">
          {t(isAway ? "privateHintAway" : "privateHint", { name })}
        </span>
      )}
    </div>
  );
}
