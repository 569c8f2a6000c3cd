import { expect, test } from "vitest";
import { nextDevice } from "./next-device";

const device = (kind: string, deviceId: string) => ({ kind, deviceId });

test("the system's own comes first, then the first other of the kind", () => {
  const devices = [
    device("videoinput", "v1"),
    device("audioinput", "a1"),
    device("audioinput", "communications"),
    device("audioinput", "a2"),
  ];
  expect(nextDevice(devices, "audioinput", "a1")?.deviceId).toBe("a2");
  expect(
    nextDevice([...devices, device("audioinput", "default")], "audioinput", "a1")?.deviceId,
  ).toBe("default");
});

test("where there is no other, there is none", () => {
  expect(nextDevice([device("videoinput", "v1")], "videoinput", "v1")).toBeUndefined();
  expect(nextDevice([device("audioinput", "")], "audioinput", undefined)).toBeUndefined();
});
