"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "./call-provider";
import { PartBoundary } from "./part-boundary";
import { usePanel } from "./use-panel";

/** Where the open panel stands: beside the stage, or over it on a phone. Escape closes it. */
export function PanelHost() {
  const t = useTranslations("call");
  const { features } = useCall().entry;
  const { openId, close } = usePanel();
  const host = useRef<HTMLElement>(null);
  const opener = useRef<Element>(null);
  const Panel = features.find(({ id }) => id === openId)?.Panel;
  const isOpen = Panel !== undefined;

  useEffect(() => {
    if (openId === undefined) return;
    // Also what led from one panel to another, but nothing inside a panel: that goes with it.
    if (!host.current?.contains(document.activeElement)) opener.current = document.activeElement;
    host.current?.focus();
  }, [openId]);
  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      // That closes the dialog over it, and no more.
      if (event.target instanceof Element && event.target.closest("dialog")) return;
      close();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
      opener.current = null;
    };
  }, [isOpen, close]);

  if (!Panel) return null;
  return (
    <aside
      ref={host}
      tabIndex={-1}
      data-region="panel"
      className="z-10 flex w-80 shrink-0 animate-appear flex-col overflow-hidden rounded-tile border border-edge bg-surface text-ink outline-none max-sm:absolute max-sm:inset-0 max-sm:w-auto max-sm:safe-px-0 max-sm:rounded-none"
    >
      <PartBoundary key={openId} sentence={t("partFailed")}>
        <Panel />
      </PartBoundary>
    </aside>
  );
}
