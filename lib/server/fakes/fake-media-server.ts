import { randomUUID } from "node:crypto";
import type { MeetingState } from "@/lib/contract/meeting-state";
import { Failure } from "@/lib/server/failure";
import type { Clock } from "@/lib/server/ports/clock";
import {
  type LiveParticipant,
  type MediaServer,
  needsMicrophone,
  type TokenGrant,
} from "@/lib/server/ports/media-server";

interface FakeRoom {
  sid: string;
  state: MeetingState;
  participants: Map<string, LiveParticipant>;
}

/** A LiveKit in memory, with the levers that a test needs. It passes the contract of the real one. */
export interface FakeMediaServer extends MediaServer {
  /** While true, every call that needs LiveKit's answer throws `Failure("media-unavailable")`. */
  away: boolean;
  /** Every token that was asked for, newest last. */
  readonly issued: TokenGrant[];
  /** Who was asked to turn the microphone on, who was called on, and every hint that was sent; newest last. */
  readonly asked: { identity: string; at: string; by: string }[];
  readonly called: { identity: string; at: string; by: string }[];
  readonly hinted: { identities: readonly string[] | "everybody"; topic: string }[];
  /** Puts somebody into a room that is there. */
  enter(roomName: string, person: Partial<LiveParticipant> & { identity: string }): LiveParticipant;
  leave(roomName: string, identity: string): void;
  /** The room's metadata, as those inside read it. */
  stateOf(roomName: string): MeetingState | undefined;
  /** Loses every room without a word, as a LiveKit without Redis does when it starts again. */
  restart(): void;
}

const newSid = (prefix: "RM" | "PA") =>
  `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 12)}`;

export function createFakeMediaServer(clock: Clock = { now: () => new Date() }): FakeMediaServer {
  const rooms = new Map<string, FakeRoom>();
  const issued: TokenGrant[] = [];

  const answer = () => {
    if (fake.away) throw new Failure("media-unavailable", { retryAfter: 1 });
  };

  const fake: FakeMediaServer = {
    away: false,
    issued,
    asked: [],
    called: [],
    hinted: [],

    ensureRoom: async (roomName, state) => {
      answer();
      if (!rooms.has(roomName)) {
        rooms.set(roomName, { sid: newSid("RM"), state, participants: new Map() });
      }
    },
    updateRoomState: async (roomName, state) => {
      answer();
      const room = rooms.get(roomName);
      if (room) room.state = state;
    },
    deleteRoom: async (roomName) => {
      answer();
      rooms.delete(roomName);
    },
    findRoom: async (roomName) => {
      answer();
      const room = rooms.get(roomName);
      return (
        room && { sid: room.sid, participants: [...room.participants.values()], state: room.state }
      );
    },
    countParticipants: async (roomNames) => {
      answer();
      return new Map(roomNames.map((name) => [name, rooms.get(name)?.participants.size ?? 0]));
    },
    listParticipants: async (roomName) => {
      answer();
      return [...(rooms.get(roomName)?.participants.values() ?? [])];
    },
    removeParticipant: async (roomName, identity) => {
      answer();
      rooms.get(roomName)?.participants.delete(identity);
    },
    updateParticipant: async (roomName, identity, standing) => {
      answer();
      const person = rooms.get(roomName)?.participants.get(identity);
      if (!person) return;
      person.name = standing.name;
      person.role = standing.role;
      person.hand_raised_at = standing.handRaisedAt;
      person.may_publish = standing.sources;
      person.can_publish_data = standing.canPublishData;
      person.tracks = person.tracks.filter(
        ({ source }) => source === "unknown" || standing.sources.includes(source),
      );
    },
    askToUnmute: async (roomName, identity, { at, by }) => {
      answer();
      if (rooms.get(roomName)?.participants.has(identity)) fake.asked.push({ identity, at, by });
    },
    callOn: async (roomName, identity, { at, by }) => {
      answer();
      const person = rooms.get(roomName)?.participants.get(identity);
      if (!person) return;
      fake.called.push({ identity, at, by });
      if (needsMicrophone(person)) fake.asked.push({ identity, at, by });
    },
    mute: async (roomName, identity, sources) => {
      answer();
      const person = rooms.get(roomName)?.participants.get(identity);
      if (!person) return;
      const wanted = new Set<string>(sources);
      person.tracks = person.tracks.map((track) =>
        wanted.has(track.source) ? { ...track, muted: true } : track,
      );
    },
    hint: async (roomName, identities, topic) => {
      if (!fake.away && rooms.has(roomName)) fake.hinted.push({ identities, topic });
    },
    issueToken: async (grant) => {
      issued.push(grant);
      return {
        token: `fake.${Buffer.from(JSON.stringify(grant)).toString("base64url")}`,
        expiresAt: new Date(clock.now().getTime() + 600_000).toISOString(),
      };
    },
    ping: async () => answer(),

    enter: (roomName, person) => {
      const room = rooms.get(roomName);
      if (!room) throw new Error(`LiveKit has no room ${roomName}, and would refuse the token.`);
      const participant: LiveParticipant = {
        participant_sid: newSid("PA"),
        name: person.identity,
        role: "participant",
        state: "active",
        joined_at: clock.now().toISOString(),
        is_publisher: false,
        hand_raised_at: null,
        tracks: [],
        may_publish: ["camera", "microphone", "screen_share", "screen_share_audio"],
        can_publish_data: true,
        ...person,
      };
      room.participants.set(participant.identity, participant);
      return participant;
    },
    leave: (roomName, identity) => {
      rooms.get(roomName)?.participants.delete(identity);
    },
    stateOf: (roomName) => rooms.get(roomName)?.state,
    restart: () => rooms.clear(),
  };
  return fake;
}
