// What `scripts/crowd.mjs` is asked for at the command line.
import { parseArgs } from "node:util";
import { Obstacle } from "./say.mjs";

export const help = `node scripts/crowd.mjs http://localhost:3000/meeting/abc-defg-hij [options]

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

They wait where there is a lobby, and leave as people do. 48 people who send 160x92@5 and sound take about
half a core, and half a minute to come in.`;

function read(argv) {
  try {
    return parseArgs({
      args: argv,
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

/**
 * Reads the command line.
 * @param {string[]} argv without the program and the script
 * @returns what is wanted; undefined where that is the help
 * @throws {Obstacle} with the help where the meeting is not said or an option is unknown
 */
export function readCrowd(argv) {
  const { values, positionals } = read(argv);
  if (values.help) return undefined;
  const count = numberOf(values.people, "people", { least: 1 });
  const { sound, hands, chat, passcode } = values;
  return {
    api: apiOf(positionals[0] ?? ""),
    count,
    video: videoOf(values.video),
    cameras: values["no-video"] ? 0 : numberOf(values.cameras ?? String(count), "cameras"),
    screens: numberOf(values.screens, "screens"),
    seconds:
      values.seconds === undefined
        ? undefined
        : numberOf(values.seconds, "seconds", { least: 1, most: 86_400 }),
    sound,
    hands,
    chat,
    passcode,
  };
}
