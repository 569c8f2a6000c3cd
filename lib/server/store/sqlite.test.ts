import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import SqliteFile from "libsql";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "./open-store";
import { storeContract } from "./store.contract";

describe("a store in a SQLite file", () => {
  const folder = mkdtemp(path.join(tmpdir(), "meetings-contract-"));
  afterAll(async () => rm(await folder, { recursive: true, force: true }));
  storeContract(async () => openStore({ dataDir: await folder }));
});

describe("the SQLite file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "meetings-file-"));
    file = path.join(folder, "data", "meetings.db");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const newStore = () => openStore({ dataDir: path.dirname(file) });

  it("is not made before the store is used", async () => {
    await newStore().close();
    await expect(stat(path.dirname(file))).rejects.toThrow("ENOENT");
  });

  it("is readable by its owner alone", async () => {
    const store = newStore();
    await store.migrate();
    await store.limits.hit("x", 1, new Date());
    for (const each of [file, `${file}-wal`, `${file}-shm`]) {
      expect((await stat(each)).mode & 0o077).toBe(0);
    }
    await store.close();
  });

  it("may be migrated by many at once", async () => {
    const stores = Array.from({ length: 6 }, newStore);
    await Promise.all(stores.map((store) => store.migrate()));
    expect(new Set(await Promise.all(stores.map((store) => store.storeId()))).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("is waited for while another process writes, without stopping this one", async () => {
    const store = newStore();
    await store.migrate();
    const other = new SqliteFile(file);
    other.exec("begin immediate");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const hits = Promise.all(
      Array.from({ length: 20 }, () => store.limits.hit("x", 60, new Date())),
    );
    const read = await store.storeId();
    await sleep(400);
    other.exec("commit");
    expect(
      (await hits)
        .map((hit) => hit.count)
        .sort((a, b) => a - b)
        .at(-1),
    ).toBe(20);
    delay.disable();
    expect(read).toHaveLength(8);
    // A store that blocks gives few measurements, and all of them long; a busy machine gives some.
    expect(delay.percentile(50) / 1e6).toBeLessThan(50);
    other.close();
    await store.close();
  });

  it("is given up after two seconds when another process keeps it", async () => {
    const store = newStore();
    await store.migrate();
    const other = new SqliteFile(file);
    other.exec("begin immediate");
    const began = performance.now();
    await expect(store.limits.hit("x", 60, new Date())).rejects.toMatchObject({
      code: "store-unavailable",
      options: { retryAfter: 2 },
    });
    expect(performance.now() - began).toBeLessThan(3500);
    other.exec("rollback");
    expect(await store.limits.hit("x", 60, new Date())).toMatchObject({ count: 1 });
    other.close();
    await store.close();
  });

  it("is refused with a sentence when it is no database", async () => {
    await mkdir(path.dirname(file));
    await writeFile(file, randomBytes(8192));
    const before = await readFile(file);
    const refusal = newStore().migrate();
    await expect(refusal).rejects.toMatchObject({
      code: "store-unavailable",
      options: { cause: { message: expect.stringMatching(/meetings\.db is damaged .*backup/) } },
    });
    expect(await readFile(file)).toEqual(before);
  });

  it("is refused with a sentence when a page in it is damaged", async () => {
    const store = newStore();
    await store.migrate();
    await store.close();
    const handle = await open(file, "r+");
    const { size } = await handle.stat();
    await handle.write(randomBytes(4096 * 3), 0, 4096 * 3, Math.floor(size / 8192) * 4096);
    await handle.close();
    await expect(newStore().ping()).rejects.toMatchObject({
      options: { cause: { message: expect.stringContaining("is damaged") } },
    });
  });

  it("is refused with a sentence when its folder cannot be made", async () => {
    await writeFile(path.join(folder, "data"), "a file where the folder should be");
    await expect(newStore().migrate()).rejects.toMatchObject({
      code: "store-unavailable",
      options: { cause: { message: expect.stringContaining("DATA_DIR") } },
    });
  });

  it("keeps every write that was acknowledged when the process is killed", async () => {
    const store = newStore();
    await store.migrate();
    // Another process, with the plain driver: it writes, says so, and is killed in the middle of it.
    const script = `
      const SqliteFile = require("libsql");
      const db = new SqliteFile(process.argv[1]);
      db.exec("pragma busy_timeout = 1000");
      for (let turn = 0; ; turn += 1) {
        db.prepare("insert into leases values (?, '')").run(["lease " + turn]);
        require("node:fs").writeSync(1, turn + "\\n");
      }`;
    const child = execFile(process.execPath, ["-e", script, file]);
    let said = "";
    child.stdout?.on("data", (text) => {
      said += text;
      if (said.length > 500) child.kill("SIGKILL");
    });
    await new Promise((resolve) => child.once("close", resolve));
    const acknowledged = said.split("\n").slice(0, -1).length;
    expect(acknowledged).toBeGreaterThan(10);
    for (let turn = 0; turn < acknowledged; turn += 1) {
      // An empty end is long past: each of them can be had again, and none is missing.
      expect(await store.leases.acquire(`lease ${turn}`, 1, new Date())).toBe(true);
    }
    await store.close();
  });
});
