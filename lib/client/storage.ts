// The browser's storage, as it really is: it may be blocked, full, or hold what an older version or a
// stranger wrote. Nothing here throws, and what is read is `unknown` until its reader has parsed it.

export type StorageKind = "tab" | "browser";

/** What could not be written to storage lives as long as the page does. */
const memory = new Map<string, string>();

function storageOf(kind: StorageKind): Storage | undefined {
  try {
    return kind === "tab" ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    // Reading the property alone throws where the person blocks site data.
    return undefined;
  }
}

function readText(kind: StorageKind, key: string): string | null | undefined {
  return memory.get(`${kind}:${key}`) ?? storageOf(kind)?.getItem(key);
}

/** What was kept under this name, or undefined: never there, not JSON, or storage is blocked. */
export function readStored(kind: StorageKind, key: string): unknown {
  try {
    const text = readText(kind, key);
    return text == null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A reader of one name that makes something of what is kept, and gives the same thing again while the same
 * is kept: for what is looked at at every drawing.
 */
export function storedReader<Made>(
  kind: StorageKind,
  key: string,
  make: (stored: unknown) => Made,
): () => Made {
  let last: { text: string | null | undefined; made: Made } | undefined;
  return () => {
    let text: string | null | undefined;
    try {
      text = readText(kind, key);
    } catch {
      // Blocked: as if there was nothing.
    }
    if (!last || last.text !== text) last = { text, made: make(readStored(kind, key)) };
    return last.made;
  };
}

/** Keeps a value; where storage refuses, for as long as this page lives. */
export function writeStored(kind: StorageKind, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    const storage = storageOf(kind);
    if (storage) {
      storage.setItem(key, text);
      memory.delete(`${kind}:${key}`);
      return;
    }
  } catch {
    // Full or blocked: below.
  }
  memory.set(`${kind}:${key}`, text);
}

/** Forgets a value. */
export function removeStored(kind: StorageKind, key: string): void {
  memory.delete(`${kind}:${key}`);
  try {
    storageOf(kind)?.removeItem(key);
  } catch {
    // Blocked: there was nothing to forget.
  }
}

/** Narrows what was read to something with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
