import type { MeetingState } from "@/lib/contract/meeting-state";
import type { Participant, Role, TrackSource } from "@/lib/contract/participant";

/** Somebody connected to a room, with the id LiveKit gives to this one connection. */
export interface LiveParticipant extends Participant {
  participant_sid: string;
  /** The sources they may publish. */
  may_publish: readonly PublishSource[];
  can_publish_data: boolean;
}

/** Whether somebody whose turn it is would speak into a microphone that is off, and may turn it on. */
export function needsMicrophone({
  tracks,
  may_publish,
}: Pick<LiveParticipant, "tracks" | "may_publish">): boolean {
  const isOn = tracks.some(({ source, muted }) => source === "microphone" && !muted);
  return !isOn && may_publish.includes("microphone");
}

/** What somebody who is connected is, and may do, in LiveKit's eyes. */
export interface LiveStanding {
  name: string;
  role: Role;
  handRaisedAt: string | null;
  sources: readonly PublishSource[];
  canPublishData: boolean;
}

/** A room as LiveKit has it this second. */
export interface LiveRoom {
  /** LiveKit's id for this life of the room; another one after it was closed and made again. */
  sid: string;
  /** Who is connected, as `listParticipants` says. */
  participants: LiveParticipant[];
  /** What those inside are told of the meeting; undefined where it is not ours. */
  state: MeetingState | undefined;
}

/** A source that can be allowed or not; LiveKit's "unknown" cannot. */
export type PublishSource = Exclude<TrackSource, "unknown">;

/** What a LiveKit token lets its holder do in one room. Never makes a room, never changes metadata. */
export interface TokenGrant {
  roomName: string;
  identity: string;
  name: string;
  role: Role;
  handRaisedAt?: string | null;
  /** Sources the holder may publish. */
  sources: readonly PublishSource[];
  canPublishData: boolean;
}

export interface IssuedToken {
  token: string;
  /** ISO 8601 UTC, at most 10 minutes away. */
  expiresAt: string;
}

/**
 * LiveKit, as the use cases know it. Whatever cannot reach it, or gets no answer within 3 s, throws
 * `Failure("media-unavailable")`; an absent room is never mistaken for an unreachable server.
 */
export interface MediaServer {
  /** Makes the room, with its state as metadata, unless it is there. Safe to repeat. */
  ensureRoom(roomName: string, state: MeetingState): Promise<void>;
  /** Tells everybody inside the new state. Does nothing where the room is gone. */
  updateRoomState(roomName: string, state: MeetingState): Promise<void>;
  /** Disconnects everybody and closes the room. Does nothing where it is gone. */
  deleteRoom(roomName: string): Promise<void>;
  findRoom(roomName: string): Promise<LiveRoom | undefined>;
  /** How many are in each of these rooms; rooms that are gone count 0. */
  countParticipants(roomNames: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Who is connected; empty where the room is gone. Hidden participants and agents' egress are left out. */
  listParticipants(roomName: string): Promise<LiveParticipant[]>;
  /** Disconnects one. Does nothing where they are gone. */
  removeParticipant(roomName: string, identity: string): Promise<void>;
  /** Sets what somebody is and may do, whole. Does nothing where they are gone. */
  updateParticipant(roomName: string, identity: string, standing: LiveStanding): Promise<void>;
  /** Asks somebody to turn the microphone on; nothing more happens. Does nothing where they are gone. */
  askToUnmute(roomName: string, identity: string, ask: { at: string; by: string }): Promise<void>;
  /**
   * Tells everybody that it is somebody's turn to speak, and asks them to unmute where that is needed and
   * allowed. Does nothing where they are gone.
   */
  callOn(roomName: string, identity: string, call: { at: string; by: string }): Promise<void>;
  /** Turns off what is on of these sources; the person may turn it on again. */
  mute(roomName: string, identity: string, sources: readonly PublishSource[]): Promise<void>;
  /** Sends an empty message on a topic to these people: a hint to look again. May be lost, never throws. */
  hint(roomName: string, identities: readonly string[] | "everybody", topic: string): Promise<void>;
  /** Signs a token; needs no answer from LiveKit. */
  issueToken(grant: TokenGrant): Promise<IssuedToken>;
  /** Throws `Failure("media-unavailable")` when LiveKit does not answer. */
  ping(): Promise<void>;
}

/** A fact that LiveKit's webhook brought, reshaped; `id` is LiveKit's, one for each event. */
export type MediaEvent = { id: string; at: string; room: { name: string; sid: string } } & (
  | { kind: "room-started" | "room-finished" }
  | {
      kind: "participant-joined" | "participant-left";
      participant: {
        sid: string;
        identity: string;
        name: string;
        joinedAt: string;
        /** What LiveKit took them for when they came in. */
        live?: LiveParticipant | undefined;
      };
    }
  | { kind: "track-published"; identity: string; source: TrackSource }
);
