"use client";
// The browser's own dialog: it holds the focus, closes on Escape, lies above everything, and weighs nothing.
import { type ReactNode, useEffect, useId, useRef } from "react";
import { coverAllBut } from "./top-place";

interface DialogProps {
  title: string;
  /** The name of the cross in the corner. */
  closeLabel: string;
  isOpen: boolean;
  /** Escape and the cross. What is typed inside stays, for the dialog stays drawn. */
  onClose: () => void;
  /** "large" has one height whatever it shows, fills a phone, and leaves the scrolling to what it holds. */
  size?: "form" | "large";
  children: ReactNode;
}

const frame =
  "m-auto rounded-dialog border border-edge bg-raised text-ink shadow-float backdrop:bg-scrim open:animate-rise";
const sizes = {
  form: "max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto overscroll-contain p-6 max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none max-sm:px-5 max-sm:pb-[calc(1.25rem+env(safe-area-inset-bottom))]",
  large:
    "h-[min(40rem,calc(100dvh-2rem))] w-[min(50rem,calc(100vw-2*max(1rem,env(safe-area-inset-left),env(safe-area-inset-right))))] flex-col overflow-hidden p-0 open:flex max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-full max-sm:rounded-none max-sm:border-0 max-sm:pt-[env(safe-area-inset-top)] max-sm:pb-[env(safe-area-inset-bottom)]",
} as const;

/**
 * Asks for something before the page goes on: in the middle of a window, at the lower edge of a phone.
 * A press beside it does not close it: that is how people lose what they typed.
 */
export function Dialog({
  title,
  closeLabel,
  isOpen,
  onClose,
  size = "form",
  children,
}: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOurDoing = useRef(false);
  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return;
    element.showModal();
    const uncover = coverAllBut(element);
    return () => {
      uncover();
      isOurDoing.current = true;
      element.close();
      isOurDoing.current = false;
    };
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      // At once, so that a key pressed right after Escape finds it closed.
      onBeforeToggle={({ newState }) => {
        if (isOpen && newState === "closed" && !isOurDoing.current) onClose();
      }}
      // Older browsers tell of every closing later: by then it may be open again, or closed from outside.
      onClose={({ currentTarget }) => {
        if (isOpen && !currentTarget.open) onClose();
      }}
      data-size={size}
      className={`${frame} ${sizes[size]}`}
    >
      <h2
        id={id}
        className={`text-balance break-words font-semibold text-lg ${size === "form" ? "pr-10 pb-5" : "px-6 pt-5 pb-4 max-sm:px-4"}`}
      >
        {title}
      </h2>
      {children}
      {/* Last, so that the first field has the focus when the dialog opens. */}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={onClose}
        className="absolute top-3.5 right-3.5 grid size-11 place-items-center rounded-full text-ink-soft hover:bg-ink/8 hover:text-ink mouse:top-4.5 mouse:size-9"
      >
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          aria-hidden="true"
          className="size-5"
        >
          <path d="M6 6l12 12M18 6L6 18" />
        </svg>
      </button>
    </dialog>
  );
}
