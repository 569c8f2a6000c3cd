"use client";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import {
  classifyMediaError,
  type MediaFailureReason,
  type MediaKind,
} from "@/lib/client/media-errors";
import { useCall } from "./call-provider";

const sentences = {
  denied: "denied",
  dismissed: "dismissed",
  "denied-by-system": "deniedBySystem",
  "denied-by-policy": "deniedBySystem",
  missing: "missing",
  "in-use": "inUse",
  insecure: "insecure",
  "in-app-browser": "insecure",
  overconstrained: "missing",
  timeout: "inUse",
  unknown: "unknown",
} as const satisfies Record<MediaFailureReason, string>;

async function reasonOf(kind: MediaKind, error: unknown): Promise<MediaFailureReason> {
  const permission = await navigator.permissions
    ?.query({ name: kind })
    .then(({ state }) => state)
    .catch(() => undefined);
  return classifyMediaError(error, {
    isSecure: window.isSecureContext,
    hasMediaDevices: navigator.mediaDevices !== undefined,
    userAgent: navigator.userAgent,
    permission,
  }).reason;
}

/** Tells the person about a device that did not come, and what to do; the call goes on without it. */
export function DeviceFailures() {
  const t = useTranslations("call.device");
  const toast = useToast();
  const { onDeviceFailure } = useCall();
  const tell = useEffectEvent(async (kind: MediaKind, error: unknown) => {
    const sentence = sentences[await reasonOf(kind, error)];
    toast({ text: t(`${kind}.${sentence}`) });
  });
  useEffect(() => onDeviceFailure((kind, error) => void tell(kind, error)), [onDeviceFailure]);
  return null;
}
