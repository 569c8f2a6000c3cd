"use client";
// The parts of the call, for those who go about it by keyboard: links to each, F6 from one to the next, and
// a focus that stays in its part when what had it goes away.
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useSurface } from "./use-surface";

const regions = ["stage", "panel", "bar", "toasts"] as const;
type Region = (typeof regions)[number];

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

const regionIn = (surface: HTMLElement, name: Region) =>
  surface.querySelector<HTMLElement>(`[data-region="${name}"]`);
const isSeen = (element: HTMLElement) => element.checkVisibility();
const firstIn = (region: HTMLElement) =>
  [...region.querySelectorAll<HTMLElement>(focusable)].find(isSeen);

/** A part without anything in it is not worth going to, but the stage is. */
function presentIn(surface: HTMLElement): HTMLElement[] {
  return regions.flatMap((name) => {
    const region = regionIn(surface, name);
    return region && isSeen(region) && (name === "stage" || firstIn(region)) ? [region] : [];
  });
}

/** Where the focus was last in each part, while that is still there. */
const lastIn = new WeakMap<HTMLElement, HTMLElement>();

function enter(region: HTMLElement): void {
  const last = lastIn.get(region);
  const target = last?.isConnected && isSeen(last) ? last : (firstIn(region) ?? region);
  target.focus();
}

/** F6 and Shift+F6, and the focus that is never lost. */
export function useRegions(): void {
  const surface = useSurface();
  useEffect(() => {
    if (!surface) return;
    let focused: HTMLElement | undefined;
    let focusedRegion: HTMLElement | undefined;
    let beforeToasts: HTMLElement | undefined;
    /** What had the focus last outside dialogs, and the part it was in. */
    let beforeDialog: readonly (HTMLElement | undefined)[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const region = target.closest<HTMLElement>("[data-region]") ?? undefined;
      focused = target;
      focusedRegion = region;
      if (region) lastIn.set(region, target);
      if (region?.dataset.region !== "toasts") beforeToasts = target;
      if (!target.closest("dialog")) beforeDialog = [target, region];
    };
    // The browser gives the focus back to what opened the dialog, where that is still there.
    const giveBack = ({ target }: Event) => {
      if (!(target instanceof HTMLDialogElement) || target.open) return;
      const { activeElement } = document;
      if (activeElement !== document.body && !target.contains(activeElement)) return;
      const place = beforeDialog.find((element) => element?.isConnected && isSeen(element));
      (place ?? surface).focus({ preventScroll: true });
    };
    const step = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (surface.querySelector("dialog[open]")) return;
      event.preventDefault();
      const present = presentIn(surface);
      const here = document.activeElement?.closest<HTMLElement>("[data-region]");
      const at = here ? present.indexOf(here) : -1;
      const from = at < 0 && event.shiftKey ? present.length : at;
      const next = present.at((from + (event.shiftKey ? -1 : 1)) % present.length);
      if (next) enter(next);
    };
    const keep = new MutationObserver(() => {
      if (!focused || focused.isConnected || document.activeElement !== document.body) return;
      // A toast that goes takes nobody out of what they did before.
      const isToast = focusedRegion?.dataset.region === "toasts";
      focused = undefined;
      if (isToast && beforeToasts?.isConnected) beforeToasts.focus({ preventScroll: true });
      else if (focusedRegion?.isConnected) focusedRegion.focus({ preventScroll: true });
      else surface.focus({ preventScroll: true });
    });
    document.addEventListener("keydown", step);
    surface.addEventListener("focusin", remember);
    // It does not bubble.
    surface.addEventListener("close", giveBack, true);
    keep.observe(surface, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("keydown", step);
      surface.removeEventListener("focusin", remember);
      surface.removeEventListener("close", giveBack, true);
      keep.disconnect();
    };
  }, [surface]);
}

/** First in the call: past everything else, to one of its parts. */
export function SkipLinks({ hasPanel }: { hasPanel: boolean }) {
  const t = useTranslations("call");
  const surface = useSurface();
  const offered: Exclude<Region, "toasts">[] = hasPanel
    ? ["stage", "bar", "panel"]
    : ["stage", "bar"];
  return (
    <nav
      aria-label={t("skip.label")}
      className="absolute top-2 left-2 z-40 flex max-w-[calc(100%-1rem)] flex-wrap gap-1 rounded-tile border border-edge bg-raised p-1 shadow-float not-focus-within:sr-only"
    >
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          className="h-11 rounded-control px-3 text-sm hover:bg-ink/8"
          onClick={() => {
            const region = surface && regionIn(surface, name);
            if (region) enter(region);
          }}
        >
          {t(`skip.${name}`)}
        </button>
      ))}
    </nav>
  );
}
