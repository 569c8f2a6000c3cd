export interface Someone {
  identity: string;
  name: string;
}

/** Who came and who went between two looks at the meeting. */
export function changesBetween(
  before: readonly Someone[],
  after: readonly Someone[],
): { came: Someone[]; went: Someone[] } {
  const without = (people: readonly Someone[], others: readonly Someone[]) =>
    people.filter(({ identity }) => !others.some((other) => other.identity === identity));
  return { came: without(after, before), went: without(before, after) };
}

/** People by name, or where their names would be too many, how many they are. */
export function namesOrCount(
  people: readonly Someone[],
  mostNames: number,
): { names: string[] } | { count: number } {
  if (people.length > mostNames) return { count: people.length };
  return { names: people.map(({ name }) => name) };
}
