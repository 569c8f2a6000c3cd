import { delimiter } from "node:path";
import { describe, expect, it } from "vitest";
import {
  checksumOf,
  findLiveKit,
  findOnPath,
  LIVEKIT_VERSION,
  releaseArchive,
} from "./find-livekit.mjs";

/** A machine as the finder sees it; what it asked for is kept in order. */
function machine({ runs = [], onPath, release = "no network", go = "no Go" } = {}) {
  const asked = [];
  const works = new Set(runs);
  const bring = (name, refusal) => async (to) => {
    asked.push(name);
    if (refusal === null) works.add(to);
    return refusal ?? undefined;
  };
  const ways = {
    versionOf: (binary) =>
      works.has(binary) ? `livekit-server version ${LIVEKIT_VERSION}` : undefined,
    onPath: () => onPath,
    cached: () => "/cache/livekit-server",
    fetchRelease: bring("release", release),
    buildWithGo: bring("go", go),
  };
  return { asked, find: (env = {}) => findLiveKit({ env, ways }) };
}

describe("finding a LiveKit server", () => {
  it("starts nothing where LIVEKIT_URL names one", async () => {
    const { find, asked } = machine({ runs: ["/bin/lk", "/own"], onPath: "/bin/lk" });
    const env = { LIVEKIT_URL: "wss://example.org", LIVEKIT_SERVER_BIN: "/own" };
    expect(await find(env)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it("takes the named one before any other", async () => {
    const { find } = machine({ runs: ["/own", "/bin/lk"], onPath: "/bin/lk" });
    expect(await find({ LIVEKIT_SERVER_BIN: "/own" })).toBe("/own");
  });

  it("names the variable when what it names does not run", async () => {
    const { find } = machine({ runs: ["/bin/lk"], onPath: "/bin/lk" });
    await expect(find({ LIVEKIT_SERVER_BIN: "/gone" })).rejects.toThrow(
      /LIVEKIT_SERVER_BIN is "\/gone"/,
    );
  });

  it("prefers the one on the PATH to the copy it keeps, and the copy to fetching", async () => {
    const runs = ["/bin/lk", "/cache/livekit-server"];
    expect(await machine({ runs, onPath: "/bin/lk" }).find()).toBe("/bin/lk");
    const kept = machine({ runs });
    expect(await kept.find()).toBe("/cache/livekit-server");
    expect(kept.asked).toEqual([]);
  });

  it("passes over one on the PATH that does not run", async () => {
    const { find } = machine({ runs: ["/cache/livekit-server"], onPath: "/bin/broken" });
    expect(await find()).toBe("/cache/livekit-server");
  });

  it("fetches the release, and builds with Go only when that fails", async () => {
    const fetched = machine({ release: null });
    expect(await fetched.find()).toBe("/cache/livekit-server");
    expect(fetched.asked).toEqual(["release"]);
    const built = machine({ go: null });
    expect(await built.find()).toBe("/cache/livekit-server");
    expect(built.asked).toEqual(["release", "go"]);
  });

  it("names every way out when there is none to be had", async () => {
    const failure = await machine()
      .find()
      .catch((error) => error);
    expect(failure.message).toContain("no network; no Go");
    for (const way of ["PATH", "LIVEKIT_SERVER_BIN", "go install", "LIVEKIT_URL"]) {
      expect(failure.next).toContain(way);
    }
  });
});

describe("the official release", () => {
  it("is named by platform, and is not there for macOS", () => {
    expect(releaseArchive("linux", "x64")).toBe(`livekit_${LIVEKIT_VERSION}_linux_amd64.tar.gz`);
    expect(releaseArchive("win32", "arm64")).toBe(`livekit_${LIVEKIT_VERSION}_windows_arm64.zip`);
    expect(releaseArchive("darwin", "arm64")).toBeUndefined();
  });

  it("has the checksum of its own line alone", () => {
    const sum = "a".repeat(64);
    const list = `${"b".repeat(64)}  other.tar.gz\n${sum.toUpperCase()} *mine.tar.gz\nshort  odd.tar.gz\n`;
    expect(checksumOf(list, "mine.tar.gz")).toBe(sum);
    expect(checksumOf(list, "odd.tar.gz")).toBeUndefined();
    expect(checksumOf(list, "none.tar.gz")).toBeUndefined();
  });
});

it("looks for a program in every folder of the PATH", () => {
  const folders = ["/nowhere", process.execPath.replace(/\/[^/]+$/, "")].join(delimiter);
  expect(findOnPath("node", folders)).toBe(process.execPath);
  expect(findOnPath("no-such-program", folders)).toBeUndefined();
  expect(findOnPath("node", undefined)).toBeUndefined();
});
