// Who stands where when not everybody is seen at once. Orders are identities; each change moves as few
// tiles as it can.

/** What is known of somebody's speaking. */
export interface Speaking {
  identity: string;
  isSpeaking: boolean;
  /** When they last spoke, in milliseconds; 0 for never. */
  lastSpokeAt: number;
}

const swapped = (order: readonly string[], one: number, other: number): string[] => {
  const next = [...order];
  const [a, b] = [order[one], order[other]];
  if (a === undefined || b === undefined) return next;
  next[one] = b;
  next[other] = a;
  return next;
};

/**
 * The order with exactly those who are present: newcomers at the end, in the order they came; the last one
 * of all takes the place of somebody who has gone, so that nobody else moves. The same array where nothing
 * changes.
 */
export function withThosePresent(
  order: readonly string[],
  present: readonly string[],
): readonly string[] {
  const here = new Set(present);
  const known = new Set(order);
  const newcomers = present.filter((identity) => !known.has(identity));
  if (newcomers.length === 0 && order.every((identity) => here.has(identity))) return order;
  const next = [...order];
  for (let place = 0; place < next.length; place += 1) {
    const gone = next[place];
    if (gone === undefined || here.has(gone)) continue;
    let last = next.pop();
    while (last !== undefined && last !== gone && !here.has(last)) last = next.pop();
    if (last !== undefined && last !== gone) next[place] = last;
  }
  return [...next, ...newcomers];
}

interface Sight {
  /** How many are in sight, but for the large one. */
  seats: number;
  /** The one that is large, and has no place among the others. */
  large?: string | undefined;
}

/**
 * Brings whoever speaks out of sight into sight: in the place of the one there who has been silent
 * longest, and does not speak. The two change places; nobody else moves. The same array where nothing
 * changes.
 */
export function withSpeakersInSight(
  order: readonly string[],
  speaking: ReadonlyMap<string, Speaking>,
  { seats, large }: Sight,
): readonly string[] {
  const places = [...order.keys()].filter((place) => order[place] !== large);
  let next = order;
  for (const place of places.slice(seats)) {
    const speaker = speaking.get(order[place] ?? "");
    if (!speaker?.isSpeaking) continue;
    const quietest = quietestOf(next, places.slice(0, seats), speaking);
    if (quietest >= 0) next = swapped(next, quietest, place);
  }
  return next;
}

function quietestOf(
  order: readonly string[],
  inSight: readonly number[],
  speaking: ReadonlyMap<string, Speaking>,
): number {
  let found = -1;
  let longestAgo = Number.POSITIVE_INFINITY;
  for (const place of inSight) {
    const identity = order[place] ?? "";
    const { isSpeaking = false, lastSpokeAt = 0 } = speaking.get(identity) ?? {};
    // Of those who never spoke the last one: newer people stand there.
    if (isSpeaking || lastSpokeAt > longestAgo) continue;
    found = place;
    longestAgo = lastSpokeAt;
  }
  return found;
}

/**
 * The order when another one becomes large: where that one stood among the small ones, the one who was
 * large stands now.
 */
export function withAnotherLarge(
  order: readonly string[],
  before: string | undefined,
  now: string | undefined,
): readonly string[] {
  if (before === undefined || now === undefined || before === now) return order;
  const places = [order.indexOf(before), order.indexOf(now)] as const;
  return places.includes(-1) ? order : swapped(order, ...places);
}
