"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useToast } from "@/components/ui/toast";
import { loudnessOf, talkingDetector } from "./loudness";

const lookEveryMs = 150;
const sayAgainAfterMs = 30_000;

/** Notices somebody who talks with the microphone off, and says so. What it hears goes nowhere. */
export function MutedHint() {
  const t = useTranslations("features.microphone");
  const toast = useToast();
  const { microphoneTrack } = useLocalParticipant();
  const { isOn, unavailable, toggle } = useDeviceToggle("microphone");
  // Who may not be heard is not told to turn it on.
  const isOff = !isOn && unavailable === undefined;
  const source = isOff ? microphoneTrack?.track?.mediaStreamTrack : undefined;
  const tell = useEffectEvent(() => {
    toast({ text: t("mutedHint"), action: { label: t("turnOn"), onSelect: toggle } });
  });

  useEffect(() => {
    if (source?.readyState !== "live") return;
    // The muted track itself is silent; its twin is not.
    const twin = source.clone();
    twin.enabled = true;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([twin])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const isTalking = talkingDetector();
    let quietUntil = performance.now() + 1_000;
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      if (!isTalking(loudnessOf(samples)) || performance.now() < quietUntil) return;
      quietUntil = performance.now() + sayAgainAfterMs;
      tell();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      twin.stop();
      void context.close();
    };
  }, [source]);
  return null;
}
