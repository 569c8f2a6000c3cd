// People who do not exist, in a LiveKit room.
import "./quiet-livekit.mjs";
import { setTimeout as pause } from "node:timers/promises";
import {
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import { ask, takeSeat } from "./crowd-api.mjs";
import { movingPicture, voice } from "./crowd-media.mjs";
import { say } from "./say.mjs";

const names =
  "Lena Fischer,Kenji Sato,Amara Okafor,Tomás Ruiz,Priya Nair,Jonas Berg,Mei Lin,Sofia Rossi,Omar Haddad,Ingrid Dahl,Kofi Mensah,Ana Souza,Yusuf Demir,Chloé Martin,Ravi Patel,Hana Kim,Piotr Nowak,Leila Rahimi,Diego Torres,Freya Olsen,Nadia Petrova,Samuel Adeyemi,Mina Tanaka,Lucas Weber,Zara Ahmed,Mateo Silva,Elif Kaya,Noah Cohen,Aisha Bello,Viktor Horvat,Rosa Jiménez,Tariq Aziz,Emma Lund,Daniel Moreau,Sana Malik,Oleg Bondar,Grace Wanjiru,Marco Conti,Linh Tran,Björn Lindqvist,Farah Khan,Hugo Dubois,Nina Kovač,Kwame Asante,Alba Ferrer,Ivan Petrov,Maya Levi,Théo Laurent,Salma Idrissi,Erik Holm".split(
    ",",
  );
/** LiveKit encodes the silence of every open microphone, too: 48 of them take more than a core. */
const mostVoices = 8;
const lines = [
  "Good morning, all!",
  "Can everybody hear me?",
  "I like the second one better.",
  "Shall we take that next week?",
  "+1",
  "I have put it into the document.",
  "One moment, somebody is at the door.",
  "That is what I meant, thank you.",
];

const publishAs = (source, encoding) =>
  new TrackPublishOptions({
    source,
    simulcast: false,
    ...(encoding ? { videoEncoding: encoding } : {}),
  });

async function publishPicture(room, name, picture, source, { width, height, fps }) {
  const bits = Math.round(width * height * fps * 0.12);
  await room.localParticipant.publishTrack(
    LocalVideoTrack.createVideoTrack(name, picture.source),
    publishAs(source, { maxBitrate: BigInt(Math.max(60_000, bits)), maxFramerate: fps }),
  );
}

/** Those who are in, what they send and what they do. */
export class Crowd {
  #wanted;
  #signal;
  #people = [];
  #arrived = 0;
  #written = 0;
  /** Twelve cameras at most, however many look through them. */
  #pictures = new Map();

  /**
   * @param wanted what `readCrowd` returns
   * @param {AbortSignal} signal when all are to go
   */
  constructor(wanted, signal) {
    this.#wanted = wanted;
    this.#signal = signal;
  }

  get size() {
    return this.#people.length;
  }

  /** All come, four at a time; settles when nobody is on the way any more. */
  async comeIn() {
    const waiting = Array.from({ length: this.#wanted.count }, (_, index) => index);
    const helpers = Array.from({ length: 4 }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (this.#signal.aborted) return;
        await this.#bring(next).catch((error) => {
          // One who is refused is refused for all.
          waiting.length = 0;
          throw error;
        });
      }
    });
    for (const { reason } of await Promise.allSettled(helpers)) if (reason) throw reason;
  }

  /** What they do until they go. */
  async act() {
    const { sound, hands, chat } = this.#wanted;
    await Promise.all([
      ...(sound ? [this.#every(() => 2500 + Math.random() * 3000, this.#turn)] : []),
      ...(hands ? [this.#every(() => 4000, this.#hand)] : []),
      ...(chat ? [this.#every(() => 3000, this.#write)] : []),
    ]);
  }

  /** Settles when the last of those who came is out, by whoever's doing. */
  async allGone() {
    const each = this.#people.map(({ gone }) => gone);
    await Promise.all(each);
  }

  /** @returns {Promise<number>} how many there were to leave */
  async leave() {
    const leaving = this.#people.splice(0);
    for (const picture of this.#pictures.values()) picture.stop();
    await Promise.all(
      leaving.map(async ({ room, voice: own }) => {
        own?.stop();
        // A server that is gone answers no goodbye.
        await Promise.race([room.disconnect().catch(() => undefined), pause(3000)]);
      }),
    );
    await dispose();
    return leaving.length;
  }

  async #bring(index) {
    const { api, passcode, count, cameras, screens, video, sound } = this.#wanted;
    const name = names[index % names.length] + (index < names.length ? "" : ` ${index}`);
    const joined = await takeSeat(api, name, { passcode, signal: this.#signal });
    const room = new Room();
    const gone = new Promise((resolve) => room.once(RoomEvent.Disconnected, resolve));
    await room.connect(joined.server_url, joined.participant_token, {
      autoSubscribe: false,
      dynacast: true,
    });
    const { participant_identity: identity, seat_token: seat } = joined;
    const person = { name, room, identity, seat, gone, hasHandUp: false };
    this.#people.push(person);
    void gone.then(() => {
      person.voice?.stop();
      const place = this.#people.indexOf(person);
      if (place >= 0) this.#people.splice(place, 1);
      if (!this.#signal.aborted) say(`${name} is out`);
    });
    if (index < cameras) {
      const hue = (index % 12) * 30;
      const picture = this.#picture(`person ${hue}`, { ...video, hue });
      await publishPicture(room, "camera", picture, TrackSource.SOURCE_CAMERA, video);
    }
    if (index < screens) {
      const screen = { width: 1280, height: 720, fps: 3 };
      const hue = (index * 75) % 360;
      const picture = this.#picture(`screen ${hue}`, { ...screen, hue, kind: "screen" });
      await publishPicture(room, "screen", picture, TrackSource.SOURCE_SCREENSHARE, screen);
    }
    if (sound && index < mostVoices) {
      person.voice = voice(95 + ((index * 23) % 140));
      await room.localParticipant.publishTrack(
        LocalAudioTrack.createAudioTrack("microphone", person.voice.source),
        publishAs(TrackSource.SOURCE_MICROPHONE),
      );
    }
    this.#arrived += 1;
    say(`${name} is in (${this.#arrived} of ${count})`);
  }

  #picture(key, options) {
    const known = this.#pictures.get(key);
    if (known) return known;
    const picture = movingPicture(options);
    this.#pictures.set(key, picture);
    return picture;
  }

  async #every(ms, act) {
    while (!this.#signal.aborted) {
      await act().catch((error) => say(`  ${error.message}`));
      await pause(ms(), undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  #anyone() {
    return this.#people[Math.floor(Math.random() * this.#people.length)];
  }

  /** Somebody else speaks; now and then two at once. */
  #turn = async () => {
    const voices = this.#people.flatMap(({ voice: own }) => own ?? []);
    for (const own of voices) own.isSpeaking = false;
    const speakers = Math.random() < 0.25 ? 2 : 1;
    for (let each = 0; each < speakers; each += 1) {
      const own = voices[Math.floor(Math.random() * voices.length)];
      if (own) own.isSpeaking = true;
    }
  };

  #hand = async () => {
    const person = this.#anyone();
    if (!person) return;
    const { status, answer } = await ask(`${this.#wanted.api}/participants/${person.identity}`, {
      method: "PATCH",
      body: { hand_raised: !person.hasHandUp },
      seat: person.seat,
    });
    if (status < 400) person.hasHandUp = !person.hasHandUp;
    else say(`${person.name}'s hand was not turned: ${answer.detail}`);
  };

  #write = async () => {
    const person = this.#anyone();
    if (!person) return;
    const text = lines[this.#written % lines.length];
    this.#written += 1;
    // The id under which LiveKit sends it is the one it is kept by: nobody reads it twice.
    const { streamId: id } = await person.room.localParticipant.sendText(text, {
      topic: "lk.chat",
    });
    const { status, answer } = await ask(`${this.#wanted.api}/messages`, {
      body: { id, text },
      seat: person.seat,
    });
    if (status >= 400) say(`A message was not kept: ${answer.detail}`);
  };
}
