"use client";
import { X } from "lucide-react";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "./button";
import { OnTop, type Placed } from "./on-top";
import { topPlace, useTopPlace } from "./top-place";

export interface ToastMessage {
  text: string;
  /** At most one thing to do about it. */
  action?: { label: string; onSelect: () => void } | undefined;
  /** Stays until it is dealt with: somebody waits for an answer. */
  isLasting?: boolean;
  /** Shown, and not read out: the person wants to hear nothing of its kind. */
  isQuiet?: boolean;
}

/** What was said, for as long as it is shown. */
export interface SaidToast {
  /** Says something else in its place, for as long as if it were new. False where it is gone by now. */
  update: (message: ToastMessage) => boolean;
  dismiss: () => void;
}

interface ShownToast extends ToastMessage, Placed {
  id: number;
}

const mostAtOnce = 3;
const shownForMs = 6_000;

const ToastContext = createContext<((message: ToastMessage) => SaidToast) | undefined>(undefined);

/** Says something in passing, lower left. Needs a `ToastProvider` above. */
export function useToast(): (message: ToastMessage) => SaidToast {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error("useToast needs a ToastProvider above it.");
  return toast;
}

/**
 * Shows what `useToast` is told: the last three, each for six seconds (if it is not lasting) and as long
 * as the pointer or the focus is on them. `--toast-offset` on an ancestor lifts them above a bar; with
 * `--toast-bottom: auto` they hang from `--toast-top`. What is said over a dialog stands in it.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  /** The same, before React has drawn it: whoever asks right after a change is answered by that. */
  const latest = useRef(toasts);
  /** Under the pointer or the focus, and what lay on top then: what goes with a dialog is held no longer. */
  const [held, setHeld] = useState<{ top: HTMLElement | undefined }>();
  const lastId = useRef(0);
  const top = useTopPlace();
  const isHeld = held !== undefined && held.top === top;
  const hold = () => setHeld({ top });
  const letGo = () => setHeld(undefined);

  const show = useCallback((next: readonly ShownToast[]) => {
    latest.current = next;
    setToasts(next);
  }, []);
  const dismiss = useCallback(
    (id: number) => {
      show(latest.current.filter((one) => one.id !== id));
      setHeld(undefined);
    },
    [show],
  );
  const toast = useCallback(
    (message: ToastMessage) => {
      lastId.current += 1;
      const id = lastId.current;
      show(withinLimit([...latest.current, { ...message, id, place: topPlace() }]));
      return {
        update: (next: ToastMessage) => {
          if (!latest.current.some((one) => one.id === id)) return false;
          show(
            latest.current.map((one) => (one.id === id ? { ...next, id, place: one.place } : one)),
          );
          return true;
        },
        dismiss: () => dismiss(id),
      };
    },
    [dismiss, show],
  );

  const holding = { onPointerEnter: hold, onPointerLeave: letGo, onFocus: hold, onBlur: letGo };
  const draw = (one: ShownToast) => (
    <Toast
      key={one.id}
      toast={one}
      isHeld={isHeld}
      dismissLabel={t("dismiss")}
      onDismiss={dismiss}
    />
  );

  return (
    <ToastContext value={toast}>
      {children}
      <OnTop items={toasts}>
        {(shown) => {
          const quiet = shown.filter((one) => one.isQuiet);
          return (
            <div
              data-region="toasts"
              className="pointer-events-none fixed top-(--toast-top,auto) bottom-[var(--toast-bottom,calc(var(--toast-offset,0px)+1rem+env(safe-area-inset-bottom)))] left-[max(1rem,env(safe-area-inset-left))] z-40 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 in-[dialog[data-size=form]]:top-[calc(1rem+env(safe-area-inset-top))] in-[dialog[data-size=form]]:bottom-auto"
            >
              {/* Beside the region that is read out: in it, nothing could be kept from being read with the rest. */}
              {quiet.length > 0 && (
                <div role="log" aria-live="off" className="flex flex-col gap-2" {...holding}>
                  {quiet.map(draw)}
                </div>
              )}
              <div role="status" className="flex flex-col gap-2" {...holding}>
                {shown.filter((one) => !one.isQuiet).map(draw)}
              </div>
            </div>
          );
        }}
      </OnTop>
    </ToastContext>
  );
}

/** The newest; what waits for an answer goes last. */
function withinLimit(toasts: readonly ShownToast[]): readonly ShownToast[] {
  if (toasts.length <= mostAtOnce) return toasts;
  const goes = toasts.find(({ isLasting }) => isLasting !== true) ?? toasts[0];
  return toasts.filter((one) => one !== goes);
}

function Toast({
  toast,
  isHeld,
  dismissLabel,
  onDismiss,
}: {
  toast: ShownToast;
  isHeld: boolean;
  dismissLabel: string;
  onDismiss: (id: number) => void;
}) {
  const { id, text, action } = toast;
  // One that says something else by now is another object, and stays as long as a new one.
  useEffect(() => {
    if (isHeld || toast.isLasting) return;
    const timer = setTimeout(() => onDismiss(toast.id), shownForMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld, onDismiss]);

  return (
    <div className="pointer-events-auto flex animate-rise items-center gap-2 rounded-tile border border-edge bg-raised py-1.5 pr-1.5 pl-4 text-ink text-sm shadow-float">
      <p className="min-w-0 flex-1 break-words py-1.5">{text}</p>
      {action && (
        <Button
          variant="plain"
          className="text-accent-strong!"
          onClick={() => {
            onDismiss(id);
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={dismissLabel} onClick={() => onDismiss(id)}>
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
