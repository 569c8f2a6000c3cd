/** How long somebody who spoke keeps their place among those who are seen. */
export interface Spoken {
  identity: string;
  /** When they last spoke, in milliseconds; 0 for never. */
  lastSpokeAt: number;
}

/**
 * Who is on the first page when not everybody fits: the order of arrival, but whoever speaks on a later
 * page takes the place of the one on the first page who has been silent longest. Nobody else moves.
 */
export function bringSpeakersForward<Person extends Spoken>(
  people: readonly Person[],
  capacity: number,
): Person[] {
  const order = [...people];
  if (order.length <= capacity || capacity < 1) return order;
  for (let index = capacity; index < order.length; index += 1) {
    const speaker = order[index];
    if (!speaker || speaker.lastSpokeAt === 0) continue;
    let quietest = 0;
    for (let place = 1; place < capacity; place += 1) {
      const here = order[place];
      const known = order[quietest];
      if (here && known && here.lastSpokeAt < known.lastSpokeAt) quietest = place;
    }
    const leaving = order[quietest];
    if (!leaving || leaving.lastSpokeAt >= speaker.lastSpokeAt) continue;
    order[quietest] = speaker;
    order[index] = leaving;
  }
  return order;
}
