import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeStorage } from "./fakes/fake-storage";
import { inCallMarker, markInCall, unmarkInCall } from "./in-call-marker";
import {
  readPreferences,
  rememberPreferences,
  resetPreferences,
  switchDefaults,
} from "./preferences";
import { forgetSeat, keepReadUpTo, keepSeat, readUpTo, seatOf } from "./seats";
import { removeStored } from "./storage";

let browser: FakeStorage;
beforeEach(() => {
  browser = new FakeStorage();
  vi.stubGlobal("localStorage", browser);
  newTab();
});
afterEach(() => vi.unstubAllGlobals());

const newTab = () => vi.stubGlobal("sessionStorage", new FakeStorage());

const meeting = "abc-defg-hij";
const ada = { token: "seat_a", identity: "p_a" };
const bob = { token: "seat_b", identity: "p_b" };

test("a new tab starts from the browser's seat", () => {
  keepSeat(meeting, ada);
  newTab();
  expect(seatOf(meeting)).toEqual(ada);
  expect(seatOf("xyz-defg-hij")).toBeUndefined();
});

test("a tab that joined as someone else stays so, and the browser's seat stays too", () => {
  keepSeat(meeting, ada);
  newTab();
  keepSeat(meeting, bob, { thisTabOnly: true });
  expect(seatOf(meeting)).toEqual(bob);
  newTab();
  expect(seatOf(meeting)).toEqual(ada);
});

test("a seat that the server refused is forgotten, and no other one", () => {
  keepSeat(meeting, ada);
  forgetSeat(meeting, bob.token);
  expect(seatOf(meeting)).toEqual(ada);
  forgetSeat(meeting, ada.token);
  expect(seatOf(meeting)).toBeUndefined();
});

test("what was read of the chat is known as long as the seat is, in each tab, and never less of it", () => {
  keepSeat(meeting, ada);
  keepReadUpTo(meeting, ada.identity, 7);
  newTab();
  expect(readUpTo(meeting, ada.identity)).toBe(7);
  keepSeat(meeting, { ...ada, token: "seat_a2" });
  keepReadUpTo(meeting, ada.identity, 3);
  newTab();
  expect([readUpTo(meeting, ada.identity), readUpTo("xyz-defg-hij", ada.identity)]).toEqual([7, 0]);

  keepSeat(meeting, bob, { thisTabOnly: true });
  keepReadUpTo(meeting, bob.identity, 9);
  expect([readUpTo(meeting, bob.identity), readUpTo(meeting, ada.identity)]).toEqual([9, 7]);

  forgetSeat(meeting, "seat_a2");
  keepSeat(meeting, ada);
  expect(readUpTo(meeting, ada.identity)).toBe(0);
});

test("what somebody else wrote into storage is no seat", () => {
  for (const text of ["{", "null", "7", '{"token":1,"identity":"x"}', "[]", '{"token":""}']) {
    browser.setItem(`meetings.seat.${meeting}`, text);
    expect(seatOf(meeting)).toBeUndefined();
  }
});

test("with storage blocked, the page remembers for as long as it lives", () => {
  const blocked = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    vi.stubGlobal(name, { getItem: blocked, setItem: blocked, removeItem: blocked });
  }
  keepSeat(meeting, ada);
  rememberPreferences({ name: "Ada" });
  expect(seatOf(meeting)).toEqual(ada);
  expect(readPreferences().name).toBe("Ada");
  forgetSeat(meeting, ada.token);
  expect(seatOf(meeting)).toBeUndefined();
  removeStored("browser", "meetings.preferences");
  expect(readPreferences().name).toBe("");
});

test("the note of being in the call stays in its tab and goes with the call", () => {
  markInCall(meeting, { microphone: false, camera: true });
  expect(inCallMarker(meeting)).toEqual({ microphone: false, camera: true });
  unmarkInCall(meeting);
  expect(inCallMarker(meeting)).toBeUndefined();
  markInCall(meeting, { microphone: true, camera: true });
  newTab();
  expect(inCallMarker(meeting)).toBeUndefined();
});

test("preferences have defaults, and keep what a change does not name", () => {
  const defaults = {
    ...switchDefaults,
    name: "",
    microphoneOn: true,
    cameraOn: true,
    sendQuality: "auto",
    receiveQuality: "auto",
    view: "automatic",
    selfCorner: "bottom-right",
    keys: {},
  };
  expect(readPreferences()).toEqual(defaults);
  rememberPreferences({ name: "Ada", cameraId: "c1" });
  rememberPreferences({ microphoneOn: false });
  expect(readPreferences()).toEqual({
    ...defaults,
    name: "Ada",
    microphoneOn: false,
    cameraId: "c1",
  });
  browser.setItem("meetings.preferences", '{"name":3,"cameraOn":"no","cameraId":9}');
  expect(readPreferences()).toEqual(defaults);
});

test("choices and keys of another version, or of nobody's making, are left out", () => {
  browser.setItem(
    "meetings.preferences",
    '{"sendQuality":"4k","receiveQuality":"180","keys":{"chat.open":"t","a.b":7},"lobbySound":"no"}',
  );
  expect(readPreferences()).toMatchObject({
    sendQuality: "auto",
    receiveQuality: "180",
    keys: { "chat.open": "t" },
    lobbySound: true,
  });
});

test("going back to the defaults keeps name and devices, and can be taken back", () => {
  rememberPreferences({ name: "Ada", cameraId: "c1", lobbySound: false, sendQuality: "360" });
  const before = readPreferences();
  const undo = resetPreferences();
  expect(readPreferences()).toMatchObject({
    name: "Ada",
    cameraId: "c1",
    lobbySound: true,
    sendQuality: "auto",
  });
  undo();
  expect(readPreferences()).toEqual(before);
});
