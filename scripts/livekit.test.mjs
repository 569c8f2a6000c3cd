import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { livekitConfig, livekitKeys, webhookUrl } from "./livekit.mjs";

const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});
function folder() {
  folders.push(fs.mkdtempSync(path.join(os.tmpdir(), "meetings-keys-")));
  return folders.at(-1);
}

describe("LiveKit's keys", () => {
  it("are random, long, kept for this user alone, and the same at the next start", () => {
    const dataDir = folder();
    const keys = livekitKeys(dataDir);
    expect(keys.apiSecret.length).toBeGreaterThanOrEqual(32);
    expect(livekitKeys(dataDir)).toEqual(keys);
    expect(livekitKeys(folder())).not.toEqual(keys);
    expect(fs.statSync(path.join(dataDir, "livekit-keys.json")).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(dataDir)).toEqual(["livekit-keys.json"]);
  });

  it("are asked for again when their file was spoilt", () => {
    const dataDir = folder();
    fs.writeFileSync(path.join(dataDir, "livekit-keys.json"), "{}");
    expect(() => livekitKeys(dataDir)).toThrow("does not hold LiveKit's keys");
  });
});

it("starts LiveKit on loopback, and lets nobody make a room by joining", () => {
  const keys = { apiKey: "key", apiSecret: "secret" };
  const config = livekitConfig({ port: 7880, ...keys, webhookUrl: "http://127.0.0.1:3000/hook" });
  expect(config).toMatchObject({
    port: 7880,
    bind_addresses: ["127.0.0.1"],
    rtc: { tcp_port: 7881, udp_port: 7882, node_ip: "127.0.0.1" },
    room: { auto_create: false },
    webhook: { api_key: "key", urls: ["http://127.0.0.1:3000/hook"] },
  });
  expect(livekitConfig({ port: 7880, ...keys })).not.toHaveProperty("webhook");
});

it("tells the app on this machine what happens", () => {
  expect(webhookUrl({ host: "0.0.0.0", port: 3100 })).toBe(
    "http://127.0.0.1:3100/api/v1/livekit/webhook",
  );
});
