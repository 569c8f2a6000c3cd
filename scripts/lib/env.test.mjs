import { describe, expect, it } from "vitest";
import { loopbackOf, readPlaces, root } from "./env.mjs";

describe("where a copy listens and keeps its things", () => {
  it("needs nothing set", () => {
    expect(readPlaces({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      livekitPort: 7880,
      dataDir: `${root}/.data`,
    });
  });

  it("is moved by four variables, and an empty one is as good as none", () => {
    const env = { PORT: "3100", HOST: "0.0.0.0", LIVEKIT_PORT: "7980", DATA_DIR: "/srv/meetings" };
    expect(readPlaces(env)).toEqual({
      port: 3100,
      host: "0.0.0.0",
      livekitPort: 7980,
      dataDir: "/srv/meetings",
    });
    expect(readPlaces({ PORT: "", HOST: " ", DATA_DIR: "" }).port).toBe(3000);
  });

  it.each(["abc", "0", "65536", "-1", "3000.5", "0x10", "3 000"])(
    "refuses PORT=%s by name",
    (PORT) => {
      expect(() => readPlaces({ PORT })).toThrow(`PORT is "${PORT}"`);
    },
  );

  it("leaves room for LiveKit's media ports", () => {
    expect(() => readPlaces({ LIVEKIT_PORT: "65534" })).toThrow("LIVEKIT_PORT");
    expect(() => readPlaces({ PORT: "7882" })).toThrow("which LiveKit needs");
    expect(readPlaces({ PORT: "7882", LIVEKIT_URL: "wss://example.org" }).port).toBe(7882);
  });

  it("refuses a HOST that is no host", () => {
    expect(() => readPlaces({ HOST: "http://localhost" })).toThrow("HOST");
  });

  it("is reached on this machine by an address of this machine", () => {
    expect(loopbackOf("0.0.0.0")).toBe("127.0.0.1");
    expect(loopbackOf("::1")).toBe("[::1]");
    expect(loopbackOf("192.168.0.7")).toBe("192.168.0.7");
  });
});
