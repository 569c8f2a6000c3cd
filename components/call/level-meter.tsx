"use client";
import { useEffect, useRef } from "react";

const fewBars = [0.55, 0.8, 1, 0.8, 0.55];

/** How high each bar stands for a level of 0 to 1. */
type Shape = (level: number, index: number) => number;

const asWave: Shape = (level, index) => 0.16 + 0.84 * level * (fewBars[index] ?? 1);

function startMeter(
  track: MediaStreamTrack,
  bars: () => HTMLCollection | undefined,
  shape: Shape,
): () => void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let shown = 0;
  let frame = 0;
  function draw() {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    // A voice at the desk has an RMS of about 0.05; the ear, and so the meter, goes by decibels.
    const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) + 1e-6);
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
  // Browsers keep audio asleep until the person did something on the page.
  const wake = () => void context.resume().catch(() => undefined);
  const events = ["pointerdown", "keydown"] as const;
  for (const event of events) window.addEventListener(event, wake);
  return () => {
    cancelAnimationFrame(frame);
    for (const event of events) window.removeEventListener(event, wake);
    void context.close().catch(() => undefined);
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
    try {
      return startMeter(track, () => holder.current?.children, bars === undefined ? asWave : asRow);
    } catch {
      // No Web Audio, or no more contexts: the meter rests.
      return undefined;
    }
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
