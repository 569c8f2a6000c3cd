import { expect, test } from "vitest";
import { figuresOf, readReport } from "./read-report";

const sent = (at: number, bytes: number, lost: number) =>
  readReport([
    ["codec1", { type: "codec", timestamp: at, mimeType: "video/VP8" }],
    [
      "low",
      {
        type: "outbound-rtp",
        timestamp: at,
        codecId: "codec1",
        bytesSent: bytes / 5,
        packetsSent: bytes / 500,
        frameWidth: 320,
        frameHeight: 180,
        framesEncoded: at / 100,
        qualityLimitationReason: "none",
      },
    ],
    [
      "high",
      {
        type: "outbound-rtp",
        timestamp: at,
        codecId: "codec1",
        bytesSent: bytes,
        packetsSent: bytes / 100,
        frameWidth: 1280,
        frameHeight: 720,
        framesEncoded: at / 40,
        qualityLimitationReason: "cpu",
      },
    ],
    [
      "remote",
      { type: "remote-inbound-rtp", timestamp: at, packetsLost: lost, roundTripTime: 0.042 },
    ],
    ["nothing", "of this kind"],
  ]);

test("a camera's layers are added up, and its size is that of the largest", () => {
  expect(figuresOf(sent(4000, 250_000, 30), sent(2000, 0, 0))).toEqual({
    kilobits: 1200,
    framesPerSecond: 25,
    width: 1280,
    height: 720,
    lossPercent: 1,
    codec: "VP8",
    roundTripMs: 42,
    jitterMs: undefined,
    limitedBy: "cpu",
  });
});

test("a camera that nobody looks at is held back by nothing", () => {
  const unseen = (active: boolean, frames: number) =>
    readReport([
      [
        "high",
        {
          type: "outbound-rtp",
          timestamp: frames * 100,
          framesEncoded: frames,
          frameHeight: 720,
          active,
          qualityLimitationReason: "bandwidth",
        },
      ],
    ]);
  const before = unseen(true, 10);
  expect(figuresOf(unseen(true, 20), before).limitedBy).toBe("bandwidth");
  expect(figuresOf(unseen(false, 20), before).limitedBy).toBeUndefined();
  expect(figuresOf(unseen(true, 10), before).limitedBy).toBeUndefined();
});

test("the first look gives no rates", () => {
  expect(figuresOf(sent(2000, 100_000, 4), undefined)).toMatchObject({
    kilobits: 0,
    framesPerSecond: 0,
    lossPercent: 0,
    height: 720,
  });
});

test("counts that begin anew are no negative rates", () => {
  expect(figuresOf(sent(4000, 0, 0), sent(2000, 500_000, 9))).toMatchObject({
    kilobits: 0,
    lossPercent: 0,
  });
});

test("what comes in has its loss and jitter from its own report", () => {
  const came = (at: number, packets: number, lost: number) =>
    readReport([
      [
        "in",
        {
          type: "inbound-rtp",
          timestamp: at,
          bytesReceived: packets * 100,
          packetsReceived: packets,
          packetsLost: lost,
          jitter: 0.004,
        },
      ],
      [
        "pair",
        { type: "candidate-pair", timestamp: at, nominated: true, currentRoundTripTime: 0.02 },
      ],
    ]);
  expect(figuresOf(came(2000, 190, 10), came(1000, 100, 0))).toMatchObject({
    lossPercent: 10,
    jitterMs: 4,
    roundTripMs: 20,
    kilobits: 72,
  });
});
