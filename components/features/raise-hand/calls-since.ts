export interface Turn {
  identity: string;
  name: string;
  isLocal: boolean;
  /** When a host last called on them. */
  at: string | undefined;
  by: string | undefined;
}

/**
 * Who was called on since the last look. What was there when somebody was first seen is old, whatever the
 * clocks say; what was heard stays heard while a connection is made again.
 */
export function callsSince(
  known: ReadonlyMap<string, string | undefined>,
  turns: readonly Turn[],
): { fresh: Turn[]; next: ReadonlyMap<string, string | undefined> } {
  const fresh = turns.filter(
    ({ identity, at }) => at !== undefined && known.has(identity) && known.get(identity) !== at,
  );
  const next = new Map(known);
  for (const { identity, at } of turns) {
    if (at !== undefined || !next.has(identity)) next.set(identity, at);
  }
  return { fresh, next };
}
