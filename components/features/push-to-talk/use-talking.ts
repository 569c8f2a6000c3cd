"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useCall } from "@/components/call/call-provider";
import { useSayDevice } from "@/components/call/use-say-device";
import { useHeldShortcut } from "@/components/call/use-shortcut";
import { useUnavailable } from "@/components/call/use-unavailable";
import { useToast } from "@/components/ui/toast";

/**
 * Turns the microphone of somebody who is muted on while the shortcut is held, and off again whatever ends
 * that: the key let go, another window, another tab.
 */
export function useTalking(ownKey: string): boolean {
  const toast = useToast();
  const { phase, isDeviceOn, turnDevice, reportDeviceFailure } = useCall();
  const say = useSayDevice();
  const unavailable = useUnavailable("microphone");
  const [isTalking, setIsTalking] = useState(false);
  const wanted = useRef(false);

  const follow = useEffectEvent(async () => {
    const isOn = wanted.current;
    try {
      await turnDevice("microphone", isOn);
      say("microphone", isOn);
    } catch (error) {
      wanted.current = false;
      setIsTalking(false);
      reportDeviceFailure("microphone", error);
    }
  });
  const release = useEffectEvent(() => {
    if (!wanted.current) return;
    wanted.current = false;
    setIsTalking(false);
    void follow();
  });

  useHeldShortcut(ownKey, {
    mayBegin: () => !isDeviceOn("microphone") && phase === "in-call",
    begin: () => {
      if (unavailable !== undefined) {
        toast({ text: unavailable });
        return;
      }
      wanted.current = true;
      setIsTalking(true);
      void follow();
    },
    end: () => release(),
  });
  // Turned off in mid-sentence: by the switch in the settings, or because the call is over.
  useEffect(() => () => release(), []);
  return isTalking;
}
