// What synthetic people look and sound like: drawn frames (I420) and bursts that rise and fall like speech.
import {
  AudioFrame,
  AudioSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from "@livekit/rtc-node";

const sampleRate = 48_000;
const chunkMs = 100;

/** One colour as video has it. */
function yuv(hue, saturation, lightness) {
  const channel = (offset) => {
    const place = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  const [red, green, blue] = [channel(0), channel(8), channel(4)];
  return {
    y: Math.round(16 + 0.257 * red + 0.504 * green + 0.098 * blue),
    u: Math.round(128 - 0.148 * red - 0.291 * green + 0.439 * blue),
    v: Math.round(128 + 0.439 * red - 0.368 * green - 0.071 * blue),
  };
}

/** A picture that rows of one colour can be drawn into. */
class Drawing {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array((width * height * 3) / 2);
  }

  row(line, from, to, { y, u, v }) {
    const { width, height, data } = this;
    const left = Math.max(0, Math.round(from));
    const right = Math.min(width, Math.round(to));
    if (line < 0 || line >= height || right <= left) return;
    data.fill(y, line * width + left, line * width + right);
    if (line % 2 !== 0) return;
    const half = width / 2;
    const start = width * height + (line / 2) * half;
    data.fill(u, start + (left >> 1), start + (right >> 1));
    const quarter = (width * height) / 4;
    data.fill(v, start + quarter + (left >> 1), start + quarter + (right >> 1));
  }

  box(x, y, width, height, colour) {
    for (let line = Math.round(y); line < y + height; line += 1)
      this.row(line, x, x + width, colour);
  }

  ellipse(x, y, across, down, colour, upTo = 1) {
    for (let line = Math.round(y - down); line <= y + down * upTo; line += 1) {
      const reach = 1 - ((line - y) / down) ** 2;
      if (reach <= 0) continue;
      const half = across * Math.sqrt(reach);
      this.row(line, x - half, x + half, colour);
    }
  }
}

/** Somebody before a wall of this hue, who sways once in two seconds. */
function drawPerson({ width, height }, hue, phase) {
  const drawing = new Drawing(width, height);
  for (let line = 0; line < height; line += 1) {
    drawing.row(line, 0, width, yuv(hue, 0.32, 0.78 - (0.3 * line) / height));
  }
  const sway = Math.sin(phase * 2 * Math.PI) * width * 0.02;
  const middle = width / 2 + sway;
  const skin = yuv(24 + (hue % 18), 0.42, 0.45 + ((hue * 7) % 30) / 100);
  drawing.box(width * 0.7, height * 0.14, width * 0.18, height * 0.4, yuv(hue + 60, 0.3, 0.86));
  drawing.ellipse(
    middle - sway / 2,
    height * 1.12,
    width * 0.25,
    height * 0.42,
    yuv(hue + 180, 0.4, 0.36),
  );
  drawing.box(middle - width * 0.04, height * 0.55, width * 0.08, height * 0.2, skin);
  drawing.ellipse(middle, height * 0.46, height * 0.165, height * 0.2, skin);
  drawing.ellipse(
    middle,
    height * 0.38,
    height * 0.185,
    height * 0.16,
    yuv(hue + 90, 0.25, 0.2),
    0.15,
  );
  return drawing.data;
}

/** A document of lines, in which one line after another is lit. */
function drawScreen({ width, height }, hue, phase) {
  const drawing = new Drawing(width, height);
  drawing.box(0, 0, width, height, yuv(hue, 0.1, 0.96));
  drawing.box(0, 0, width, height * 0.08, yuv(hue, 0.35, 0.4));
  const lines = 14;
  for (let line = 0; line < lines; line += 1) {
    const isLit = Math.floor(phase * lines) === line;
    drawing.box(
      width * 0.08,
      height * (0.15 + line * 0.057),
      width * (0.4 + ((line * 37 + hue) % 45) / 100),
      height * 0.025,
      isLit ? yuv(hue, 0.7, 0.5) : yuv(hue, 0.06, 0.62),
    );
  }
  return drawing.data;
}

/**
 * A picture that moves. Its frames are drawn once and shown in turn, so that any number of people may
 * send the same one for next to nothing but the encoding.
 */
export function movingPicture({ width, height, fps, hue, kind = "person" }) {
  const count = Math.max(2, Math.round(fps * (kind === "person" ? 2 : 14)));
  const draw = kind === "person" ? drawPerson : drawScreen;
  const frames = Array.from(
    { length: count },
    (_, index) =>
      new VideoFrame(
        draw({ width, height }, hue, index / count),
        width,
        height,
        VideoBufferType.I420,
      ),
  );
  const source = new VideoSource(width, height);
  let next = Math.floor(Math.random() * count);
  const timer = setInterval(() => {
    const frame = frames[next % count];
    next += 1;
    if (frame) source.captureFrame(frame);
  }, 1000 / fps);
  return { source, stop: () => clearInterval(timer) };
}

/** A voice that says nothing: syllables of a pitch of its own, while `isSpeaking` is set. */
export function voice(pitch) {
  const source = new AudioSource(sampleRate, 1);
  const samples = (sampleRate * chunkMs) / 1000;
  let at = 0;
  const own = {
    source,
    isSpeaking: false,
    stop: () => clearInterval(timer),
  };
  const timer = setInterval(() => {
    if (!own.isSpeaking) return;
    const data = new Int16Array(samples);
    for (let index = 0; index < samples; index += 1) {
      const seconds = (at + index) / sampleRate;
      const syllable = Math.max(0, Math.sin(seconds * 2 * Math.PI * 2.3)) ** 0.5;
      const pause = Math.sin(seconds * 2 * Math.PI * 0.31) > -0.8 ? 1 : 0;
      let sum = 0;
      for (let overtone = 1; overtone <= 5; overtone += 1) {
        sum += Math.sin(seconds * 2 * Math.PI * pitch * overtone) / overtone;
      }
      data[index] = sum * syllable * pause * 5000;
    }
    at += samples;
    source.captureFrame(new AudioFrame(data, sampleRate, 1, samples)).catch(() => undefined);
  }, chunkMs);
  return own;
}
