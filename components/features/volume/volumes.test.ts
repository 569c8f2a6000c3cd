import { beforeEach, expect, test, vi } from "vitest";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { keepVolume, volumeOf } from "./volumes";

const kept = new FakeStorage();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", kept);
});

test("everybody is as loud as they are until somebody turns them down", () => {
  expect(volumeOf("ada")).toBe(1);
  keepVolume("ada", 0.3);
  keepVolume("lena", 0);
  expect(volumeOf("ada")).toBe(0.3);
  expect(volumeOf("lena")).toBe(0);
  keepVolume("ada", 1);
  expect(volumeOf("ada")).toBe(1);
  expect(kept.getItem("meetings.volumes")).toBe('{"lena":0}');
});

test("what makes no sense in the storage is left out", () => {
  kept.setItem("meetings.volumes", '{"ada":7,"lena":"loud","kenji":0.5}');
  expect(volumeOf("ada")).toBe(1);
  expect(volumeOf("lena")).toBe(1);
  expect(volumeOf("kenji")).toBe(0.5);
});
