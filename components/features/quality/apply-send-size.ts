import type { LocalVideoTrack } from "livekit-client";
import { layerBitrate, type SendQuality, sizeOf } from "./send-size";

/** What LiveKit set each layer to, before anything was lowered. */
const bitratesOf = new WeakMap<RTCRtpSender, readonly (number | undefined)[]>();

/**
 * LiveKit's client changes a sender one thing at a time. Of two at once a browser refuses the second, which may be
 * LiveKit's own layer for somebody who looks: this waits in the same line.
 */
async function inTurn(track: LocalVideoTrack, change: () => Promise<void>): Promise<void> {
  // biome-ignore lint/complexity/useLiteralKeys: it is private, which brackets pass; they do not compile when it goes.
  const line: { lock(): Promise<() => void> } = track["senderLock"];
  const leave = await line.lock();
  try {
    await change();
  } finally {
    leave();
  }
}

/** Captures and sends the camera at most this large, from the running track: its light does not blink. */
export async function applySendSize(track: LocalVideoTrack, quality: SendQuality): Promise<void> {
  const { width, height, bitrate } = sizeOf(quality);
  const { mediaStreamTrack, sender } = track;
  if (mediaStreamTrack.readyState === "live") {
    const constraints = mediaStreamTrack.getConstraints();
    await mediaStreamTrack.applyConstraints({
      ...constraints,
      width: { ideal: width },
      height: { ideal: height },
    });
  }
  if (!sender) return;
  await inTurn(track, async () => {
    const parameters = sender.getParameters();
    const known = bitratesOf.get(sender) ?? parameters.encodings.map((layer) => layer.maxBitrate);
    bitratesOf.set(sender, known);
    const largest = Math.max(...known.map((own) => own ?? 0));
    for (const [index, layer] of parameters.encodings.entries()) {
      const own = known[index];
      if (own !== undefined) layer.maxBitrate = layerBitrate(own, largest, bitrate);
    }
    await sender.setParameters(parameters);
  });
}
