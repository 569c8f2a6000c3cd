"use client";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { useLoaded } from "@/components/call/use-loaded";

const loadPicker = () => import("./emoji-picker");

interface EmojiPanelProps {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** The emoji over the field; they are fetched when they are wanted first. */
export function EmojiPanel({ onPick, onClose }: EmojiPanelProps) {
  const t = useTranslations("features.chat");
  const { part, hasFailed, retry } = useLoaded(loadPicker, true);
  return (
    <section
      aria-label={t("picker.title")}
      className="grid h-64 grid-cols-1 grid-rows-1 animate-appear overflow-hidden rounded-tile border border-edge bg-raised"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The panel stays.
        event.preventDefault();
        onClose();
      }}
    >
      {part ? (
        <part.EmojiPicker onPick={onPick} onClose={onClose} />
      ) : (
        <LoadingPart hasFailed={hasFailed} onRetry={retry} />
      )}
    </section>
  );
}
