"use client";
import { Hand } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { CountBadge } from "@/components/ui/count-badge";
import { useHands } from "./hands-provider";

/** Raises and lowers one's own hand. Up, it shows the place in the queue. */
export function RaiseHandButton() {
  const t = useTranslations("features.raise-hand");
  const { queue, own } = useHands();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const key = useShortcut("h", () => {
    own.toggle();
    // With the focus on it, the button's name tells.
    if (document.activeElement !== button.current)
      announce("own", t(own.isRaised ? "isLowered" : "isRaised"));
  });
  const place = queue.findIndex(({ isLocal }) => isLocal) + 1;
  const isShown = own.isRaised && place > 0;
  return (
    <span className="relative inline-flex">
      <IconButton
        ref={button}
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
