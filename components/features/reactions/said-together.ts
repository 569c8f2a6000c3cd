import type { Reaction } from "./message";

export interface Heard {
  identity: string;
  name: string;
  reaction: Reaction;
}

interface Said {
  reaction: Reaction;
  /** Who was first. */
  name: string;
  others: number;
}

/** Many reactions as few sentences: each kind once, with who was first and how many others there were. */
export function saidTogether(heard: readonly Heard[]): Said[] {
  const kinds = new Map<Reaction, Map<string, string>>();
  for (const { identity, name, reaction } of heard) {
    const people = kinds.get(reaction) ?? new Map<string, string>();
    if (!people.has(identity)) people.set(identity, name);
    kinds.set(reaction, people);
  }
  return [...kinds].map(([reaction, people]) => ({
    reaction,
    name: people.values().next().value ?? "",
    others: people.size - 1,
  }));
}
