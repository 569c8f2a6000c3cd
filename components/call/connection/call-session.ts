// The call as a thing outside React: the Room of the moment, how it is doing, and how it comes back.
import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import {
  ConnectionState,
  type DisconnectReason,
  isLocalTrack,
  type LocalAudioTrack,
  type LocalTrackPublication,
  type LocalVideoTrack,
  type Participant,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
} from "livekit-client";
import type { CallEnd, CallEntry } from "@/components/call/entry";
import { switchToNext } from "@/components/call/next-device";
import { noteOwnMute } from "@/components/call/own-mutes";
import { kindOf, permissionsFrom, sourceOf } from "@/components/call/permissions";
import { Unreachable } from "@/lib/client/api-error";
import { inputOf } from "@/lib/client/local-media";
import { isDeviceGone, type MediaKind } from "@/lib/client/media-errors";
import type { JoinedMeeting } from "@/lib/contract/join";
import { Role } from "@/lib/contract/participant";
import { delayBefore, giveUpAfterMs, wakeableDelay } from "./backoff";
import { LastStage } from "./last-stage";
import { cameraDefaults, microphoneDefaults, openCamera, openMicrophone } from "./local-media";
import { answerOf, firstDelayAfter, isOverFor } from "./loss";
import { endToldBy, hasEndedSince } from "./meeting-end";
import { Stills } from "./stills";

export type CallPhase = "connecting" | "in-call" | "reconnecting";

export interface CallSnapshot {
  room: Room;
  phase: CallPhase;
  /** Who was on the stage when the connection went, until the others have come back, too. */
  held: readonly TrackReferenceOrPlaceholder[];
  /** Devices that are on their way in: wanted and opening, or not yet published. */
  entering: { microphone: boolean; camera: boolean };
  /** What a device that is being turned is to be: shown as that. */
  turning: Readonly<Partial<Record<MediaKind, boolean>>>;
}

type OwnTrack = LocalAudioTrack | LocalVideoTrack;

const ownTrackOf = (publication: LocalTrackPublication): OwnTrack | undefined =>
  publication.audioTrack ?? publication.videoTrack;

/** How long after coming back those who were there before are waited for. */
const holdForMs = 5_000;
/** After the network was away LiveKit's own resume, which keeps every picture, is given a head start. */
const resumeWithinMs = 1_500;
/** Longer than LiveKit's own limits, after which nothing comes any more. */
const sentWithinMs = 20_000;
/** How long leaving waits for a server that may not be there any more. */
const goodbyeWithinMs = 700;

function makeRoom(devices: {
  microphoneId?: string | undefined;
  cameraId?: string | undefined;
  speakerId?: string | undefined;
}) {
  const { microphoneId, cameraId, speakerId } = devices;
  return new Room({
    adaptiveStream: true,
    dynacast: true,
    // The session stops the tracks itself: a connection that breaks must not close the camera.
    stopLocalTrackOnUnpublish: false,
    // `beforeunload` may be cancelled; `pagehide` below is the one that means it.
    disconnectOnPageLeave: false,
    // LiveKit goes on resuming at a quick pace beside our own way back; it never decides to give up.
    reconnectPolicy: {
      nextRetryDelayInMs: ({ retryCount }) =>
        retryCount === 0 ? 100 : Math.min(300 * retryCount, 2000),
    },
    audioCaptureDefaults: {
      ...microphoneDefaults,
      ...(microphoneId === undefined ? {} : { deviceId: microphoneId }),
    },
    videoCaptureDefaults: {
      ...cameraDefaults,
      ...(cameraId === undefined ? {} : { deviceId: cameraId }),
    },
    ...(speakerId === undefined ? {} : { audioOutput: { deviceId: speakerId } }),
  });
}

/**
 * One stay in a meeting, over as many connections as it takes. LiveKit resumes what it can; whenever
 * it says that it is trying, the session asks our server for a way back at the same time (a fresh
 * token, and the room made again if it is gone) and takes whichever comes first.
 */
