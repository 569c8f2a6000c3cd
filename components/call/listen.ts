// What a track sounds like, for meters and hints: heard by the page alone, and played nowhere.

export interface Listener {
  /** The stretch heard last; undefined for as long as nothing can be heard. */
  read: () => Float32Array<ArrayBuffer> | undefined;
  stop: () => void;
}

/** With these, browsers let a page that slept have its sound. A finger counts when it is lifted. */
const touches = ["pointerdown", "pointerup", "keydown"] as const;

/** Listens to a track until it is told to stop, in stretches of so many samples. */
export function listenTo(track: MediaStreamTrack, samplesAtOnce = 2048): Listener {
  try {
    return listening(track, samplesAtOnce);
  } catch {
    // No Web Audio, or no more contexts: whoever listens hears nothing, and the call goes on.
    return { read: () => undefined, stop: () => undefined };
  }
}

function listening(track: MediaStreamTrack, samplesAtOnce: number): Listener {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = samplesAtOnce;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // Browsers keep audio asleep until the person did something on the page, and after a call on the phone.
  const wake = () => {
    if (context.state !== "running") void context.resume().catch(() => undefined);
  };
  wake();
  for (const touch of touches) window.addEventListener(touch, wake);
  return {
    read: () => {
      if (context.state !== "running") return undefined;
      analyser.getFloatTimeDomainData(samples);
      return samples;
    },
    stop: () => {
      for (const touch of touches) window.removeEventListener(touch, wake);
      void context.close().catch(() => undefined);
    },
  };
}
