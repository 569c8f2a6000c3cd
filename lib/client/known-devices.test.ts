import { afterEach, expect, test, vi } from "vitest";
import { canChooseSpeaker, listDevices } from "./known-devices";

afterEach(() => vi.unstubAllGlobals());

const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";
const safari =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.4 Safari/605.1.15";
const chromeOnIphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/156.0 Safari/604.1";

test("the speaker is chosen where the browser and LiveKit's client let one", () => {
  const choosable = (userAgent: string) => {
    vi.stubGlobal("navigator", { userAgent });
    return canChooseSpeaker();
  };
  vi.stubGlobal("HTMLMediaElement", class {});
  expect(choosable(chrome)).toBe(false);
  vi.stubGlobal(
    "HTMLMediaElement",
    class {
      setSinkId() {}
    },
  );
  expect(choosable(chrome)).toBe(true);
  expect(choosable(safari)).toBe(false);
  expect(choosable(chromeOnIphone)).toBe(false);
});

test("on a page without TLS there are no devices, and nothing breaks", async () => {
  vi.stubGlobal("navigator", {});
  expect(await listDevices()).toEqual([]);
});
