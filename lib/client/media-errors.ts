// Why a camera or microphone cannot be had, told apart as far as browsers let one: the sentence a
// person needs depends on it.

export type MediaKind = "camera" | "microphone";

export type MediaFailureReason =
  /** The person said no, now or on an earlier visit; the browser will not ask again by itself. */
  | "denied"
  /** The question was closed without an answer: asking again works. */
  | "dismissed"
  /** The operating system keeps this browser from the device. */
  | "denied-by-system"
  /** The page that shows this one in a frame, or a policy of the browser, does not allow it. */
  | "denied-by-policy"
  | "missing"
  | "in-use"
  /** The page came over plain http, where browsers give no devices. */
  | "insecure"
  /** A browser inside another app, which gives no devices. */
  | "in-app-browser"
  /** The chosen device cannot do what was asked of it, or is another one by now. */
  | "overconstrained"
  /** Permission is there, and the device does not start. */
  | "timeout"
  | "unknown";

export interface MediaFailure {
  reason: MediaFailureReason;
}

/** What is known of the browser when a request fails. */
export interface MediaSituation {
  isSecure: boolean;
  hasMediaDevices: boolean;
  userAgent: string;
  /** What the permissions API says now; undefined where it does not say. */
  permission?: PermissionState | undefined;
  /** Whether any device of the kind is listed; undefined while nobody knows. */
  isListed?: boolean | undefined;
}

/** What `openMedia` throws when a device did not start in time. */
export class MediaTimeout extends Error {
  override name = "MediaTimeout";
}

const inAppBrowsers: readonly (readonly [RegExp, string])[] = [
  [/\bFBAN|FBAV|FB_IAB/, "Facebook"],
  [/\bInstagram\b/, "Instagram"],
  [/\bBarcelona\b/, "Threads"],
  [/\bLine\//, "LINE"],
  [/\bMicroMessenger\b/, "WeChat"],
  [/\bTikTok|musical_ly|BytedanceWebview/i, "TikTok"],
  [/\bLinkedInApp\b/, "LinkedIn"],
  [/\bTwitter(?:Android| for iPhone)\b/, "X"],
  [/\bSnapchat\b/, "Snapchat"],
  [/\bPinterest\b/, "Pinterest"],
  [/\bKAKAOTALK\b/i, "KakaoTalk"],
  [/\bGSA\//, "Google"],
];

/** The app whose built-in browser this is, undefined for a browser of its own. */
export function inAppBrowserOf(userAgent: string): string | undefined {
  const known = inAppBrowsers.find(([pattern]) => pattern.test(userAgent));
  if (known) return known[1];
  // Android's WebView says so itself.
  return /\bAndroid\b.*; wv\)/.test(userAgent) ? "" : undefined;
}

export type BrowserKind =
  | "chrome"
  | "chrome-android"
  | "edge"
  | "firefox"
  | "firefox-android"
  | "safari"
  | "safari-ios"
  | "other";

/** Which browser's way of allowing a device to describe. */
export function browserKindOf(userAgent: string): BrowserKind {
  // Every browser on iOS is Safari's engine, and settles permissions where Safari does.
  if (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent)) return "safari-ios";
  const isAndroid = /\bAndroid\b/.test(userAgent);
  if (/\bFirefox\//.test(userAgent)) return isAndroid ? "firefox-android" : "firefox";
  if (/\bEdg(?:A)?\//.test(userAgent)) return isAndroid ? "chrome-android" : "edge";
  if (/\b(?:Chrome|Chromium|HeadlessChrome)\//.test(userAgent)) {
    return isAndroid ? "chrome-android" : "chrome";
  }
  return /\bSafari\//.test(userAgent) ? "safari" : "other";
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "");
const messageOf = (error: unknown) => (error instanceof Error ? error.message : "");

/** The device that was asked for is not here any more; any other of its kind may do. */
export const isDeviceGone = (error: unknown) => /Overconstrained|NotFound/.test(nameOf(error));

/**
 * Says why a request for a device failed. Browsers disagree on names and put the difference into the
 * message, into the permission's state, or nowhere; each line below is one of their habits.
 */
export function classifyMediaError(error: unknown, situation: MediaSituation): MediaFailure {
  return { reason: reasonOf(error, situation) };
}

function reasonOf(error: unknown, situation: MediaSituation): MediaFailureReason {
  const { isSecure, hasMediaDevices, userAgent, permission, isListed } = situation;
  if (!isSecure) return "insecure";
  const isInApp = inAppBrowserOf(userAgent) !== undefined;
  if (!hasMediaDevices) return isInApp ? "in-app-browser" : "unknown";
  const message = messageOf(error);
  switch (nameOf(error)) {
    case "MediaTimeout":
      return "timeout";
    case "NotAllowedError":
    case "PermissionDeniedError":
      // Chrome on macOS, Windows and Android, when the system's own switch is off.
      if (/by system/i.test(message)) return "denied-by-system";
      // In a frame without `allow`, or under a Permissions-Policy header.
      if (/(?:permissions?|feature) policy/i.test(message)) return "denied-by-policy";
      if (isInApp) return "in-app-browser";
      // Chrome: "Permission dismissed"; after an answer the state would be "denied".
      if (/dismissed/i.test(message)) return "dismissed";
      // Safari refuses with the page's permission still granted when macOS or iOS says no.
      if (permission === "granted") return "denied-by-system";
      return permission === "prompt" ? "dismissed" : "denied";
    case "SecurityError":
      return "denied-by-policy";
    case "NotFoundError":
    case "DevicesNotFoundError":
      // Firefox on macOS says "not found" for a device that it lists and the system withholds.
      return isListed === true && /\bFirefox\//.test(userAgent) ? "denied-by-system" : "missing";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      // Firefox: AbortError "Starting videoinput failed" for a device that another program holds.
      return "in-use";
    case "OverconstrainedError":
    case "ConstraintNotSatisfiedError":
      return "overconstrained";
    case "TypeError":
      return isInApp ? "in-app-browser" : "unknown";
    default:
      return isInApp ? "in-app-browser" : "unknown";
  }
}
