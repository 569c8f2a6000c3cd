// Brings people who do not exist into any meeting, through the API as everybody comes: for developing, for
// pictures, for load. `node scripts/crowd.mjs --help` says how.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import "./lib/quiet-livekit.mjs";
import {
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import { movingPicture, voice } from "./lib/crowd-media.mjs";
import { Obstacle, run, say } from "./lib/say.mjs";

const help = `node scripts/crowd.mjs http://localhost:3000/meeting/abc-defg-hij [options]

  --people N          how many come (16)
  --video WxH@F       what each camera sends (640x360@10)
  --cameras N         only the first N have a camera (all)
  --no-video          nobody has
  --screens N         the first N share a screen, too (0)
  --sound             the first eight have a microphone on; one or two speak at a time, in turn
  --hands             some raise a hand, and lower it again
  --chat              somebody writes something every few seconds
  --passcode TEXT     the meeting's passcode
  --seconds N         leave after so long; without it, on Ctrl-C

They wait where there is a lobby, and leave properly. 48 people who send 160x92@5 and sound take about
half a core, and half a minute to come in.`;

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

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        people: { type: "string", default: "16" },
        video: { type: "string", default: "640x360@10" },
        cameras: { type: "string" },
        "no-video": { type: "boolean", default: false },
        screens: { type: "string", default: "0" },
        sound: { type: "boolean", default: false },
        hands: { type: "boolean", default: false },
        chat: { type: "boolean", default: false },
        passcode: { type: "string" },
        seconds: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new Obstacle(error.message, help);
  }
}

function numberOf(text, name, { least = 0, most = 500 } = {}) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Obstacle(`--${name} takes a whole number from ${least} to ${most}, not “${text}”.`);
}

function videoOf(text) {
  const [, width, height, fps] = /^(\d+)x(\d+)@(\d+)$/.exec(text) ?? [];
  const video = { width: Number(width), height: Number(height), fps: Number(fps) };
  const isPossible = video.width >= 16 && video.height >= 16 && video.fps >= 1 && video.fps <= 60;
  if (!isPossible || video.width % 4 !== 0 || video.height % 4 !== 0) {
    throw new Obstacle("--video is like 640x360@10: sides that four divides, up to 60 a second.");
  }
  return video;
}

/** Where the API of a meeting is, by the link that people share. */
function apiOf(link) {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const [, id] = /^\/meeting\/([a-z-]+)\/?$/.exec(url?.pathname ?? "") ?? [];
  if (!url || !id) throw new Obstacle("Say which meeting, by its link.", help);
  return `${url.origin}/api/v1/meetings/${id}`;
}

/** One request, and what came of it. */
async function ask(url, { method = "POST", body, seat, signal } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      "content-type": "application/json",
      ...(seat === undefined ? {} : { authorization: `Bearer ${seat}` }),
    },
    body: JSON.stringify(body),
    signal,
  }).catch((cause) => {
    if (signal?.aborted) throw cause;
    throw new Obstacle(`Nobody answers at ${new URL(url).origin}.`, "Is the app running?");
  });
  return { status: response.status, answer: await response.json(), headers: response.headers };
}

/** Comes in, after as much waiting as the meeting asks for. */
async function takeSeat(api, name, { passcode, signal }) {
  let seat;
  let hasSaid = false;
  for (;;) {
    const body = { participant_name: name, ...(passcode === undefined ? {} : { passcode }) };
    const { status, answer, headers } = await ask(`${api}/join`, { body, seat, signal });
    if (status === 201) return answer;
    if (status === 202) {
      if (!hasSaid) say(`${name} waits (${answer.status})`);
      hasSaid = true;
      seat = answer.seat_token;
      await pause(answer.retry_after_ms, undefined, { signal });
    } else if (status === 429 || status === 503) {
      await pause(Number(headers.get("retry-after") ?? 1) * 1000, undefined, { signal });
    } else {
      throw new Obstacle(`${name} was not let in: ${answer.detail}`);
    }
  }
}

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

