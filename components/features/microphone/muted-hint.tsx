"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { listenTo } from "@/components/call/listen";
import { loudnessOf } from "@/components/call/loudness";
import { useCapture } from "@/components/call/use-capture";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useToast } from "@/components/ui/toast";
import { talkingDetector } from "./talking";

const lookEveryMs = 150;
const sayAgainAfterMs = 30_000;

/**
 * Notices somebody who talks with the microphone off, and says so. What it hears goes nowhere. Of who came in
 * muted it hears nothing: no microphone is opened for this.
 */
export function MutedHint() {
  const t = useTranslations("features.microphone");
  const toast = useToast();
  const { microphoneTrack } = useLocalParticipant();
  const { isOn, unavailable, toggle } = useDeviceToggle("microphone");
  // Who may not be heard is not told to turn it on.
  const isOff = !isOn && unavailable === undefined;
  const source = useCapture(isOff ? microphoneTrack?.track : undefined);
  const tell = useEffectEvent(() => {
    toast({ text: t("mutedHint"), action: { label: t("turnOn"), onSelect: toggle } });
  });

  useEffect(() => {
    if (source?.readyState !== "live") return;
    // The muted track itself is silent; its twin is not.
    const twin = source.clone();
    twin.enabled = true;
    const listener = listenTo(twin);
    const isTalking = talkingDetector();
    let quietUntil = performance.now() + 1_000;
    const timer = setInterval(() => {
      const samples = listener.read();
      if (!samples || !isTalking(loudnessOf(samples)) || performance.now() < quietUntil) return;
      quietUntil = performance.now() + sayAgainAfterMs;
      tell();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      listener.stop();
      twin.stop();
    };
  }, [source]);
  return null;
}
