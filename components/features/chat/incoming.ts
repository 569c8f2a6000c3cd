// What comes straight from others in the call, as streams on LiveKit's own topic for chat.
import {
  type ByteStreamReader,
  type RemoteParticipant,
  type Room,
  RoomEvent,
  type TextStreamReader,
} from "livekit-client";
import { countDropped } from "@/components/call/dropped-data";
import { Flood, filesInMinute } from "./flood";
import type { Heard } from "./merge-messages";
import { chatTopic, discard, readText, StreamText, saidOf, senderOf } from "./stream-rules";

/** What somebody sends on coming in may be here before the news that they came. */
const arrivalWithinMs = 3_000;

/** Settles once LiveKit has told of somebody, or does not. */
function arrival(room: Room, identity: string): Promise<void> {
  if (room.remoteParticipants.has(identity)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      room.off(RoomEvent.ParticipantConnected, came);
      resolve();
    };
    const came = (participant: RemoteParticipant) => {
      if (participant.identity === identity) end();
    };
    const timer = setTimeout(end, arrivalWithinMs);
    room.on(RoomEvent.ParticipantConnected, came);
  });
}

interface Listener {
  isChatAllowed: () => boolean;
  onText: (heard: Heard) => void;
  onFile: (reader: ByteStreamReader, sender: RemoteParticipant) => void;
}

/** Listens to a room's chat. Returns what ends it. */
export function listenToChat(room: Room, { isChatAllowed, onText, onFile }: Listener): () => void {
  const texts = new Flood(30, 10_000);
  const files = new Flood(filesInMinute.taken, 60_000);

  /** Who sent it, if they may, and do not send too much. */
  const admit = async (flood: Flood, identity: string) => {
    const isLet = flood.lets(identity, Date.now());
    await arrival(room, identity);
    return isLet ? senderOf(room.remoteParticipants, identity, isChatAllowed()) : undefined;
  };

  const receiveText = async (reader: TextStreamReader, identity: string) => {
    const admitted = admit(texts, identity);
    const text = StreamText.safeParse(await readText(reader)).data;
    const sender = await admitted;
    const { id, ...said } = saidOf(reader.info, room.localParticipant.identity);
    if (text === undefined || !sender || id === undefined) {
      countDropped(chatTopic);
      return;
    }
    onText({
      id: `${identity}.${id}`,
      author: { identity, name: sender.name || identity },
      ...said,
      at: Date.now(),
      content: { kind: "text", text },
    });
  };

  const receiveFile = async (reader: ByteStreamReader, identity: string) => {
    const sender = await admit(files, identity);
    if (sender) {
      onFile(reader, sender);
      return;
    }
    countDropped(chatTopic);
    await discard(reader);
  };

  room.registerTextStreamHandler(chatTopic, (reader, { identity }) => {
    // A stream that breaks off was no message.
    receiveText(reader, identity).catch(() => countDropped(chatTopic));
  });
  room.registerByteStreamHandler(chatTopic, (reader, { identity }) => {
    void receiveFile(reader, identity);
  });
  return () => {
    room.unregisterTextStreamHandler(chatTopic);
    room.unregisterByteStreamHandler(chatTopic);
  };
}
