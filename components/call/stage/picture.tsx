"use client";
import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import { useEffect, useRef, useState } from "react";
import { useCall } from "@/components/call/call-provider";
import type { PictureKey } from "@/components/call/connection/stills";

interface PictureProps {
  pictureKey: PictureKey;
  trackRef: TrackReferenceOrPlaceholder;
  /** The whole picture, never cut: for screens, and what fills the screen. */
  isWhole: boolean;
  isMirrored: boolean;
  /** Width by height of the place it is shown in. */
  placeRatio: number;
}

/** How much of a picture may be cut off before it is rather shown whole, as for a phone held upright. */
const mostCut = 2.5;

/** Somebody's live picture over the last one from before a reconnect, if there is one. */
export function Picture({ pictureKey, trackRef, isWhole, isMirrored, placeRatio }: PictureProps) {
  const { stills, held } = useCall();
  const video = useRef<HTMLVideoElement>(null);
  const still = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState<number>();
  const track = trackRef.publication?.track;

  useEffect(() => {
    const element = video.current;
    if (!element || !track) return;
    track.attach(element);
    return () => void track.detach(element);
  }, [track]);

  useEffect(() => {
    const element = video.current;
    return element ? stills.watch(pictureKey, element) : undefined;
  }, [stills, pictureKey]);

  // `held` changes exactly when stills are taken or let go.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    const picture = stills.of(pictureKey);
    still.current?.replaceChildren(...(picture ? [picture] : []));
    if (picture) picture.className = "size-full object-[inherit]";
  }, [stills, pictureKey, held]);

  const isFarOff =
    ratio !== undefined && Math.max(ratio / placeRatio, placeRatio / ratio) > mostCut;
  const fit = isWhole || isFarOff ? "object-contain" : "object-cover";
  return (
    <div className={`absolute inset-0 ${isMirrored ? "-scale-x-100" : ""}`}>
      <div
        ref={still}
        aria-hidden="true"
        className={`absolute inset-0 *:size-full ${isWhole ? "*:object-contain" : "*:object-cover"}`}
      />
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        className={`absolute inset-0 size-full ${fit}`}
        onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoHeight > 0) setRatio(videoWidth / videoHeight);
        }}
      />
    </div>
  );
}
