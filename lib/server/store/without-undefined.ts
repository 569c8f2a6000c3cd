type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The fields that have a value, null included: what an update is to write. */
export function withoutUndefined<T extends object>(some: T): Defined<T>;
export function withoutUndefined(some: object): object {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
}
