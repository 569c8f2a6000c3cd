/** LiveKit's calls are quick; of a few hundred at once the last ones would run out of their time. */
const atOnce = 8;

/** Does something for each, a few at a time, and for all of them whatever fails. Returns what was thrown. */
export async function fewAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<unknown[]> {
  const thrown: unknown[] = [];
  const left = items.values();
  const worker = async () => {
    // One iterator for all of them: each takes the next.
    for (const item of left) {
      try {
        await work(item);
      } catch (error) {
        thrown.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return thrown;
}
