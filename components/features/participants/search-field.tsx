"use client";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";

interface SearchFieldProps {
  typed: string;
  /** How many were found. */
  found: number;
  onType: (typed: string) => void;
}

/** Finds people by name. Escape empties it before it closes the panel. */
export function SearchField({ typed, found, onType }: SearchFieldProps) {
  const t = useTranslations("features.participants");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const empty = () => {
    onType("");
    field.current?.focus();
  };
  const emptyOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || typed === "") return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    empty();
  };
  return (
    <search className="sticky top-0 z-10 flex items-center bg-surface pb-2">
      <label htmlFor={id} className="sr-only">
        {t("search")}
      </label>
      <Search
        size={18}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute left-3 text-ink-soft"
      />
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        placeholder={t("search")}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={emptyOnEscape}
        className="h-11 w-full min-w-0 rounded-control border border-edge-strong bg-surface pr-11 pl-10 text-base text-ink placeholder:text-ink-soft mouse:h-10 mouse:text-sm"
      />
      {typed !== "" && (
        <IconButton
          label={t("emptySearch")}
          tooltipSide="bottom"
          onClick={empty}
          className="absolute! right-0"
        >
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {typed !== "" && t("found", { count: found })}
      </span>
    </search>
  );
}