export class CallSession {
  readonly stills = new Stills();
  readonly #stage = new LastStage();
  readonly #entry: CallEntry;
  readonly #listeners = new Set<() => void>();
  readonly #failureListeners = new Set<(kind: MediaKind, error: unknown) => void>();
  readonly #untoldFailures: [MediaKind, unknown][] = [];
  /** What is published, kept over connections. */
  readonly #tracks = new Map<Track.Source, OwnTrack>();
  /** What is being published this moment. */
  readonly #sending = new Set<OwnTrack>();
  readonly #dropped = new WeakSet<Room>();
  readonly #wanted: { microphone: boolean; camera: boolean };
  /** What the person has turned off, until it is on again. */
  readonly #meantOff = new Set<MediaKind>();
  /** Turned off again while still on their way in, with the track that is, where it was open already. */
  readonly #unwanted = new Map<MediaKind, OwnTrack | undefined>();
  #snapshot: CallSnapshot;
  #hasStarted = false;
  #hasEnded = false;
  #users = 0;
  #recovery: AbortController | undefined;
  #wake: () => void = () => undefined;
  #holdTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(entry: CallEntry) {
    this.#entry = entry;
    const { microphone, camera, speakerId } = entry.media;
    this.#wanted = { microphone: microphone.on, camera: camera.on };
    const room = makeRoom({
      microphoneId: microphone.deviceId,
      cameraId: camera.deviceId,
      speakerId,
    });
    this.#snapshot = {
      room,
      phase: "connecting",
      held: [],
      entering: { ...this.#wanted },
      turning: {},
    };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = () => this.#snapshot;

