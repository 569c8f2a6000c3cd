"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { listenTo } from "@/components/call/listen";
import { useCapture } from "@/components/call/use-capture";
import { useOpenSettings } from "@/components/call/use-open-settings";
import { useToast } from "@/components/ui/toast";
import { peakOf, silenceDetector } from "./silence";

const lookEveryMs = 500;
const looks = 16;

/** Notices a microphone that is on and gives nothing at all, and says so once for each. */
export function SilentMicrophone() {
  const t = useTranslations("features.silent-microphone");
  const toast = useToast();
  const openSettings = useOpenSettings();
  const { microphoneTrack, isMicrophoneEnabled } = useLocalParticipant();
  const source = useCapture(isMicrophoneEnabled ? microphoneTrack?.track : undefined);
  const told = useRef(new Set<string>());
  const tell = useEffectEvent((track: MediaStreamTrack) => {
    const device = track.getSettings().deviceId ?? track.label;
    if (told.current.has(device)) return;
    told.current.add(device);
    toast({
      text: t(track.muted ? "mutedBySystem" : "silent"),
      ...(openSettings
        ? { action: { label: t("check"), onSelect: () => openSettings("devices") } }
        : {}),
    });
  });
  useEffect(() => {
    if (source?.readyState !== "live") return;
    const listener = listenTo(source);
    const isSilent = silenceDetector(looks);
    const timer = setInterval(() => {
      // What the browser holds back is no silence.
      const samples = listener.read();
      if (samples && isSilent(peakOf(samples))) tell(source);
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      listener.stop();
    };
  }, [source]);
  return null;
}
