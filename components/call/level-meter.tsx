"use client";
import { useEffect, useRef } from "react";
import { listenTo } from "./listen";
import { loudnessOf } from "./loudness";

const fewBars = [0.55, 0.8, 1, 0.8, 0.55];

/** How high each bar stands for a level of 0 to 1. */
type Shape = (level: number, index: number) => number;

const asWave: Shape = (level, index) => 0.16 + 0.84 * level * (fewBars[index] ?? 1);

function startMeter(
  track: MediaStreamTrack,
  bars: () => HTMLCollection | undefined,
  shape: Shape,
): () => void {
  const listener = listenTo(track, 512);
  let shown = 0;
  let frame = 0;
  function draw() {
    const samples = listener.read();
    // A voice at the desk is about 0.05 loud; the ear, and so the meter, goes by decibels.
    const decibels = 20 * Math.log10((samples ? loudnessOf(samples) : 0) + 1e-6);
    const level = Math.min(1, Math.max(0, (decibels + 60) / 45));
    // Up at once, down slowly: a meter that flickers says nothing.
    shown = Math.max(level, shown * 0.88);
    [...(bars() ?? [])].forEach((bar, index) => {
      if (!(bar instanceof HTMLElement)) return;
      bar.style.transform = `scaleY(${shape(shown, index)})`;
    });
    frame = requestAnimationFrame(draw);
  }
  draw();
  return () => {
    cancelAnimationFrame(frame);
    listener.stop();
  };
}

/**
 * Shows that the microphone hears something: five bars that move with the voice, or a row of `bars`, of which
 * as many stand up as it is loud. For the eye alone: a level read out helps nobody.
 */
export function LevelMeter({ track, bars }: { track: MediaStreamTrack; bars?: number }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const asRow: Shape = (level, index) => (level * (bars ?? 1) > index + 0.5 ? 1 : 0.3);
    return startMeter(track, () => holder.current?.children, bars === undefined ? asWave : asRow);
  }, [track, bars]);
  return (
    <div ref={holder} aria-hidden="true" className="flex h-5 items-center gap-[3px]">
      {Array.from({ length: bars ?? fewBars.length }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars never move
          key={index}
          className="h-full w-[3px] origin-center rounded-full bg-current"
          style={{ transform: "scaleY(0.16)" }}
        />
      ))}
    </div>
  );
}
