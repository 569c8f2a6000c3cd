"use client";
// A small tooltip of our own: the floating ones of the component libraries weigh as much as the rest of
// the page before the call. It stands in the browser's top layer, beside what it names, so it needs no
// portal and also works in a picture-in-picture window.
import { type ReactNode, useEffect, useRef, useState } from "react";

export type TooltipSide = "top" | "bottom";

interface TooltipProps {
  text: string;
  shortcut?: string | undefined;
  side?: TooltipSide;
  /** One element, which has its own accessible name. */
  children: ReactNode;
}

const gap = 8;
const openAfterMs = 400;
/** One at a time, also where one button has the focus and another is under the pointer. */
let hideShown = () => {};

function place(bubble: HTMLElement, anchor: Element, side: TooltipSide) {
  const view = bubble.ownerDocument.documentElement;
  const target = anchor.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const left = target.left + target.width / 2 - width / 2;
  const above = target.top - gap - height;
  const below = target.bottom + gap;
  const fitsAbove = above >= gap;
  const fitsBelow = below + height <= view.clientHeight - gap;
  const top = (side === "top" && fitsAbove) || !fitsBelow ? above : below;
  bubble.style.left = `${Math.max(gap, Math.min(left, view.clientWidth - width - gap))}px`;
  bubble.style.top = `${Math.max(gap, top)}px`;
}

/** Shows what an icon means, and its shortcut, on hover and keyboard focus. Escape hides it. */
export function Tooltip({ text, shortcut, side = "top", children }: TooltipProps) {
  const [isOpen, setIsOpen] = useState(false);
  const holder = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const close = () => {
    clearTimeout(timer.current);
    setIsOpen(false);
  };
  const openSoon = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // What the button has opened says more, and stands in the same place.
      if (holder.current?.querySelector('[aria-expanded="true"]')) return;
      hideShown();
      hideShown = () => setIsOpen(false);
      setIsOpen(true);
    }, delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const shown = bubble.current;
    const anchor = holder.current?.firstElementChild;
    if (!isOpen || !shown || !anchor) return;
    // Where the browser has no popovers, the fixed position has to do.
    if (typeof shown.showPopover === "function") shown.showPopover();
    place(shown, anchor, side);
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") setIsOpen(false);
    };
    const { ownerDocument } = shown;
    ownerDocument.addEventListener("keydown", closeOnEscape);
    return () => ownerDocument.removeEventListener("keydown", closeOnEscape);
  }, [isOpen, side]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; the button inside is what people use.
    <span
      ref={holder}
      role="presentation"
      className="contents"
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse") openSoon(openAfterMs);
      }}
      onPointerLeave={close}
      onPointerDown={close}
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) openSoon(0);
      }}
      onBlur={close}
    >
      {children}
      {isOpen && (
        <span
          ref={bubble}
          popover="manual"
          aria-hidden="true"
          className="pointer-events-none fixed inset-auto m-0 inline-flex max-w-72 animate-appear items-center gap-2 rounded-control border border-transparent bg-ink px-2.5 py-1.5 font-medium text-canvas text-xs shadow-float"
        >
          {text}
          {shortcut !== undefined && (
            <kbd className="rounded-[4px] bg-canvas/20 px-1 font-sans text-[0.6875rem] leading-4">
              {shortcut}
            </kbd>
          )}
        </span>
      )}
    </span>
  );
}
