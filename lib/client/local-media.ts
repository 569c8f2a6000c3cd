// This browser's own camera and microphone before the call: opened, switched, tried again when something
// changes, and handed over as running tracks. Microphone and camera fail apart from each other, so that a
// person without a camera is still heard.
import {
  classifyMediaError,
  isDeviceGone,
  type MediaFailureReason,
  type MediaKind,
  MediaTimeout,
} from "./media-errors";

export type DeviceState =
  | { is: "off" }
  /** `isAsking`: the browser is putting its question to the person, so it takes as long as it takes. */
  | { is: "opening"; isAsking: boolean }
  | { is: "on"; track: MediaStreamTrack }
  | { is: "failed"; reason: MediaFailureReason };

export interface DeviceOption {
  id: string;
  /** Empty until the person allowed devices once. */
  label: string;
}

export interface LocalMediaState {
  microphone: DeviceState;
  camera: DeviceState;
  microphones: readonly DeviceOption[];
  cameras: readonly DeviceOption[];
  speakers: readonly DeviceOption[];
  /** What is in use, or wanted next. */
  microphoneId?: string | undefined;
  cameraId?: string | undefined;
  speakerId?: string | undefined;
}

export interface LocalMediaWish {
  microphoneOn: boolean;
  cameraOn: boolean;
  microphoneId?: string | undefined;
  cameraId?: string | undefined;
  speakerId?: string | undefined;
}

/** How the person comes in, with the tracks that run already. */
export interface HandedOverMedia {
  microphone: HandedOverDevice;
  camera: HandedOverDevice;
  speakerId?: string | undefined;
}

interface HandedOverDevice {
  on: boolean;
  deviceId?: string | undefined;
  track?: MediaStreamTrack | undefined;
}

const kinds = ["microphone", "camera"] as const;
/** What browsers call the devices of a kind. */
export const inputOf = { microphone: "audioinput", camera: "videoinput" } as const;

/** A device that was allowed and is not there after this long hangs in its driver. */
const startsWithinMs = 10_000;

/** Before anything is opened: what the server draws, and what a closed one shows. */
export const restingMedia: LocalMediaState = {
  microphone: { is: "off" },
  camera: { is: "off" },
  microphones: [],
  cameras: [],
  speakers: [],
};

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "");
const isRefusal = (error: unknown) => /NotAllowed|PermissionDenied/.test(nameOf(error));

async function permissionFor(kind: MediaKind): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: kind });
  } catch {
    // Browsers that do not know these names say so by throwing.
    return undefined;
  }
}

async function listDevices(): Promise<MediaDeviceInfo[]> {
  try {
    return await navigator.mediaDevices.enumerateDevices();
  } catch {
    return [];
  }
}

