"use client";
import { useEffect, useEffectEvent } from "react";
import { useCall } from "@/components/call/call-provider";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useMeetingTitle } from "@/components/call/use-meeting-state";

type Action = "togglemicrophone" | "togglecamera" | "hangup";

/** What TypeScript knows of it lacks "hangup". */
interface Actions {
  setActionHandler(action: string, handler: (() => void) | null): void;
}

function handle(action: Action, handler: (() => void) | null): void {
  const actions: Actions = navigator.mediaSession;
  try {
    actions.setActionHandler(action, handler);
  } catch {
    // Not known to this browser: one button less on the lock screen.
  }
}

/**
 * Tells the system that a call is on: phones let the sound go on with the screen off, and headsets, lock
 * screens and small windows get buttons for microphone, camera and leaving.
 */
export function MediaSessionKeeper() {
  const { leave, phase } = useCall();
  const title = useMeetingTitle();
  const microphone = useDeviceToggle("microphone");
  const camera = useDeviceToggle("camera");
  const act = useEffectEvent((action: Action) => {
    // Pressed where nothing can be asked: on a headset, on a locked screen.
    if (action === "hangup") leave();
    else if (action === "togglecamera") camera.toggleUnseen();
    else microphone.toggleUnseen();
  });
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const actions = ["togglemicrophone", "togglecamera", "hangup"] as const;
    for (const action of actions) handle(action, () => act(action));
    return () => {
      for (const action of actions) handle(action, null);
      navigator.mediaSession.playbackState = "none";
      navigator.mediaSession.metadata = null;
    };
  }, []);
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = "playing";
    navigator.mediaSession.metadata = new MediaMetadata({ title: title ?? document.title });
  }, [title]);
  useEffect(() => {
    if (!("mediaSession" in navigator) || phase === "connecting") return;
    // Not in every browser that has the rest.
    void navigator.mediaSession.setMicrophoneActive?.(microphone.isOn);
    void navigator.mediaSession.setCameraActive?.(camera.isOn);
  }, [phase, microphone.isOn, camera.isOn]);
  return null;
}
