import { expect, test } from "vitest";
import {
  browserKindOf,
  classifyMediaError,
  inAppBrowserOf,
  type MediaSituation,
  MediaTimeout,
} from "./media-errors";

const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const firefox =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";
const facebook = `${iphone} [FBAN/FBIOS;FBAV/430.0.0;FBBV/1]`;

const usual: MediaSituation = { isSecure: true, hasMediaDevices: true, userAgent: chrome };
const failure = (name: string, message = "") => new DOMException(message, name);
const reason = (error: unknown, situation: Partial<MediaSituation> = {}) =>
  classifyMediaError(error, { ...usual, ...situation }).reason;

test("a no of the person is told from a question that was closed", () => {
  const no = failure("NotAllowedError", "Permission denied");
  expect(reason(no, { permission: "denied" })).toBe("denied");
  expect(reason(no)).toBe("denied");
  expect(reason(failure("NotAllowedError", "Permission dismissed"))).toBe("dismissed");
  expect(reason(no, { permission: "prompt" })).toBe("dismissed");
});

test("the system's switch is told from the browser's", () => {
  expect(reason(failure("NotAllowedError", "Permission denied by system"))).toBe(
    "denied-by-system",
  );
  expect(reason(failure("NotAllowedError"), { permission: "granted" })).toBe("denied-by-system");
  expect(reason(failure("NotFoundError"), { userAgent: firefox, isListed: true })).toBe(
    "denied-by-system",
  );
});

test("a device that is not there, is taken, or cannot do it", () => {
  expect(reason(failure("NotFoundError", "Requested device not found"))).toBe("missing");
  expect(reason(failure("NotReadableError", "Could not start video source"))).toBe("in-use");
  expect(reason(failure("AbortError", "Starting videoinput failed"))).toBe("in-use");
  expect(reason(failure("OverconstrainedError"))).toBe("overconstrained");
  expect(reason(new MediaTimeout())).toBe("timeout");
  expect(reason("something else")).toBe("unknown");
});

test("plain http and a frame's policy", () => {
  expect(reason(new TypeError("undefined"), { isSecure: false, hasMediaDevices: false })).toBe(
    "insecure",
  );
  expect(
    reason(failure("NotAllowedError", "Permissions policy violation: camera is not allowed")),
  ).toBe("denied-by-policy");
});

test("the browser inside an app is named, whatever it throws", () => {
  expect(reason(failure("NotAllowedError"), { userAgent: facebook })).toBe("in-app-browser");
  expect(reason(new TypeError("undefined"), { userAgent: facebook, hasMediaDevices: false })).toBe(
    "in-app-browser",
  );
  expect(inAppBrowserOf(facebook)).toBe("Facebook");
  expect(inAppBrowserOf(`${chrome} MicroMessenger/8.0.50`)).toBe("WeChat");
  expect(inAppBrowserOf("Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) Chrome/156.0")).toBe("");
  expect(inAppBrowserOf(chrome)).toBeUndefined();
  expect(inAppBrowserOf(iphone)).toBeUndefined();
});

test("browsers by where their permissions are found", () => {
  expect(browserKindOf(chrome)).toBe("chrome");
  expect(browserKindOf(`${chrome} Edg/156.0`)).toBe("edge");
  expect(browserKindOf(firefox)).toBe("firefox");
  expect(browserKindOf(iphone)).toBe("safari-ios");
  expect(browserKindOf(iphone.replace("Version/19.1", "CriOS/156.0"))).toBe("safari-ios");
});
