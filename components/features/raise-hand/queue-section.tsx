"use client";
import { Hand, MicVocal } from "lucide-react";
import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { Button, IconButton } from "@/components/ui/button";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { Hand as RaisedHand } from "./hand-order";
import { useHands } from "./hands-provider";
import { useHandActs } from "./use-hand-acts";

/** Whose hand is up, in the order they speak; hosts run it from here. */
export function QueueSection() {
  const t = useTranslations("features.raise-hand");
  const { queue } = useHands();
  const { isModerator } = useOwnRole();
  const { callOn, lowerAll, isCalling, isLoweringAll } = useHandActs();
  const nextKey = useShortcutKey("shift+n");
  const allKey = useShortcutKey("shift+h");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const keptFocus = useKeptFocus(queue, () => heading.current);
  const [next] = queue;
  if (!next) return null;
  return (
    <section
      aria-labelledby={id}
      className="mb-2 animate-appear rounded-tile border border-edge p-2"
      {...keptFocus}
    >
      <div className="flex min-h-9 items-center gap-2 pl-2">
        <h3 ref={heading} id={id} tabIndex={-1} className="min-w-0 flex-1 font-medium text-sm">
          {t("count", { count: queue.length })}
        </h3>
        {isModerator && queue.length > 1 && (
          <Button variant="plain" shortcut={allKey} isPending={isLoweringAll} onClick={lowerAll}>
            {t("lowerAll")}
          </Button>
        )}
      </div>
      <ol aria-labelledby={id}>
        {queue.map((hand, index) => (
          <Row key={hand.identity} hand={hand} place={index + 1} isModerator={isModerator} />
        ))}
      </ol>
      {isModerator && (
        <Button
          variant="primary"
          className="mt-2 w-full"
          shortcut={nextKey}
          isPending={isCalling}
          icon={<MicVocal size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => callOn(next.identity)}
        >
          {t("callNext")}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  hand: RaisedHand;
  place: number;
  isModerator: boolean;
}

function Row({ hand: { identity, name, isLocal }, place, isModerator }: RowProps) {
  const t = useTranslations("features.raise-hand");
  const { own } = useHands();
  const { callOn, lower, isCalling } = useHandActs();
  return (
    <li className="flex min-h-11 items-center gap-3 px-2">
      <span
        aria-hidden="true"
        className="tabular grid size-7 shrink-0 place-items-center rounded-full bg-ink/8 font-semibold text-xs"
      >
        {place}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-sm">
        {isLocal ? t("you", { name }) : name}
      </span>
      {isModerator && !isLocal && (
        <IconButton
          label={t("callOn", { name })}
          aria-disabled={isCalling || undefined}
          onClick={() => callOn(identity)}
        >
          <MicVocal size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      )}
      {(isModerator || isLocal) && (
        <IconButton
          label={isLocal ? t("lower") : t("lowerOf", { name })}
          className="-mr-2"
          onClick={() => (isLocal ? own.set(false) : lower(identity))}
        >
          <HandDown />
        </IconButton>
      )}
    </li>
  );
}

function HandDown() {
  return (
    <span aria-hidden="true" className="relative grid size-5 place-items-center">
      <Hand size={18} strokeWidth={1.75} />
      <span className="absolute h-0.5 w-6 rotate-45 rounded-full bg-current" />
    </span>
  );
}