  /**
   * Runs the call while somebody uses it. React's development mode takes its effects back once and
   * does them again, so the last one to go is given a moment to return.
   */
  use(): () => void {
    this.#users += 1;
    this.#start();
    return () => {
      this.#users -= 1;
      setTimeout(() => {
        if (this.#users === 0) void this.#letGo();
      }, 0);
    };
  }

  /** Tells of every device that failed, those before the first listener included. */
  onDeviceFailure(listener: (kind: MediaKind, error: unknown) => void): () => void {
    this.#failureListeners.add(listener);
    for (const [kind, error] of this.#untoldFailures.splice(0)) listener(kind, error);
    return () => void this.#failureListeners.delete(listener);
  }

  reportDeviceFailure(kind: MediaKind, error: unknown): void {
    if (this.#failureListeners.size === 0) this.#untoldFailures.push([kind, error]);
    for (const listener of this.#failureListeners) listener(kind, error);
  }

  /** Ends the call: lets go of room and devices, then tells the screen around it. */
  async end(end: CallEnd): Promise<void> {
    if (this.#hasEnded) return;
    const role = this.#role();
    await this.#letGo();
    this.#entry.onEnd(end, role);
  }

  #role(): Role {
    const { role } = this.#room.localParticipant.attributes;
    return Role.safeParse(role).data ?? this.#entry.joined.role;
  }

  get #room() {
    return this.#snapshot.room;
  }

  #set(change: Partial<CallSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #start(): void {
    if (this.#hasStarted || this.#hasEnded) return;
    this.#hasStarted = true;
    const room = this.#room;
    this.#listen(room);
    // First the connection, then everything that can wait for it.
    const connected = this.#connect(room, this.#entry.joined);
    this.#openDevices();
    window.addEventListener("pagehide", this.#pageHidden);
    window.addEventListener("pageshow", this.#pageShown);
    window.addEventListener("online", this.#retryNow);
    connected.then(
      () => {
        if (room !== this.#room || this.#recovery) return;
        this.#set({ phase: "in-call" });
        // LiveKit gives a track up that waited too long for a first connection.
        for (const [source, track] of this.#tracks) {
          const isSent = room.localParticipant.getTrackPublication(source) !== undefined;
          if (!isSent && !this.#sending.has(track)) this.#publish(room, track);
        }
      },
      () => this.#comeBack(),
    );
  }

  async #letGo(): Promise<void> {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#recovery?.abort();
    clearTimeout(this.#holdTimer);
    window.removeEventListener("pagehide", this.#pageHidden);
    window.removeEventListener("pageshow", this.#pageShown);
    window.removeEventListener("online", this.#retryNow);
    for (const track of this.#tracks.values()) track.stop();
    const goodbye = new Promise((resolve) => setTimeout(resolve, goodbyeWithinMs));
    await Promise.race([this.#drop(this.#room, true), goodbye]);
    this.#tracks.clear();
    this.stills.clear();
  }

  readonly #retryNow = () => this.#wake();

  readonly #pageHidden = () => {
    // Said now, so that the others do not look at a frozen picture for twenty seconds.
    void this.#drop(this.#room, false);
  };

  readonly #pageShown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#comeBack();
  };

  async #connect(room: Room, joined: JoinedMeeting): Promise<void> {
    await room.connect(joined.server_url, joined.participant_token, { maxRetries: 0 });
  }

  #drop(room: Room, stopTracks: boolean): Promise<void> {
    this.#dropped.add(room);
    return room.disconnect(stopTracks).catch(() => undefined);
  }

  #openDevices(): void {
    const { microphone, camera } = this.#entry.media;
    const take = (kind: MediaKind, opening: Promise<OwnTrack | undefined>) => {
      opening.then(
        (track) => {
          if (!track) return;
          if (this.#hasEnded || this.#unwanted.delete(kind)) {
            track.stop();
            return;
          }
          this.#tracks.set(track.source, track);
          this.#publish(this.#room, track);
        },
        (error: unknown) => {
          this.#hasEntered(kind);
          this.reportDeviceFailure(kind, error);
        },
      );
    };
    take("microphone", openMicrophone(microphone));
    take("camera", openCamera(camera));
  }

  /** Whether the device is on as far as the person is concerned: sent, on its way, or being turned on. */
  isOn(kind: MediaKind): boolean {
    const wish = this.#snapshot.turning[kind];
    if (wish !== undefined) return wish;
    const { isMicrophoneEnabled, isCameraEnabled } = this.#room.localParticipant;
    const isSent = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;
    return isSent || this.#snapshot.entering[kind];
  }

  /** Whether it is off because the person has turned it off, and not for any other reason. */
  isMeantOff(kind: MediaKind): boolean {
    return this.#meantOff.has(kind);
  }

  /**
   * Turns the person's own device, whatever the connection is doing. Off, it sends nothing from now on;
   * turned on between two connections, it is sent on the next. Of several turns the last one counts.
   * Rejects where it does not open.
   */
  async turn(kind: MediaKind, isOn: boolean): Promise<void> {
    if (isOn) this.#meantOff.delete(kind);
    else this.#meantOff.add(kind);
    const isRunning = this.#snapshot.turning[kind] !== undefined;
    this.#set({ turning: { ...this.#snapshot.turning, [kind]: isOn } });
    if (isRunning) return;
    try {
      for (let last: boolean | undefined; last !== this.#snapshot.turning[kind]; ) {
        last = this.#snapshot.turning[kind];
        await this.#turnOnce(kind, last === true);
      }
    } finally {
      const { [kind]: _, ...others } = this.#snapshot.turning;
      this.#set({ turning: others });
    }
  }

  async #turnOnce(kind: MediaKind, isOn: boolean): Promise<void> {
    const publication = this.#room.localParticipant.getTrackPublication(sourceOf[kind]);
    if (!isOn && this.#snapshot.entering[kind]) {
      this.#turnOffEntering(kind);
      return;
    }
    const isBetween =
      this.#snapshot.phase === "reconnecting" &&
      publication === undefined &&
      this.#room.state !== ConnectionState.Connected;
    if (isOn && (isBetween || this.#unwanted.has(kind))) {
      await this.#turnOnEntering(kind);
      return;
    }
    if (isBetween) return;
    if (isOn) {
      await this.#turnOn(kind);
      return;
    }
    noteOwnMute(publication);
    await this.#setEnabled(kind, false);
  }

  /** With the next device of its kind, where the one in use went while it was off. */
  async #turnOn(kind: MediaKind): Promise<void> {
    try {
      await this.#setEnabled(kind, true);
    } catch (error) {
      if (!isDeviceGone(error)) throw error;
      const goneId = this.#room.getActiveDevice(inputOf[kind]);
      if (!(await switchToNext(this.#room, kind, goneId))) throw error;
      await this.#setEnabled(kind, true);
    }
  }

  #setEnabled(kind: MediaKind, isOn: boolean): Promise<unknown> {
    const { localParticipant } = this.#room;
    return kind === "microphone"
      ? localParticipant.setMicrophoneEnabled(isOn)
      : localParticipant.setCameraEnabled(isOn);
  }

  /** Off counts at once, whatever LiveKit is doing with it. */
  #turnOffEntering(kind: MediaKind): void {
    const track = this.#tracks.get(sourceOf[kind]);
    this.#unwanted.set(kind, track);
    if (track) track.mediaStreamTrack.enabled = false;
    this.#hasEntered(kind);
    this.#want(kind, false);
  }

  async #turnOnEntering(kind: MediaKind): Promise<void> {
    const track = this.#tracks.get(sourceOf[kind]);
    this.#unwanted.delete(kind);
    this.#set({ entering: { ...this.#snapshot.entering, [kind]: true } });
    this.#want(kind, true);
    if (!track || (kind === "camera" && track.isMuted)) return;
    track.mediaStreamTrack.enabled = true;
    if (track.isMuted) await track.unmute();
  }

  #want(kind: MediaKind, isOn: boolean): void {
    this.#wanted[kind] = isOn;
    this.#entry.onMediaChange({ ...this.#wanted });
  }

  /** What goes with a connection and comes with the next is on its way in meanwhile, and not off. */
  #enteringAgain(room: Room): CallSnapshot["entering"] {
    const entering = { ...this.#snapshot.entering };
    for (const [source, track] of this.#tracks) {
      const kind = kindOf(source);
      if (!kind || track.isMuted || this.#unwanted.has(kind)) continue;
      if (room.localParticipant.getTrackPublication(source) === undefined) entering[kind] = true;
    }
    return entering;
  }

  #muteUnwanted(kind: MediaKind, publication: LocalTrackPublication): void {
    this.#unwanted.delete(kind);
    publication.mute().catch((error: unknown) => this.reportDeviceFailure(kind, error));
  }

  #hasEntered(kind: MediaKind): void {
    if (!this.#snapshot.entering[kind]) return;
    this.#set({ entering: { ...this.#snapshot.entering, [kind]: false } });
  }

  #publish(room: Room, track: OwnTrack): void {
    // Always so; LiveKit's own types lose it under exactOptionalPropertyTypes.
    if (!isLocalTrack(track)) return;
    const failed = (error: unknown) => this.#couldNotSend(room, track, error);
    let watching: ReturnType<typeof setTimeout>;
    let isGivenUp = false;
    const watch = () => {
      // A publication that went wrong inside LiveKit may never be told of.
      watching = setTimeout(() => {
        if (room !== this.#room || this.#hasEnded) return;
        if (room.state !== ConnectionState.Connected) return watch();
        isGivenUp = true;
        failed(new Error("It was not sent in time."));
      }, sentWithinMs);
    };
    watch();
    this.#sending.add(track);
    room.localParticipant
      .publishTrack(track, { source: track.source })
      .then(
        () => {
          if (isGivenUp) return room.localParticipant.unpublishTrack(track);
        },
        (error: unknown) => {
          if (!isGivenUp) failed(error);
        },
      )
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(watching);
        this.#sending.delete(track);
      });
  }

  #couldNotSend(room: Room, track: OwnTrack, error: unknown): void {
    // A connection that broke meanwhile publishes again by itself.
    if (room !== this.#room || room.state !== ConnectionState.Connected) return;
    // Any other reason leaves the device off. Where the meeting does not allow it, that is said already.
    console.warn(`The ${track.source} could not be sent`, error);
    this.#tracks.delete(track.source);
    track.stop();
    const kind = kindOf(track.source);
    if (!kind) return;
    this.#wanted[kind] = false;
    this.#unwanted.delete(kind);
    this.#hasEntered(kind);
    const { permissions } = room.localParticipant;
    if (!permissions || permissionsFrom(permissions)[kind]) this.reportDeviceFailure(kind, error);
  }

  /** Sends on the new connection what was sent on the old one. */
  #publishAgain(room: Room): void {
    for (const [source, track] of [...this.#tracks]) {
      const hasEnded = track.mediaStreamTrack.readyState === "ended";
      if (!hasEnded && !(source === Track.Source.Camera && track.isMuted)) {
        this.#publish(room, track);
        continue;
      }
      // A camera that is off has let go of its device: it opens anew when it is wanted.
      this.#tracks.delete(source);
      track.stop();
      const kind = kindOf(source);
      if (kind) this.#unwanted.delete(kind);
    }
    const { entering } = this.#snapshot;
    const { localParticipant } = room;
    if (entering.camera && !this.#tracks.has(Track.Source.Camera)) {
      this.#reopen("camera", localParticipant.setCameraEnabled(true));
    }
    if (entering.microphone && !this.#tracks.has(Track.Source.Microphone)) {
      this.#reopen("microphone", localParticipant.setMicrophoneEnabled(true));
    }
  }

  #reopen(kind: MediaKind, opening: Promise<unknown>): void {
    opening.catch((error: unknown) => {
      this.#wanted[kind] = false;
      this.#hasEntered(kind);
      this.reportDeviceFailure(kind, error);
    });
  }

  #listen(room: Room): void {
    this.#stage.follow(room, () => this.stills.take());
    const isCurrent = () => room === this.#room && !this.#dropped.has(room) && !this.#hasEnded;
    const trying = () => {
      if (isCurrent()) this.#comeBack();
    };
    const mediaChanged = (source: Track.Source, on: boolean) => {
      const kind = kindOf(source);
      if (!kind || !isCurrent()) return;
      if (on) this.#meantOff.delete(kind);
      this.#want(kind, on);
    };
    const muted = (on: boolean) => (publication: TrackPublication, participant: Participant) => {
      if (participant.isLocal) mediaChanged(publication.source, on);
    };
    room
      .on(RoomEvent.SignalReconnecting, trying)
      .on(RoomEvent.Reconnecting, trying)
      .on(RoomEvent.Reconnected, () => {
        if (isCurrent()) this.#isBack();
      })
      .on(RoomEvent.Disconnected, (reason?: DisconnectReason) => {
        if (!isCurrent()) return;
        const end = isOverFor(reason);
        if (end) {
          void this.end(end);
          return;
        }
        this.#set({ entering: this.#enteringAgain(room) });
        this.#comeBack(firstDelayAfter(reason));
      })
      .on(RoomEvent.RoomMetadataChanged, (metadata: string) => {
        const end = endToldBy(metadata, this.#entry.joined.meeting.ended_at);
        if (end && isCurrent()) void this.end(end);
      })
      .on(RoomEvent.LocalTrackPublished, (publication: LocalTrackPublication) => {
        const track = ownTrackOf(publication);
        if (track) this.#tracks.set(publication.source, track);
        const kind = kindOf(publication.source);
        if (kind) this.#hasEntered(kind);
        if (kind && track && this.#unwanted.get(kind) === track)
          this.#muteUnwanted(kind, publication);
        else mediaChanged(publication.source, !publication.isMuted);
      })
      .on(RoomEvent.LocalTrackUnpublished, (publication: LocalTrackPublication) => {
        // A breaking connection unpublishes everything, too: only what goes while it stands is meant.
        setTimeout(() => {
          if (!isCurrent() || room.state !== ConnectionState.Connected) return;
          const track = ownTrackOf(publication);
          if (track && this.#tracks.get(publication.source) !== track) return;
          this.#tracks.delete(publication.source);
          mediaChanged(publication.source, false);
        }, 0);
      })
      .on(RoomEvent.TrackMuted, muted(false))
      .on(RoomEvent.TrackUnmuted, muted(true));
  }

  #comeBack(firstDelayMs = delayBefore(0)): void {
    if (this.#recovery || this.#hasEnded) return;
    const stop = new AbortController();
    this.#recovery = stop;
    clearTimeout(this.#holdTimer);
    if (this.#snapshot.phase !== "connecting") this.#set({ phase: "reconnecting" });
    this.#holdPictures(this.#room);
    this.#tryToComeBack(stop.signal, firstDelayMs).catch((error: unknown) => {
      // Nothing in there is known to throw; if it does, a call that says so beats one that hangs.
      console.error(error);
      void this.end({ reason: "network-gone" });
    });
  }

  async #tryToComeBack(signal: AbortSignal, firstDelayMs: number): Promise<void> {
    const since = Date.now();
    let waitMs = 0;
    let wasNetworkAway = false;
    for (let attempt = 0; ; attempt += 1) {
      const pauseMs = attempt === 0 ? firstDelayMs : delayBefore(attempt);
      const pause = wakeableDelay(Math.max(pauseMs, waitMs), signal);
      this.#wake = pause.wake;
      await pause.done;
      waitMs = 0;
      if (signal.aborted) return;
      if (Date.now() - since > giveUpAfterMs) {
        await this.end({ reason: "network-gone" });
        return;
      }
      let joined: JoinedMeeting;
      try {
        const answer = await this.#entry.rejoin();
        if (signal.aborted) return;
        if ("status" in answer) {
          await this.end({ reason: "waiting", waiting: answer });
          return;
        }
        // Ended while this client was away: whoever comes back now would sit in an empty room.
        if (hasEndedSince(this.#entry.joined.meeting.ended_at, answer.meeting.ended_at)) {
          await this.end({ reason: "ended-for-all", by: answer.ended_by ?? undefined });
          return;
        }
        joined = answer;
      } catch (failure) {
        if (signal.aborted) return;
        const answer = answerOf(failure);
        if (answer.kind === "ends") {
          await this.end(answer.end);
          return;
        }
        waitMs = answer.afterMs;
        wasNetworkAway = failure instanceof Unreachable;
        continue;
      }
      if (wasNetworkAway && this.#room.state !== ConnectionState.Disconnected) {
        await wakeableDelay(resumeWithinMs, signal).done;
        wasNetworkAway = false;
      }
      // LiveKit may have found its own way meanwhile, which spares everybody a change.
      if (signal.aborted) return;
      if (await this.#enterAgain(joined)) return;
      if (signal.aborted) return;
    }
  }

  /** Connects a new Room in place of the old one. The old one goes first: two with one seat throw each other out. */
  async #enterAgain(joined: JoinedMeeting): Promise<boolean> {
    const old = this.#room;
    this.#holdPictures(old);
    const room = makeRoom({
      microphoneId: old.getActiveDevice("audioinput"),
      cameraId: old.getActiveDevice("videoinput"),
      speakerId: old.getActiveDevice("audiooutput"),
    });
    this.#listen(room);
    const closed = this.#drop(old, false);
    this.#set({ room, entering: this.#enteringAgain(room) });
    try {
      await Promise.all([this.#connect(room, joined), closed]);
    } catch {
      return false;
    }
    if (this.#hasEnded) {
      await this.#drop(room, true);
      return true;
    }
    this.#publishAgain(room);
    this.#isBack();
    return true;
  }

  /** Keeps who is on the stage and what they look like, if anybody is there to see. */
  #holdPictures(room: Room): void {
    if (this.#snapshot.phase !== "reconnecting") return;
    const held = this.#stage.of(room);
    if (held.length === 0) return;
    this.stills.take();
    this.#set({ held });
  }

  #isBack(): void {
    this.#recovery?.abort();
    this.#recovery = undefined;
    this.#set({ phase: "in-call" });
    clearTimeout(this.#holdTimer);
    this.#holdTimer = setTimeout(() => {
      this.stills.clear();
      this.#stage.forget();
      this.#set({ held: [] });
    }, holdForMs);
  }
}

const sessions = new WeakMap<CallEntry, CallSession>();

/** The session of an entry: one and the same however often React asks. */
export function sessionOf(entry: CallEntry): CallSession {
  const known = sessions.get(entry);
  if (known) return known;
  const session = new CallSession(entry);
  sessions.set(entry, session);
  return session;
}
