"use client";
import { Hand } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { CountBadge } from "@/components/ui/count-badge";
import { useHands } from "./hands-provider";

/** Raises and lowers one's own hand. Up, it shows the place in the queue. */
export function RaiseHandButton() {
  const t = useTranslations("features.raise-hand");
  const { queue, own } = useHands();
  const key = useShortcut("h", own.toggle);
  const place = queue.findIndex(({ isLocal }) => isLocal) + 1;
  const isShown = own.isRaised && place > 0;
  return (
    <span className="relative inline-flex">
      <IconButton
        label={t(own.isRaised ? "lower" : "raise")}
        shortcut={key}
        size="large"
        variant={own.isRaised ? "primary" : "quiet"}
        aria-describedby={isShown ? "own-hand-place" : undefined}
        onClick={own.toggle}
      >
        <Hand size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      {isShown && (
        <>
          <CountBadge count={place} className="-top-1 -right-1 bg-ink text-canvas" />
          <span id="own-hand-place" className="sr-only">
            {t("ownPlace", { place })}
          </span>
        </>
      )}
    </span>
  );
}
