import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { LocalMedia, type LocalMediaState, restingMedia } from "@/lib/client/local-media";
import { readPreferences } from "@/lib/client/preferences";

const subscribeToNothing = () => () => undefined;
const atRest = () => restingMedia;

/**
 * This browser's camera and microphone for as long as `isOpen`. `wish` says what is to be on where the
 * person's habits do not decide: after a reload, and in a tab that takes a call over.
 */
export function useLocalMedia(
  isOpen: boolean,
  wish: RefObject<{ microphone: boolean; camera: boolean } | undefined>,
): { media: LocalMedia | undefined; state: LocalMediaState } {
  const [media, setMedia] = useState<LocalMedia>();
  useEffect(() => {
    if (!isOpen) return;
    const preferences = readPreferences();
    const opened = new LocalMedia({
      ...preferences,
      microphoneOn: wish.current?.microphone ?? preferences.microphoneOn,
      cameraOn: wish.current?.camera ?? preferences.cameraOn,
    });
    opened.start();
    setMedia(opened);
    return () => {
      opened.close();
      setMedia(undefined);
    };
  }, [isOpen, wish]);
  const state = useSyncExternalStore(
    media?.subscribe ?? subscribeToNothing,
    media?.state ?? atRest,
    atRest,
  );
  return { media, state };
}