async function main() {
  const { values, positionals } = readArguments();
  if (values.help) {
    say(help);
    return;
  }
  const api = apiOf(positionals[0] ?? "");
  const count = numberOf(values.people, "people", { least: 1 });
  const video = videoOf(values.video);
  const cameras = values["no-video"] ? 0 : numberOf(values.cameras ?? String(count), "cameras");
  const screens = numberOf(values.screens, "screens");
  const seconds = values.seconds && numberOf(values.seconds, "seconds", { least: 1, most: 86_400 });

  const leaving = new AbortController();
  const { signal } = leaving;
  for (const each of ["SIGINT", "SIGTERM"]) process.on(each, () => leaving.abort());
  if (seconds) setTimeout(() => leaving.abort(), seconds * 1000).unref();

  /** Twelve cameras at most, however many look through them. */
  const pictures = new Map();
  const pictureOf = (key, options) => {
    if (!pictures.has(key)) pictures.set(key, movingPicture(options));
    return pictures.get(key);
  };
  const people = [];
  let arrived = 0;

  async function comeIn(index) {
    const name = names[index % names.length] + (index < names.length ? "" : ` ${index}`);
    const joined = await takeSeat(api, name, { passcode: values.passcode, signal });
    const room = new Room();
    await room.connect(joined.server_url, joined.participant_token, {
      autoSubscribe: false,
      dynacast: true,
    });
    const person = { name, room, identity: joined.participant_identity, seat: joined.seat_token };
    people.push(person);
    room.on(RoomEvent.Disconnected, () => {
      const place = people.indexOf(person);
      if (place >= 0) people.splice(place, 1);
      if (!signal.aborted) say(`${name} is out`);
    });
    if (index < cameras) {
      const hue = (index % 12) * 30;
      await publishPicture(
        room,
        "camera",
        pictureOf(`person ${hue}`, { ...video, hue }),
        TrackSource.SOURCE_CAMERA,
        video,
      );
    }
    if (index < screens) {
      const screen = { width: 1280, height: 720, fps: 3 };
      const hue = (index * 75) % 360;
      const picture = pictureOf(`screen ${hue}`, { ...screen, hue, kind: "screen" });
      await publishPicture(room, "screen", picture, TrackSource.SOURCE_SCREENSHARE, screen);
    }
    if (values.sound && index < mostVoices) {
      person.voice = voice(95 + ((index * 23) % 140));
      await room.localParticipant.publishTrack(
        LocalAudioTrack.createAudioTrack("microphone", person.voice.source),
        publishAs(TrackSource.SOURCE_MICROPHONE),
      );
    }
    arrived += 1;
    say(`${name} is in (${arrived} of ${count})`);
  }

  const anyone = () => people[Math.floor(Math.random() * people.length)];
  const patch = (person, body) =>
    ask(`${api}/participants/${person.identity}`, { method: "PATCH", body, seat: person.seat });
  const every = async (ms, act) => {
    while (!signal.aborted) {
      await act().catch((error) => say(`  ${error.message}`));
      await pause(ms(), undefined, { signal }).catch(() => undefined);
    }
  };
  const turn = async () => {
    for (const { voice: own } of people) if (own) own.isSpeaking = false;
    const speakers = Math.random() < 0.25 ? 2 : 1;
    for (let each = 0; each < speakers; each += 1) {
      const voices = people.flatMap(({ voice: own }) => own ?? []);
      const own = voices[Math.floor(Math.random() * voices.length)];
      if (own) own.isSpeaking = true;
    }
  };
  const hand = async () => {
    const person = anyone();
    if (!person) return;
    person.hasHandUp = !person.hasHandUp;
    await patch(person, { hand_raised: person.hasHandUp });
  };
  let written = 0;
  const write = async () => {
    const person = anyone();
    if (!person) return;
    const text = lines[written % lines.length];
    written += 1;
    // The id under which LiveKit sends it is the one it is kept by: nobody reads it twice.
    const { streamId: id } = await person.room.localParticipant.sendText(text, {
      topic: "lk.chat",
    });
    const { status, answer } = await ask(`${api}/messages`, {
      body: { id, text },
      seat: person.seat,
    });
    if (status >= 400) say(`A message was not kept: ${answer.detail}`);
  };

  try {
    const waiting = Array.from({ length: count }, (_, index) => index);
    const helpers = Array.from({ length: 4 }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (signal.aborted) return;
        await comeIn(next);
      }
    });
    const doings = [
      ...(values.sound ? [every(() => 2500 + Math.random() * 3000, turn)] : []),
      ...(values.hands ? [every(() => 4000, hand)] : []),
      ...(values.chat ? [every(() => 3000, write)] : []),
    ];
    await Promise.all(helpers);
    say(`${people.length} ${people.length === 1 ? "person is" : "people are"} in`);
    if (!signal.aborted) {
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    }
    await Promise.all(doings);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    leaving.abort();
    for (const picture of pictures.values()) picture.stop();
    await Promise.all(
      people.splice(0).map(async ({ room, voice: own }) => {
        own?.stop();
        // A server that is gone answers no goodbye.
        await Promise.race([room.disconnect().catch(() => undefined), pause(3000)]);
      }),
    );
    await dispose();
    say("All have left");
  }
}

await run(main);
process.exit(0);
