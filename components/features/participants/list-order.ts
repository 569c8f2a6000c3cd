interface Listed {
  name?: string | undefined;
  identity: string;
  isLocal: boolean;
}

/** Oneself first, the others by name. */
export function inListOrder<Person extends Listed>(people: readonly Person[]): Person[] {
  const nameOf = ({ name, identity }: Listed) => name || identity;
  return [...people].sort(
    (a, b) => Number(b.isLocal) - Number(a.isLocal) || nameOf(a).localeCompare(nameOf(b)),
  );
}
