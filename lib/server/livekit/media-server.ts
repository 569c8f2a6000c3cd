import "server-only";
import { DataPacket_Kind, RoomServiceClient, type TrackInfo } from "livekit-server-sdk";
import { MeetingState } from "@/lib/contract/meeting-state";
import {
  type LiveParticipant,
  type MediaServer,
  needsMicrophone,
} from "@/lib/server/ports/media-server";
import { signAccessToken } from "./access-token";
import { attributesOf, permissionOf, sourceFromLiveKit, toLiveParticipant } from "./people";
import { createReach, isGone } from "./reach";

const timeoutSeconds = 3;

/** How long LiveKit keeps a room that nobody has entered yet, and one that everybody has left. */
const emptyTimeout = 600;
const departureTimeout = 20;

export interface LiveKitOptions {
  /** As the server reaches it: ws, wss, http or https. */
  url: string;
  apiKey: string;
  apiSecret: string;
}

function stateIn(metadata: string): MeetingState | undefined {
  try {
    return MeetingState.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

export function createLiveKitMediaServer({ url, apiKey, apiSecret }: LiveKitOptions): MediaServer {
  const rooms = new RoomServiceClient(url.replace(/^ws/, "http"), apiKey, apiSecret, {
    requestTimeout: timeoutSeconds,
  });
  const reach = createReach();

  /** For what has nothing to do where the room or the participant is gone. */
  async function unlessGone<T, G>(gone: G, call: () => Promise<T>): Promise<T | G> {
    try {
      return await reach(call);
    } catch (error) {
      if (isGone(error)) return gone;
      throw error;
    }
  }

  async function list(roomName: string): Promise<LiveParticipant[]> {
    const now = new Date().toISOString();
    const infos = await unlessGone([], () => rooms.listParticipants(roomName));
    return infos.flatMap((info) => toLiveParticipant(info, now));
  }

  return {
    ensureRoom: async (roomName, state) => {
      await reach(() =>
        rooms.createRoom({
          name: roomName,
          emptyTimeout,
          departureTimeout,
          metadata: JSON.stringify(state),
        }),
      );
    },

    updateRoomState: async (roomName, state) => {
      await unlessGone(undefined, () => rooms.updateRoomMetadata(roomName, JSON.stringify(state)));
    },

    deleteRoom: async (roomName) => {
      await unlessGone(undefined, () => rooms.deleteRoom(roomName));
    },

    findRoom: async (roomName) => {
      const [[room], participants] = await Promise.all([
        reach(() => rooms.listRooms([roomName])),
        list(roomName),
      ]);
      return room && { sid: room.sid, participants, state: stateIn(room.metadata) };
    },

    // Asked room by room: the counts in LiveKit's list of rooms are up to five seconds old, and naming
    // rooms there makes LiveKit go through all that it has.
    countParticipants: async (roomNames) =>
      new Map(
        await Promise.all(
          roomNames.map(async (roomName) => {
            const people = await list(roomName);
            return [roomName, people.length] as const;
          }),
        ),
      ),

    listParticipants: list,

    removeParticipant: async (roomName, identity) => {
      await unlessGone(undefined, () => rooms.removeParticipant(roomName, identity));
    },

    updateParticipant: async (roomName, identity, standing) => {
      const { name } = standing;
      const attributes = attributesOf(standing);
      const permission = permissionOf(standing);
      await unlessGone(undefined, () =>
        rooms.updateParticipant(roomName, identity, { name, attributes, permission }),
      );
    },

    askToUnmute: async (roomName, identity, { at, by }) => {
      const attributes = { unmute_asked_at: at, unmute_asked_by: by };
      await unlessGone(undefined, () =>
        rooms.updateParticipant(roomName, identity, { attributes }),
      );
    },

    callOn: async (roomName, identity, { at, by }) => {
      await unlessGone(undefined, async () => {
        const [person] = toLiveParticipant(await rooms.getParticipant(roomName, identity), at);
        const asked = person && needsMicrophone(person);
        const attributes = {
          called_on_at: at,
          called_on_by: by,
          ...(asked ? { unmute_asked_at: at, unmute_asked_by: by } : {}),
        };
        await rooms.updateParticipant(roomName, identity, { attributes });
      });
    },

    mute: async (roomName, identity, sources) => {
      const tracks = await unlessGone<TrackInfo[], TrackInfo[]>([], async () => {
        const info = await rooms.getParticipant(roomName, identity);
        return info.tracks;
      });
      const wanted = new Set<string>(sources);
      const isOn = (track: TrackInfo) =>
        !track.muted && wanted.has(sourceFromLiveKit(track.source));
      await Promise.all(
        tracks
          .filter(isOn)
          .map(({ sid }) =>
            unlessGone(undefined, () => rooms.mutePublishedTrack(roomName, identity, sid, true)),
          ),
      );
    },

    hint: async (roomName, identities, topic) => {
      if (identities.length === 0) return;
      // LiveKit takes a message to nobody in particular for one to everybody.
      const to = {
        destinationIdentities: identities === "everybody" ? [] : [...identities],
        topic,
      };
      // Into a room that is gone LiveKit waits three seconds for an answer and calls itself unavailable.
      // That must not count as LiveKit being away.
      await rooms
        .sendData(roomName, new Uint8Array(), DataPacket_Kind.RELIABLE, to)
        .catch(() => undefined);
    },

    issueToken: (grant) => signAccessToken({ apiKey, apiSecret }, grant),

    ping: async () => {
      // A name that no room has: the cheapest question that LiveKit answers with our keys checked.
      await reach(() => rooms.listRooms(["."]), { always: true });
    },
  };
}
