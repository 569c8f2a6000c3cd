"use client";
import { useMessages } from "use-intl";
import type { KnownShortcut } from "@/components/call/shortcuts/keymap";
import { isRecord } from "@/lib/client/storage";

/** What shortcuts do, in the words of their features. */
export function useLabels(): (shortcut: KnownShortcut) => string {
  const messages: unknown = useMessages();
  return ({ featureId, label, id }) => {
    const path = ["features", featureId, ...label.split(".")];
    const text = path.reduce<unknown>(
      (words, key) => (isRecord(words) ? words[key] : undefined),
      messages,
    );
    return typeof text === "string" ? text : id;
  };
}
