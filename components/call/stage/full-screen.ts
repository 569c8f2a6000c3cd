/** Whether this browser shows a part of a page on the whole screen; phones' mostly do not. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled === true;
}

/** Shows an element on the whole screen, or lets the screen go again. */
export function toggleFullScreen(element: Element): void {
  const { ownerDocument } = element;
  const isFull = ownerDocument.fullscreenElement === element;
  // Refused where the browser wants a press for it that it has not seen.
  (isFull ? ownerDocument.exitFullscreen() : element.requestFullscreen()).catch(() => undefined);
}
