import type { KeyboardEvent } from "react";

/** Escape in a form of the panel: takes the change back, and leaves the panel open. */
export function takeBackOnEscape(takeBack: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    takeBack();
  };
}
