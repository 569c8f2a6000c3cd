"use client";
import { X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { type Emoji, emojiOf, findEmoji, groups, often } from "./emoji";

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** Data and fonts do not agree on whether the mark for "in colour" is written. */
const bare = (unicode: string) => unicode.replaceAll("\ufe0f", "");
const known = new Map([...emojiOf.values()].flat().map((emoji) => [bare(emoji.unicode), emoji]));
const oftenUsed = often.flatMap((unicode) => known.get(bare(unicode)) ?? []);

/** Emoji to choose from: by group, or by a word. Arrow keys go from one to the next. */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const t = useTranslations("features.chat.picker");
  const [query, setQuery] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const found = query.trim() === "" ? undefined : findEmoji(query);

  const move = (event: KeyboardEvent) => {
    const buttons = [...(place.current?.querySelectorAll<HTMLElement>("[data-emoji]") ?? [])];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const columns = columnsOf(buttons, Math.max(0, at));
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: at < 0 ? 1 : columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    const isTyping = event.target instanceof HTMLInputElement;
    if (step === undefined || (isTyping && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const next = buttons[Math.min(buttons.length - 1, at + step)];
    if (next) next.focus();
    else place.current?.parentElement?.querySelector("input")?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus among the buttons inside.
    <div className="flex min-h-0 min-w-0 flex-col" onKeyDown={move}>
      <div className="flex items-center gap-1 p-1.5">
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: opened to search or to go on by arrow keys.
          autoFocus={true}
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="h-11 min-w-0 flex-1 rounded-control border border-edge-strong bg-surface px-3 text-base placeholder:text-ink-soft mouse:h-9 mouse:text-sm"
        />
        <IconButton label={t("close")} onClick={onClose}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <div ref={place} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-1.5">
        {found ? (
          <Group title={t("found")} emoji={found} onPick={onPick} isFirst={true} />
        ) : (
          <>
            <Group title={t("often")} emoji={oftenUsed} onPick={onPick} isFirst={true} />
            {groups.map(({ key, number }) => (
              <Group
                key={key}
                title={t(`groups.${key}`)}
                emoji={emojiOf.get(number) ?? []}
                onPick={onPick}
              />
            ))}
          </>
        )}
        {found?.length === 0 && (
          <p role="status" className="p-3 text-center text-ink-soft text-sm">
            {t("nothing")}
          </p>
        )}
      </div>
    </div>
  );
}

/** How many stand beside each other where the focus is. */
function columnsOf(buttons: readonly HTMLElement[], at: number): number {
  const top = buttons[at]?.offsetTop;
  const inRow = buttons.filter(({ offsetTop }) => offsetTop === top).length;
  return Math.max(1, inRow);
}

interface GroupProps {
  title: string;
  emoji: readonly Emoji[];
  onPick: (emoji: string) => void;
  /** Its first one can be reached by Tab, the others by arrows. */
  isFirst?: boolean;
}

function Group({ title, emoji, onPick, isFirst = false }: GroupProps) {
  const id = useId();
  if (emoji.length === 0) return null;
  return (
    <section
      aria-labelledby={id}
      className="[content-visibility:auto] [contain-intrinsic-size:auto_20rem]"
    >
      <h3 id={id} className="px-1 pt-2 pb-1 font-medium text-ink-soft text-xs">
        {title}
      </h3>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))]">
        {emoji.map(({ unicode, label }, index) => (
          <button
            key={unicode}
            type="button"
            data-emoji=""
            tabIndex={isFirst && index === 0 ? 0 : -1}
            aria-label={label}
            title={label}
            onClick={() => onPick(unicode)}
            className="grid aspect-square place-items-center rounded-control text-lg hover:bg-ink/10 focus-visible:-outline-offset-2"
          >
            {unicode}
          </button>
        ))}
      </div>
    </section>
  );
}
