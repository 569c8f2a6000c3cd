// What comes straight from others in the call, as streams on LiveKit's own topic for chat.
import type { ByteStreamReader, RemoteParticipant, Room, TextStreamReader } from "livekit-client";
import { countDropped } from "@/components/call/dropped-data";
import { arrival } from "./arrival";
import { Flood, filesInMinute } from "./flood";
import type { Heard } from "./merge-messages";
import {
  chatTopic,
  discard,
  readText,
  type Said,
  StreamText,
  saidOf,
  senderOf,
} from "./stream-rules";

interface Listener {
  isChatAllowed: () => boolean;
  onText: (heard: Heard) => void;
  onFile: (reader: ByteStreamReader, said: Said, sender: RemoteParticipant) => void;
}

/** So many texts of one person's in ten seconds, and so many that have begun and not ended. */
const mostTexts = 30;

/** Listens to a room's chat. Returns what ends it. */
export function listenToChat(room: Room, { isChatAllowed, onText, onFile }: Listener): () => void {
  const texts = new Flood(mostTexts, 10_000);
  const files = new Flood(filesInMinute.taken, 60_000);
  /** Whose texts are coming, once for each. */
  const coming: string[] = [];

  /** Who sent it, if they may. */
  const senderHere = async (identity: string) => {
    await arrival(room, identity);
    return senderOf(room.remoteParticipants, identity, isChatAllowed());
  };
  const drop = async (reader: AsyncIterable<unknown>) => {
    countDropped(chatTopic);
    await discard(reader);
  };

  const receiveText = async (reader: TextStreamReader, identity: string) => {
    const { id, to, replyTo } = saidOf(reader.info, room.localParticipant.identity);
    const others = coming.filter((one) => one === identity).length;
    if (!texts.lets(identity, Date.now()) || others >= mostTexts) return drop(reader);
    const arrived = senderHere(identity);
    coming.push(identity);
    const whole = await readText(reader).finally(() => coming.splice(coming.indexOf(identity), 1));
    const text = StreamText.safeParse(whole).data;
    const sender = await arrived;
    if (text === undefined || !sender || id === undefined) {
      countDropped(chatTopic);
      return;
    }
    onText({
      id: `${identity}.${id}`,
      author: { identity, name: sender.name || identity },
      to,
      replyTo,
      at: Date.now(),
      content: { kind: "text", text },
    });
  };

  const receiveFile = async (reader: ByteStreamReader, identity: string) => {
    const said = saidOf(reader.info, room.localParticipant.identity);
    const isLet = files.lets(identity, Date.now());
    const sender = isLet ? await senderHere(identity) : undefined;
    if (sender) onFile(reader, said, sender);
    else await drop(reader);
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
