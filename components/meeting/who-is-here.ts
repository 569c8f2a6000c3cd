/** Who is inside already, in as much as one line tells. */
export type WhoIsHere =
  | { kind: "nobody" }
  | { kind: "one"; name: string }
  | { kind: "two"; first: string; second: string }
  | { kind: "more"; name: string; others: number };

/**
 * Whom the line before joining names: whoever came first, and how many more. Oneself, still listed for
 * some seconds after a lost connection, is not "here".
 */
export function whoIsHere(
  participants: readonly { identity: string; name: string; joined_at: string }[],
  ownIdentity: string | undefined,
): WhoIsHere {
  const [first, second, ...rest] = participants
    .filter(({ identity }) => identity !== ownIdentity)
    .toSorted((a, b) => a.joined_at.localeCompare(b.joined_at));
  if (!first) return { kind: "nobody" };
  if (!second) return { kind: "one", name: first.name };
  if (rest.length === 0) return { kind: "two", first: first.name, second: second.name };
  return { kind: "more", name: first.name, others: rest.length + 1 };
}
