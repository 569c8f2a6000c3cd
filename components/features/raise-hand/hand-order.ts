export interface Hand {
  identity: string;
  name: string;
  isLocal: boolean;
  /** ISO 8601, by the server's clock: of two hands the earlier one comes first. */
  raisedAt: string;
}

/** Whose turn comes when: in the order of raising. */
export function inQueue(hands: readonly Hand[]): Hand[] {
  return [...hands].sort(
    (a, b) => compare(a.raisedAt, b.raisedAt) || compare(a.identity, b.identity),
  );
}

// Not by locale: these are times and ids, not words.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Hands that went down between two looks at the queue. */
export function loweredSince(before: readonly Hand[], now: readonly Hand[]): Hand[] {
  return before.filter(({ identity }) => !now.some((hand) => hand.identity === identity));
}

/** Whether a hand that is down was called on: a call lowers it, and comes in a message of its own. */
export function hadItsTurn(raisedAt: string, calledOnAt: string | undefined): boolean {
  return calledOnAt !== undefined && compare(calledOnAt, raisedAt) >= 0;
}

/** Hands that went up between two looks at the queue. */
export function raisedSince(before: readonly Hand[], now: readonly Hand[]): Hand[] {
  return now.filter(
    ({ identity, raisedAt }) =>
      !before.some((known) => known.identity === identity && known.raisedAt === raisedAt),
  );
}
