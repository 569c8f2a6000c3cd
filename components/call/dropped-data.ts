// What came over LiveKit's data channel and was not what it should have been: counted, for the statistics.

const dropped = new Map<string, number>();

/** How many messages did not fit and were dropped since the page was opened, by topic. */
export function allDropped(): ReadonlyMap<string, number> {
  return dropped;
}

/** Counts something that came on a topic and was not what it should have been. */
export function countDropped(topic: string): void {
  dropped.set(topic, (dropped.get(topic) ?? 0) + 1);
}
