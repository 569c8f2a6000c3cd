"use client";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { usePanel } from "./use-panel";
import { useShortcut } from "./use-shortcut";

interface PanelButtonProps {
  /** The feature whose panel it opens and closes. */
  panel: string;
  label: string;
  /** The key that the feature declares for it. */
  ownKey: string;
  /** 20 px. */
  icon: ReactNode;
  /** Fetches what the panel is made of: begun as soon as somebody is about to press. */
  load?: () => Promise<unknown>;
  /** What else is to be known, for screen readers. */
  detail?: string;
  className?: string;
  /** What lies on it. */
  children?: ReactNode;
}

/** Opens and closes a feature's panel. */
export function PanelButton({
  panel,
  label,
  ownKey,
  icon,
  load,
  detail,
  className = "",
  children,
}: PanelButtonProps) {
  const { openId, toggle } = usePanel();
  const isOpen = openId === panel;
  const shortcut = useShortcut(ownKey, () => toggle(panel));
  // A failure shows in the panel, where it is tried again.
  const prepare = () => void load?.().catch(() => undefined);
  const detailId = `${panel}-detail`;
  return (
    <span className={`relative inline-flex ${className}`}>
      <IconButton
        label={label}
        shortcut={shortcut}
        size="large"
        variant={isOpen ? "quiet" : "plain"}
        aria-pressed={isOpen}
        aria-describedby={detail === undefined ? undefined : detailId}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => toggle(panel)}
      >
        {icon}
      </IconButton>
      {detail !== undefined && (
        <span id={detailId} className="sr-only">
          {detail}
        </span>
      )}
      {children}
    </span>
  );
}
