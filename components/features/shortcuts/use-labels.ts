"use client";
import { useMessages } from "use-intl";
import type { KnownShortcut } from "@/components/call/shortcuts/keymap";
import { isRecord } from "@/lib/client/storage";

/** What shortcuts do, in the words of their features. */
export function useLabels(): (shortcut: KnownShortcut) => string {
  const messages: unknown = useMessages();
  const features: unknown = isRecord(messages) ? messages.features : undefined;
  return ({ featureId, label, id }) => {
    const words: unknown = isRecord(features) ? features[featureId] : undefined;
    const text = isRecord(words) ? words[label] : undefined;
    return typeof text === "string" ? text : id;
  };
}
