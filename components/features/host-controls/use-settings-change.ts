"use client";
import { useRef, useState } from "react";
import { useHostAct } from "@/components/call/use-host-act";
import { useMeetingState, useSettings } from "@/components/call/use-meeting-state";
import { updateMeeting } from "@/lib/client/api";
import { type Settings, type SettingsChange, withChange } from "@/lib/contract/settings";

interface Wish {
  id: number;
  key: string;
  change: SettingsChange;
  /** The meeting's revision when it was wished for. */
  since: number;
  isGranted: boolean;
}

/** How long after the server's yes everybody's truth may take to arrive. */
const truthWithinMs = 3_000;

/**
 * The settings as this host sees them, a change of one's own at once; and changing them. What the server
 * refuses falls back. Once it has said yes, the truth is what it tells everybody: of two hosts who change
 * the same thing, both see what the last one made.
 */
export function useSettingsChange(): {
  shown: Settings;
  isPending: (key: string) => boolean;
  /** `key` names what is changed: one change of it at a time, the next one after it. */
  change: (key: string, change: SettingsChange) => Promise<boolean>;
} {
  const truth = useSettings();
  const revision = useMeetingState()?.revision ?? 0;
  const { run, isPending } = useHostAct();
  const [wishes, setWishes] = useState<readonly Wish[]>([]);
  const lastId = useRef(0);
  const open = wishes.filter(({ isGranted, since }) => !isGranted || revision <= since);
  const shown = open.reduce((settings, wish) => withChange(settings, wish.change), truth);
  const actOf = (key: string) => `settings:${key}`;

  const change = async (key: string, wanted: SettingsChange) => {
    lastId.current += 1;
    const id = lastId.current;
    const forget = () => setWishes((now) => now.filter((wish) => wish.id !== id));
    const wish: Wish = { id, key, change: wanted, since: revision, isGranted: false };
    setWishes((now) => [...now.filter((other) => other.key !== key), wish]);
    // A change of the same thing waits for the one before, and is not lost.
    const isDone = await run(
      actOf(key),
      ({ meetingId, as }) => updateMeeting(meetingId, { settings: wanted }, as),
      { wish: String(id) },
    );
    if (!isDone) {
      forget();
      return false;
    }
    setWishes((now) => now.map((one) => (one.id === id ? { ...one, isGranted: true } : one)));
    setTimeout(forget, truthWithinMs);
    return true;
  };
  return { shown, isPending: (key) => isPending(actOf(key)), change };
}
