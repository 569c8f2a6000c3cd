import { beforeEach, expect, test, vi } from "vitest";
import { keepVolume, volumeOf } from "./volumes";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test("everybody is as loud as they are until somebody turns them down", () => {
  expect(volumeOf("ada")).toBe(1);
  keepVolume("ada", 0.3);
  keepVolume("lena", 0);
  expect(volumeOf("ada")).toBe(0.3);
  expect(volumeOf("lena")).toBe(0);
  keepVolume("ada", 1);
  expect(volumeOf("ada")).toBe(1);
  expect(kept.get("meetings.volumes")).toBe('{"lena":0}');
});

test("what makes no sense in the storage is left out", () => {
  kept.set("meetings.volumes", '{"ada":7,"lena":"loud","kenji":0.5}');
  expect(volumeOf("ada")).toBe(1);
  expect(volumeOf("lena")).toBe(1);
  expect(volumeOf("kenji")).toBe(0.5);
});
