/**
 * Calls back about every `everyMs`, also in a background tab, where a browser may let a page's own timers
 * run once a minute and no more. Where there are no workers it never does. Returns what ends it.
 */
export function steadyTicks(everyMs: number, onTick: () => void): () => void {
  try {
    const source = `setInterval(()=>postMessage(0),${everyMs})`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url);
    worker.onmessage = onTick;
    return () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    };
  } catch {
    return () => undefined;
  }
}
