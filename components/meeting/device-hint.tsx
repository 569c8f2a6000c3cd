"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  type BrowserKind,
  browserKindOf,
  inAppBrowserOf,
  type MediaFailureReason,
} from "@/lib/client/media-errors";
import { CopyLink } from "./copy-link";
import type { DeviceProblem } from "./device-problems";

const sentences = {
  denied: "denied",
  dismissed: "dismissed",
  "denied-by-system": "deniedBySystem",
  "denied-by-policy": "deniedByPolicy",
  missing: "missing",
  "in-use": "inUse",
  insecure: "insecure",
  "in-app-browser": "inAppBrowser",
  overconstrained: "overconstrained",
  timeout: "timeout",
  unknown: "unknown",
} as const satisfies Record<MediaFailureReason, string>;

const waysToAllow = {
  chrome: "allow.chrome",
  "chrome-android": "allow.chromeAndroid",
  edge: "allow.edge",
  firefox: "allow.firefox",
  "firefox-android": "allow.firefoxAndroid",
  safari: "allow.safari",
  "safari-ios": "allow.safariIos",
  other: "allow.other",
} as const satisfies Record<BrowserKind, string>;

/** Trying again cannot help where the page itself, or the browser, is the reason. */
const isFinal = (reason: MediaFailureReason) =>
  reason === "insecure" || reason === "denied-by-policy" || reason === "in-app-browser";

interface DeviceHintProps {
  problem: DeviceProblem;
  meetingUrl: string;
  onRetry: () => void;
}

/** What is wrong with a device, in this browser, and what to do about it. */
export function DeviceHint({ problem: { kind, reason }, meetingUrl, onRetry }: DeviceHintProps) {
  const t = useTranslations("meeting.problem");
  // Shown only after a request failed, which happens in a browser alone.
  const { userAgent } = navigator;
  const device = t(`device.${kind}`);
  const sentence = sentences[reason];
  const app = inAppBrowserOf(userAgent);
  return (
    <div className="flex gap-3 rounded-tile border border-edge bg-surface p-4">
      <CircleAlert
        size={20}
        strokeWidth={1.75}
        aria-hidden="true"
        className="mt-0.5 shrink-0 text-caution"
      />
      <div className="grid flex-1 justify-items-start gap-1">
        <p className="font-medium text-base">
          {t(sentence === "missing" && kind === "both" ? "missingBoth" : sentence, {
            device,
            app: app === undefined || app === "" ? "none" : app,
          })}
        </p>
        <p className="text-ink-soft text-sm">
          {sentence === "denied"
            ? t(waysToAllow[browserKindOf(userAgent)], { device })
            : t(`${sentence}How`, { device })}
        </p>
        {!isFinal(reason) && (
          <Button className="mt-2" onClick={onRetry}>
            {t("tryAgain")}
          </Button>
        )}
        {reason === "in-app-browser" && <CopyLink url={meetingUrl} />}
      </div>
    </div>
  );
}
