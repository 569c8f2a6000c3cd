import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { LocalMedia, type LocalMediaState, restingMedia } from "@/lib/client/local-media";
import { readPreferences } from "@/lib/client/preferences";

const subscribeToNothing = () => () => undefined;
const atRest = () => restingMedia;

/**
 * This browser's camera and microphone. "waiting": they can be switched, and nothing is opened yet.
 * `wish` says what is to be on where the person's habits do not decide: after a reload, and in a tab
 * that takes a call over.
 */
export function useLocalMedia(
  use: "none" | "waiting" | "open",
  wish: RefObject<{ microphone: boolean; camera: boolean } | undefined>,
): { media: LocalMedia | undefined; state: LocalMediaState } {
  const [media, setMedia] = useState<LocalMedia>();
  const isUsed = use !== "none";
  useEffect(() => {
    if (!isUsed) return;
    const preferences = readPreferences();
    const own = new LocalMedia({
      ...preferences,
      microphoneOn: wish.current?.microphone ?? preferences.microphoneOn,
      cameraOn: wish.current?.camera ?? preferences.cameraOn,
    });
    setMedia(own);
    return () => {
      own.close();
      setMedia(undefined);
    };
  }, [isUsed, wish]);
  useEffect(() => {
    if (use === "open") media?.start();
  }, [use, media]);
  const state = useSyncExternalStore(
    media?.subscribe ?? subscribeToNothing,
    media?.state ?? atRest,
    atRest,
  );
  return { media, state };
}
