"use client";
import { useEffect } from "react";

/** Keeps the screen on during a call. Browsers let go of it whenever the page is out of sight. */
export function WakeLock() {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let isOver = false;
    let lock: WakeLockSentinel | undefined;
    const keep = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const own = await navigator.wakeLock.request("screen");
        if (isOver) await own.release();
        else lock = own;
      } catch {
        // Low on battery, or the system says no: the call goes on all the same.
      }
    };
    const seen = () => void keep();
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", seen);
      void lock?.release().catch(() => undefined);
    };
  }, []);
  return null;
}
