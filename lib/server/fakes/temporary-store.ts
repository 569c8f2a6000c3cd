import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Store } from "@/lib/server/ports/store";
import { openStore } from "@/lib/server/store/open-store";

/** A real store, migrated and empty, in a folder that is gone when the store is closed. */
export async function temporaryStore(): Promise<Store> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "meetings-store-"));
  const store = openStore({ dataDir });
  await store.migrate();
  return {
    ...store,
    close: async () => {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
