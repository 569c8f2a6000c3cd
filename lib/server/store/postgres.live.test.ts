import { randomBytes } from "node:crypto";
import { connect, createServer } from "node:net";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openStore } from "./open-store";
import { storeContract } from "./store.contract";

const serverUrl = z
  .url({ error: "TEST_DATABASE_URL has to name a PostgreSQL server; npm test starts one." })
  .parse(process.env.TEST_DATABASE_URL);

/** A database of this run's own, so that runs side by side do not meet. */
const name = `meetings_${randomBytes(6).toString("hex")}`;
const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;

async function asAdministrator(statement: string) {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

const newStore = (url = databaseUrl) => openStore({ databaseUrl: url, dataDir: "/nowhere" });

beforeAll(() => asAdministrator(`create database ${name}`));
afterAll(() => asAdministrator(`drop database ${name} with (force)`));

describe("PostgreSQL, before any table is there", () => {
  it("may be migrated by many at once", async () => {
    const stores = Array.from({ length: 4 }, () => newStore());
    await Promise.all(stores.map((store) => store.migrate()));
    expect(new Set(await Promise.all(stores.map((store) => store.storeId()))).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe("a store in PostgreSQL", () => {
  storeContract(async () => newStore());
});

describe("PostgreSQL", () => {
  it("may cut every connection, and no request notices", async () => {
    const store = newStore();
    await store.migrate();
    let cutting = true;
    const cut = (async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await asAdministrator(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
        );
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      cutting = false;
    })();
    let hits = 0;
    while (cutting) {
      await Promise.all(Array.from({ length: 8 }, () => store.limits.hit("cut", 3600, new Date())));
      hits += 8;
    }
    await cut;
    const { count } = await store.limits.hit("cut", 3600, new Date());
    // A hit whose answer was lost is counted again; none is missing.
    expect(count).toBeGreaterThan(hits);
    await store.close();
  });

  it("is said to be away within the time a request may wait", async () => {
    const store = newStore("postgres://nobody@127.0.0.1:1/nothing");
    const began = performance.now();
    await expect(store.meetings.findByHostKeyHash("x")).rejects.toMatchObject({
      code: "store-unavailable",
      options: { retryAfter: 2 },
    });
    expect(performance.now() - began).toBeLessThan(3500);
    await expect(store.ping()).rejects.toMatchObject({ code: "store-unavailable" });
    await store.close();
  });

  it("is said to be away when its answers are lost on the way, and is used again when they are not", async () => {
    const { hostname, port } = new URL(serverUrl);
    let swallow = false;
    const proxy = createServer((client) => {
      const server = connect(Number(port), hostname);
      client.on("data", (data) => server.write(data)).on("close", () => server.destroy());
      server
        .on("data", (data) => swallow || client.write(data))
        .on("close", () => client.destroy());
      for (const socket of [client, server]) socket.on("error", () => {});
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, "127.0.0.1", resolve);
    });
    const address = proxy.address();
    const host = `127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
    const store = newStore(Object.assign(new URL(databaseUrl), { host }).href);
    const id = await store.storeId();

    swallow = true;
    const began = performance.now();
    await expect(store.seats.findByIdentity("p_ada")).rejects.toMatchObject({
      code: "store-unavailable",
    });
    expect(performance.now() - began).toBeLessThan(8500);

    swallow = false;
    await asAdministrator(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
    expect(await store.storeId()).toBe(id);
    // The end of a connection takes a moment to come through the proxy.
    await vi.waitFor(() => store.ping(), { timeout: 5000 });
    await store.close();
    proxy.close();
  });

  it("is said to be away when the database is not there", async () => {
    const store = newStore(Object.assign(new URL(serverUrl), { pathname: "/absent" }).href);
    await expect(store.ping()).rejects.toMatchObject({ code: "store-unavailable" });
    await store.close();
  });
});