function constraintsFor(wanted: readonly { kind: MediaKind; id: string | undefined }[]) {
  const constraints: MediaStreamConstraints = {};
  for (const { kind, id } of wanted) {
    const device = id === undefined ? {} : { deviceId: { exact: id } };
    if (kind === "camera") {
      constraints.video = { width: { ideal: 1280 }, height: { ideal: 720 }, ...device };
    } else {
      constraints.audio = {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...device,
      };
    }
  }
  return constraints;
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Asks for devices. Where the person need not be asked first, a device that does not start in time is
 * given up with `MediaTimeout`.
 */
function openStream(constraints: MediaStreamConstraints, isAllowed: boolean): Promise<MediaStream> {
  const opening = navigator.mediaDevices.getUserMedia(constraints);
  if (!isAllowed) return opening;
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new MediaTimeout());
    }, startsWithinMs);
    opening.then(
      (stream) => {
        clearTimeout(timer);
        if (isLate) stopAll(stream);
        else resolve(stream);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export class LocalMedia {
  #state: LocalMediaState;
  #wanted: Record<MediaKind, boolean>;
  /** Which request for a device is the latest: an answer to an older one is let go. */
  #latest: Record<MediaKind, number> = { microphone: 0, camera: 0 };
  #listeners = new Set<() => void>();
  #isStarted = false;
  #over = new AbortController();

  constructor(wish: LocalMediaWish) {
    this.#wanted = { microphone: wish.microphoneOn, camera: wish.cameraOn };
    this.#state = {
      ...restingMedia,
      microphone: wish.microphoneOn ? { is: "opening", isAsking: false } : { is: "off" },
      camera: wish.cameraOn ? { is: "opening", isAsking: false } : { is: "off" },
      microphoneId: wish.microphoneId,
      cameraId: wish.cameraId,
      speakerId: wish.speakerId,
    };
  }

  readonly state = (): LocalMediaState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Opens what is wanted and keeps following devices and permissions until `close` or `handOver`. A
   * second start does nothing.
   */
  start(): void {
    const { signal } = this.#over;
    if (this.#isStarted || signal.aborted) return;
    this.#isStarted = true;
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.#devicesChanged(), {
      signal,
    });
    for (const kind of kinds) void this.#followPermission(kind);
    void this.#open(kinds.filter((kind) => this.#wanted[kind]));
    void this.#list();
  }

  /** Switches a device on or off; off lets go of it, so that its light goes out. */
  turn(kind: MediaKind, on: boolean): void {
    this.#wanted[kind] = on;
    if (on) {
      if (this.#isStarted) void this.#open([kind]);
      else this.#set({ [kind]: { is: "opening", isAsking: false } });
      return;
    }
    this.#latest[kind] += 1;
    this.#letGo(kind);
    this.#set({ [kind]: { is: "off" } });
  }

  /** Uses this device from now on, switching it on where it failed before. */
  choose(kind: MediaKind, id: string): void {
    this.#set(kind === "camera" ? { cameraId: id } : { microphoneId: id });
    if (this.#wanted[kind]) void this.#open([kind]);
  }

  chooseSpeaker(id: string): void {
    this.#set({ speakerId: id });
  }

  /** Tries again what is wanted and failed. */
  retry(): void {
    void this.#open(this.#failed());
  }

  /** Gives the running tracks away. Whatever opens later is let go at once. */
  handOver(): HandedOverMedia {
    const media = {
      microphone: this.#handOverDevice("microphone"),
      camera: this.#handOverDevice("camera"),
      speakerId: this.#state.speakerId,
    };
    this.#over.abort();
    this.#listeners.clear();
    return media;
  }

  close(): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    this.#listeners.clear();
    for (const kind of kinds) this.#letGo(kind);
  }

  #handOverDevice(kind: MediaKind): HandedOverDevice {
    const device = this.#state[kind];
    const track = device.is === "on" ? device.track : undefined;
    if (track) track.onended = null;
    return {
      on: this.#wanted[kind] && device.is !== "failed",
      deviceId: this.#idOf(kind),
      track,
    };
  }

  #idOf(kind: MediaKind): string | undefined {
    return kind === "camera" ? this.#state.cameraId : this.#state.microphoneId;
  }

  #set(change: Partial<LocalMediaState>): void {
    if (this.#over.signal.aborted) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #letGo(kind: MediaKind): void {
    const device = this.#state[kind];
    if (device.is !== "on") return;
    device.track.onended = null;
    device.track.stop();
  }

  #failed(): MediaKind[] {
    return kinds.filter((kind) => this.#wanted[kind] && this.#state[kind].is === "failed");
  }

  #isCurrent(kind: MediaKind, attempt: number): boolean {
    return !this.#over.signal.aborted && this.#latest[kind] === attempt;
  }

  async #open(wanted: readonly MediaKind[]): Promise<void> {
    if (wanted.length === 0) return;
    const attempts = wanted.map((kind) => {
      this.#latest[kind] += 1;
      // Before the next is opened: some cameras cannot be held twice.
      this.#letGo(kind);
      return { kind, attempt: this.#latest[kind] };
    });
    const opening: DeviceState = { is: "opening", isAsking: false };
    this.#set(Object.fromEntries(wanted.map((kind) => [kind, opening])));
    if (!globalThis.isSecureContext || navigator.mediaDevices?.getUserMedia === undefined) {
      for (const { kind, attempt } of attempts) await this.#fail(kind, attempt, undefined);
      return;
    }
    const permissions = new Map<MediaKind, PermissionState | undefined>();
    for (const kind of wanted) permissions.set(kind, (await permissionFor(kind))?.state);
    for (const { kind, attempt } of attempts) {
      if (permissions.get(kind) === "prompt" && this.#isCurrent(kind, attempt)) {
        this.#set({ [kind]: { is: "opening", isAsking: true } });
      }
    }
    const isAllowed = (kind: MediaKind) => permissions.get(kind) === "granted";
    // Both in one request, so that the person is asked once; not where one is refused already.
    if (attempts.length > 1 && wanted.every((kind) => permissions.get(kind) !== "denied")) {
      try {
        const devices = wanted.map((kind) => ({ kind, id: this.#idOf(kind) }));
        const stream = await openStream(constraintsFor(devices), wanted.every(isAllowed));
        for (const { kind, attempt } of attempts) this.#take(kind, attempt, stream);
        return;
      } catch (error) {
        if (isRefusal(error)) {
          for (const { kind, attempt } of attempts) {
            const state = (await permissionFor(kind))?.state;
            if (state === "granted") await this.#openAlone(kind, attempt, true);
            else await this.#fail(kind, attempt, error);
          }
          return;
        }
        // One of the two is in the way of the other: each by itself shows which.
      }
    }
    for (const { kind, attempt } of attempts) {
      await this.#openAlone(kind, attempt, isAllowed(kind));
    }
  }

  async #openAlone(kind: MediaKind, attempt: number, isAllowed: boolean): Promise<void> {
    if (!this.#isCurrent(kind, attempt)) return;
    const id = this.#idOf(kind);
    try {
      this.#take(kind, attempt, await openStream(constraintsFor([{ kind, id }]), isAllowed));
    } catch (error) {
      // The device chosen on an earlier day is not here today: any other of its kind will do.
      if (!isDeviceGone(error) || id === undefined) return this.#fail(kind, attempt, error);
      try {
        const constraints = constraintsFor([{ kind, id: undefined }]);
        this.#take(kind, attempt, await openStream(constraints, isAllowed));
      } catch (again) {
        await this.#fail(kind, attempt, again);
      }
    }
  }

  #take(kind: MediaKind, attempt: number, stream: MediaStream): void {
    const [track] = kind === "camera" ? stream.getVideoTracks() : stream.getAudioTracks();
    if (!track) return;
    if (!this.#isCurrent(kind, attempt)) {
      track.stop();
      return;
    }
    // Unplugged, or the permission was taken back: the next device of its kind, or the reason why not.
    track.onended = () => void this.#open([kind]);
    const id = track.getSettings().deviceId ?? this.#idOf(kind);
    this.#set({
      [kind]: { is: "on", track },
      ...(kind === "camera" ? { cameraId: id } : { microphoneId: id }),
    });
    // Labels and the other devices are known only now.
    void this.#list();
  }

  async #fail(kind: MediaKind, attempt: number, error: unknown): Promise<void> {
    const hasMediaDevices = navigator.mediaDevices?.getUserMedia !== undefined;
    const listed = hasMediaDevices ? await listDevices() : [];
    const permission = (await permissionFor(kind))?.state;
    if (!this.#isCurrent(kind, attempt)) return;
    const { reason } = classifyMediaError(error, {
      isSecure: globalThis.isSecureContext,
      hasMediaDevices,
      userAgent: navigator.userAgent,
      permission,
      isListed: listed.some((device) => device.kind === inputOf[kind]),
    });
    this.#set({ [kind]: { is: "failed", reason } });
  }

  async #followPermission(kind: MediaKind): Promise<void> {
    const permission = await permissionFor(kind);
    permission?.addEventListener?.(
      "change",
      () => {
        // "prompt": the person took the refusal back, and is to be asked again.
        if (permission.state !== "denied" && this.#failed().includes(kind)) this.retry();
      },
      { signal: this.#over.signal },
    );
  }

  async #devicesChanged(): Promise<void> {
    await this.#list();
    const isWorthATry = (kind: MediaKind) => {
      const device = this.#state[kind];
      return device.is === "failed" && /^(?:missing|in-use|timeout|over)/.test(device.reason);
    };
    void this.#open(this.#failed().filter(isWorthATry));
  }

  async #list(): Promise<void> {
    if (navigator.mediaDevices?.enumerateDevices === undefined) return;
    const devices = await listDevices();
    const optionsOf = (kind: MediaDeviceKind): DeviceOption[] =>
      devices
        // Without permission there is one nameless entry a kind; "communications" is a Windows alias.
        .filter((each) => each.kind === kind && !/^(?:communications)?$/.test(each.deviceId))
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#set({
      microphones: optionsOf("audioinput"),
      cameras: optionsOf("videoinput"),
      speakers: optionsOf("audiooutput"),
    });
  }
}
