import { afterEach, expect, test, vi } from "vitest";
import { announceCall, takeOverCall, watchOtherTabs } from "./tab-presence";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

const ada = { identity: "p_ada", microphone: true, camera: false };

function announce(meetingId: string, onTakenOver = () => undefined, call = ada) {
  const stop = announceCall(meetingId, () => call, onTakenOver);
  stops.push(stop);
  return stop;
}

function watch(meetingId: string, onChange?: () => void) {
  const watching = watchOtherTabs(meetingId, onChange);
  stops.push(watching.stop);
  return watching;
}

test("a tab that opens later hears of the call that runs, and with what switched on", async () => {
  announce("abc-defg-hij");
  const watching = watch("abc-defg-hij");
  await watching.asked;
  expect(watching.others()).toEqual([{ tab: expect.any(String), ...ada }]);
});

test("a call of another meeting is nothing to this one", async () => {
  announce("xyz-defg-hij");
  const watching = watch("abc-defg-hij");
  await watching.asked;
  expect(watching.others()).toEqual([]);
});

test("a tab that was open before is told when a call begins and when it ends", async () => {
  const changed = vi.fn();
  const watching = watch("abc-defg-hij", changed);
  await watching.asked;
  const stop = announce("abc-defg-hij");
  await vi.waitFor(() => expect(watching.others()).toHaveLength(1));
  stop();
  await vi.waitFor(() => expect(watching.others()).toEqual([]));
  expect(changed).toHaveBeenCalledTimes(2);
});

test("taking over reaches the tab that is this person, and no other", async () => {
  const first = vi.fn();
  const someoneElse = vi.fn();
  announce("abc-defg-hij", first);
  announce("abc-defg-hij", someoneElse, { ...ada, identity: "p_bob" });
  takeOverCall("abc-defg-hij", "p_ada");
  await vi.waitFor(() => expect(first).toHaveBeenCalledOnce());
  expect(someoneElse).not.toHaveBeenCalled();
});

test("a browser without channels means every tab is alone", async () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  announce("abc-defg-hij");
  const watching = watch("abc-defg-hij");
  await watching.asked;
  expect(watching.others()).toEqual([]);
});
