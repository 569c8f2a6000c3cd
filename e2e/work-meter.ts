import type { Page } from "playwright/test";

/** What a page of ours does all the time, in a known amount: text drawn anew, and laid out. */
function drawAnew() {
  const box = document.createElement("div");
  box.style.cssText = "position: fixed; inset: 0; visibility: hidden; overflow: hidden";
  document.body.append(box);
  for (let round = 0; round < 40; round += 1) {
    const lines = Array.from({ length: 200 }, (_, number) => {
      const line = document.createElement("p");
      line.textContent = `Line ${number} of ${round}`;
      return line;
    });
    box.replaceChildren(...lines);
    box.getBoundingClientRect();
  }
  box.remove();
}

/**
 * Measures what the page's main thread does while `act` goes on, in time of the processor: what else runs on the
 * machine does not count. In multiples of a known piece of work, done right before and after, which takes some 200 ms
 * on two busy cores: a processor may be slow, a page must not be.
 */
export async function workMeter(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const soFar = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const workOf = async (act: () => Promise<unknown>) => {
    const before = await soFar();
    await act();
    return (await soFar()) - before;
  };
  const knownPiece = () => workOf(() => page.evaluate(drawAnew));
  return async (act: () => Promise<unknown>): Promise<number> => {
    const before = await knownPiece();
    const worked = await workOf(act);
    return worked / ((before + (await knownPiece())) / 2);
  };
}
