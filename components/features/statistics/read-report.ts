// What WebRTC counts about one track, as figures a person can read.

/** The numbers of one look; rates come from two looks. */
export interface Sample {
  at: number;
  bytes: number;
  packets: number;
  lost: number;
  frames: number;
  width: number;
  height: number;
  codec: string;
  /** Seconds. */
  roundTrip: number | undefined;
  /** Seconds. */
  jitter: number | undefined;
  limitedBy: string | undefined;
}

export interface Figures {
  kilobits: number;
  framesPerSecond: number;
  width: number;
  height: number;
  lossPercent: number;
  codec: string;
  roundTripMs: number | undefined;
  jitterMs: number | undefined;
  limitedBy: string | undefined;
}

const isEntry = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const numberIn = (entry: Record<string, unknown>, key: string) => {
  const value = entry[key];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
};

/** Adds up the streams of a report: a camera that is sent has one for each layer. */
export function readReport(report: Iterable<readonly [string, unknown]>): Sample {
  const sample: Sample = {
    at: 0,
    bytes: 0,
    packets: 0,
    lost: 0,
    frames: 0,
    width: 0,
    height: 0,
    codec: "",
    roundTrip: undefined,
    jitter: undefined,
    limitedBy: undefined,
  };
  const codecs = new Map<unknown, string>();
  let codecId: unknown;
  let activePair: number | undefined;
  for (const [id, entry] of report) {
    if (!isEntry(entry)) continue;
    const read = (key: string) => numberIn(entry, key) ?? 0;
    sample.at = Math.max(sample.at, read("timestamp"));
    if (entry.type === "codec" && typeof entry.mimeType === "string") {
      codecs.set(id, entry.mimeType.replace(/^\w+\//, ""));
    } else if (entry.type === "inbound-rtp" || entry.type === "outbound-rtp") {
      const isIn = entry.type === "inbound-rtp";
      sample.bytes += read(isIn ? "bytesReceived" : "bytesSent");
      sample.packets += read(isIn ? "packetsReceived" : "packetsSent");
      if (isIn) {
        sample.lost += read("packetsLost");
        sample.jitter = numberIn(entry, "jitter");
      }
      codecId ??= entry.codecId;
      if (read("frameHeight") >= sample.height) {
        sample.width = read("frameWidth");
        sample.height = read("frameHeight");
        sample.frames = read(isIn ? "framesDecoded" : "framesEncoded");
      }
      // A layer that nobody looks at is said to lack bandwidth, too.
      const { active, qualityLimitationReason: reason } = entry;
      if (active !== false && typeof reason === "string" && reason !== "none") {
        sample.limitedBy = reason;
      }
    } else if (entry.type === "remote-inbound-rtp") {
      sample.lost += read("packetsLost");
      sample.roundTrip ??= numberIn(entry, "roundTripTime");
      sample.jitter ??= numberIn(entry, "jitter");
    } else if (entry.type === "candidate-pair" && entry.nominated === true) {
      activePair = numberIn(entry, "currentRoundTripTime") ?? activePair;
    }
  }
  sample.roundTrip ??= activePair;
  sample.codec = codecs.get(codecId) ?? "";
  return sample;
}

/** What happened between two looks. */
export function figuresOf(now: Sample, before: Sample | undefined): Figures {
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  const since = (key: "bytes" | "packets" | "lost" | "frames") =>
    Math.max(0, now[key] - (before?.[key] ?? 0));
  const perSecond = (amount: number) => (seconds > 0 ? amount / seconds : 0);
  const lost = since("lost");
  const all = lost + since("packets");
  const inMs = (value: number | undefined) =>
    value === undefined ? undefined : Math.round(value * 1000);
  return {
    kilobits: Math.round(perSecond(since("bytes") * 8) / 1000),
    framesPerSecond: Math.round(perSecond(since("frames"))),
    width: now.width,
    height: now.height,
    lossPercent: all > 0 && seconds > 0 ? Math.round((lost / all) * 1000) / 10 : 0,
    codec: now.codec,
    roundTripMs: inMs(now.roundTrip),
    jitterMs: inMs(now.jitter),
    // Without a picture on its way nothing is held back.
    limitedBy: since("frames") > 0 ? now.limitedBy : undefined,
  };
}
