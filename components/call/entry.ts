// What the screen around the call and the call say to each other. Types alone: importing it brings no code.
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import type { Role } from "@/lib/contract/participant";
import type { MeetingFeature } from "./feature";

/** How somebody comes in with one device: wanted on or off, and the preview's track where there is one. */
export interface DeviceChoice {
  on: boolean;
  deviceId?: string | undefined;
  /** The preview's own track, taken over by the call, which stops it when it ends. */
  track?: MediaStreamTrack | undefined;
}

export interface CallMedia {
  microphone: DeviceChoice;
  camera: DeviceChoice;
  speakerId?: string | undefined;
}

/** Why a call is over: each has its page. */
export type CallEnd =
  | { reason: "left" }
  /** `detail` is the server's sentence, with the host's name where it knows one. */
  | { reason: "removed"; detail?: string | undefined }
  /** `by` is the name of the host who ended it, where that is known. */
  | { reason: "ended-for-all"; by?: string | undefined }
  /** There is no host inside any more, and the meeting waits for one. */
  | { reason: "waiting"; waiting: WaitingToJoin }
  | { reason: "meeting-deleted" }
  | { reason: "joined-elsewhere" }
  | { reason: "full" }
  | { reason: "network-gone" }
  /** The server said no for another reason; `detail` is a sentence for a person. */
  | { reason: "refused"; detail: string; requestId?: string | undefined };

/** Everything the call needs from the screen that opened it. */
export interface CallEntry {
  meetingId: string;
  /** The link to share. */
  meetingUrl: string;
  joined: JoinedMeeting;
  media: CallMedia;
  features: readonly MeetingFeature[];
  /** The person stood in the lobby before, perhaps with another window in front of it. */
  hasWaited: boolean;
  /** Joins again with the same seat. Throws `ApiProblem` or `Unreachable` (lib/client/api-error). */
  rejoin(): Promise<JoinedMeeting | WaitingToJoin>;
  /**
   * Called once, when the call is over; the call has let go of room and devices by then. `role` is the
   * person's last one.
   */
  onEnd(end: CallEnd, role: Role): void;
  /** Told whenever the person turns a device on or off, so that a reload comes back the same way. */
  onMediaChange(on: { microphone: boolean; camera: boolean }): void;
}
