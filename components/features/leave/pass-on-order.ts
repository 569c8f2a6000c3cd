import type { Role } from "@/lib/contract/participant";

/** Who may take the meeting over: who helps with it already comes first, then by name. */
export function inPassOnOrder<Person extends { name: string; role: Role }>(
  people: readonly Person[],
): Person[] {
  const rank = ({ role }: Person) => (role === "participant" ? 1 : 0);
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
