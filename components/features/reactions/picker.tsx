"use client";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Drawing } from "./drawing";
import { type Reaction, reactions } from "./message";

interface PickerProps {
  onSend: (reaction: Reaction) => void;
  onClose: () => void;
}

/** The reactions in a row: stays open, so that one can clap more than once. */
export function Picker({ onSend, onClose }: PickerProps) {
  const t = useTranslations("features.reactions");
  const row = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);
  const [active, setActive] = useState(0);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    opener.current = document.activeElement;
    const element = row.current;
    element?.querySelector("button")?.focus();
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      if (!element?.contains(target) && !target.closest("[data-opens-reactions]")) close();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      // Whoever went on elsewhere by themselves stays there.
      const isHere = document.activeElement === document.body;
      if (isHere && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);

  const moveTo = (index: number) => {
    const next = (index + reactions.length) % reactions.length;
    setActive(next);
    row.current?.querySelectorAll("button").item(next).focus();
  };
  const pressed = (event: KeyboardEvent) => {
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
    const chosen = number === undefined ? undefined : reactions[number - 1];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (chosen) onSend(chosen);
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") moveTo(active + 1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") moveTo(active - 1);
    else if (event.key === "Home") moveTo(0);
    else if (event.key === "End") moveTo(reactions.length - 1);
    else if (event.key === "Escape") {
      // It closes this, and not the panel beside it.
      event.nativeEvent.stopImmediatePropagation();
      onClose();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      data-over-bar=""
      className="pointer-events-none absolute inset-x-0 bottom-[calc(var(--bar-height)+0.25rem)] z-30 flex justify-center px-2"
    >
      <div
        ref={row}
        role="toolbar"
        aria-label={t("choose")}
        aria-describedby="reactions-hint"
        onKeyDown={pressed}
        className="pointer-events-auto grid animate-rise grid-cols-9 gap-1 rounded-dialog border border-edge bg-raised p-1.5 shadow-float max-sm:grid-cols-5"
      >
        {reactions.map((reaction, index) => (
          <IconButton
            key={reaction}
            label={t(`names.${reaction}`)}
            shortcut={String(index + 1)}
            tabIndex={index === active ? 0 : -1}
            onFocus={() => setActive(index)}
            onClick={() => onSend(reaction)}
            className="transition-transform active:scale-90! max-sm:size-14! mouse:size-11!"
          >
            <Drawing reaction={reaction} className="size-9 max-sm:size-11" />
          </IconButton>
        ))}
        <p id="reactions-hint" className="sr-only">
          {t("hint")}
        </p>
      </div>
    </div>
  );
}
