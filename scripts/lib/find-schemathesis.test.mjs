import path from "node:path";
import { describe, expect, it } from "vitest";
import { findSchemathesis, SCHEMATHESIS_VERSION } from "./find-schemathesis.mjs";

const kept = path.join("/cache", process.platform === "win32" ? "Scripts" : "bin", "schemathesis");

/** A machine as the finder sees it: what runs, and with which version. */
function machine({ runs = {}, onPath, isWhole = false, python, refusal } = {}) {
  const asked = [];
  const ways = {
    versionOf: (program) => runs[program],
    onPath: () => onPath,
    environment: () => "/cache",
    isWhole: () => isWhole,
    python: () => python,
    makeEnvironment: async (by) => {
      asked.push(by);
      return refusal;
    },
  };
  return { asked, find: (env = {}) => findSchemathesis({ env, ways }) };
}
const ours = `schemathesis, version ${SCHEMATHESIS_VERSION}`;

describe("finding Schemathesis", () => {
  it("takes the named one, and names the variable when it does not run", async () => {
    const { find } = machine({ runs: { "/own": "schemathesis, version 9.9.9" } });
    expect(await find({ SCHEMATHESIS: "/own" })).toBe("/own");
    await expect(find({ SCHEMATHESIS: "/gone" })).rejects.toThrow(/SCHEMATHESIS is "\/gone"/);
  });

  it("takes the one on the PATH only in the version that our settings are for", async () => {
    const right = machine({ runs: { "/bin/st": ours }, onPath: "/bin/st" });
    expect(await right.find()).toBe("/bin/st");
    const other = machine({
      runs: { "/bin/st": "schemathesis, version 3.0.0" },
      onPath: "/bin/st",
      python: "/bin/python3",
    });
    expect(await other.find()).toBe(kept);
    expect(other.asked).toEqual(["/bin/python3"]);
  });

  it("keeps what it fetched, and fetches again what was left half done", async () => {
    const whole = machine({ runs: { [kept]: ours }, isWhole: true, python: "/bin/python3" });
    expect(await whole.find()).toBe(kept);
    expect(whole.asked).toEqual([]);
    const half = machine({ runs: { [kept]: ours }, python: "/bin/python3" });
    expect(await half.find()).toBe(kept);
    expect(half.asked).toEqual(["/bin/python3"]);
  });

  it("answers undefined where there is no Python, and says why where there is", async () => {
    expect(await machine().find()).toBeUndefined();
    const offline = machine({ python: "/bin/python3", refusal: "no network" });
    await expect(offline.find()).rejects.toThrow(/no network/);
  });
});
