// The composition root: the one place that knows which adapters stand behind the ports.
import "server-only";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { type Env, parseEnv } from "./env";
import { createLiveKitMediaServer } from "./livekit/media-server";
import { readWebhook } from "./livekit/webhook";
import { createLog, type Log } from "./log";
import type { Quota } from "./meetings/limits";
import { createParticipantCounts, type ParticipantCounts } from "./meetings/participant-counts";
import { keyFor } from "./meetings/sealing";
import { newMeetingId } from "./meetings/secrets";
import type { Clock } from "./ports/clock";
import type { MediaEvent, MediaServer } from "./ports/media-server";
import type { Store } from "./ports/store";
import { openStore } from "./store/open-store";

/** What a process remembers for seconds. All of it may be lost: nothing that must hold is in here. */
export interface Hints {
  /** Limits that a guesser used up, and until when (ms). */
  blockedUntil: Map<string, number>;
  /** Meetings that somebody joined through this process, and when (ms): worth a look at LiveKit. */
  joinedAt: Map<MeetingId, number>;
  /** When this process last asked for the lease to reconcile (ms). */
  reconcileAskedAt: number;
  /** Up to which of the running meetings, in the order of their ids, this process has reconciled. */
  reconciledUpTo: MeetingId;
}

/** What is noted while one request is answered, for its headers. */
export interface RequestNotes {
  /** The name of the API key it came with. */
  apiKey: string | undefined;
  /** What is left of the limits it was counted against, by their names. */
  quotas: Map<string, Quota>;
}

/** What use cases stand on. */
export interface Services {
  store: Store;
  media: MediaServer;
  counts: ParticipantCounts;
  clock: Clock;
  log: Log;
  hints: Hints;
  /** Each request has its own; what runs by itself has none. */
  notes?: RequestNotes;
  config: Pick<Env, "frontendUrl" | "onVercel" | "apiKeys" | "allowedOrigins" | "retentionDays"> & {
    livekitPublicUrl: string;
    /** What passcodes are kept under. */
    passcodeKey: Buffer;
  };
  /** Undefined for a signed event that we do not keep; throws `unauthenticated` for a bad signature. */
  readWebhook(rawBody: string, authorization: string | null): Promise<MediaEvent | undefined>;
}

export function newNotes(): RequestNotes {
  return { apiKey: undefined, quotas: new Map() };
}

export function newHints(): Hints {
  return {
    blockedUntil: new Map(),
    joinedAt: new Map(),
    reconcileAskedAt: 0,
    // Anywhere: where processes live for one request, the first meetings alone would have their turn.
    reconciledUpTo: newMeetingId(),
  };
}

function compose(env: Env): Services {
  const media = createLiveKitMediaServer(env.livekit);
  const clock: Clock = { now: () => new Date() };
  return {
    store: openStore({
      dataDir: env.dataDir,
      ...(env.databaseUrl === undefined ? {} : { databaseUrl: env.databaseUrl }),
    }),
    media,
    counts: createParticipantCounts(media, clock),
    clock,
    log: createLog(env.logLevel),
    hints: newHints(),
    config: {
      frontendUrl: env.frontendUrl,
      onVercel: env.onVercel,
      apiKeys: env.apiKeys,
      allowedOrigins: env.allowedOrigins,
      retentionDays: env.retentionDays,
      livekitPublicUrl: env.livekit.publicUrl,
      passcodeKey: keyFor("passcodes", env.livekit.apiSecret),
    },
    readWebhook: (rawBody, authorization) => readWebhook(rawBody, authorization, env.livekit),
  };
}

// On globalThis, so that hot reload and Next's several bundles share one store and one log.
declare global {
  var meetingsServices: Services | undefined;
}

/** The services of this process, made at the first call; throws `EnvProblem`. */
export function services(): Services {
  globalThis.meetingsServices ??= compose(parseEnv(process.env));
  return globalThis.meetingsServices;
}

/** Puts other services in the place of the process's own, for tests of routes. */
export function setServices(instead: Services): void {
  globalThis.meetingsServices = instead;
}
