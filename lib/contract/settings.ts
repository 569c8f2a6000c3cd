import { z } from "zod";
import { lineOfText } from "./text";

/** What a meeting allows, as everybody may know it. The passcode itself is never part of it. */
export const Settings = z
  .strictObject({
    lobby: z.boolean().describe("Newcomers wait until a host admits them."),
    has_passcode: z.boolean().describe("Newcomers have to give the meeting's passcode."),
    locked: z.boolean().describe("Nobody new is let in."),
    wait_for_host: z.boolean().describe("Nobody is let in until a host is inside."),
    max_participants: z
      .int()
      .min(1)
      .max(1000)
      .nullable()
      .describe(
        "The most people who may be inside at once; null for no limit of the meeting's own.",
      ),
    mute_on_entry: z.boolean().describe("Newcomers come in with the microphone off."),
    allow: z.strictObject({
      microphone: z.boolean(),
      camera: z.boolean(),
      screen_share: z.boolean(),
      chat: z.boolean(),
      reactions: z.boolean(),
      rename: z.boolean(),
    }),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  lobby: false,
  has_passcode: false,
  locked: false,
  wait_for_host: false,
  max_participants: null,
  mute_on_entry: false,
  allow: {
    microphone: true,
    camera: true,
    screen_share: true,
    chat: true,
    reactions: true,
    rename: true,
  },
};

/** What newcomers give when the meeting asks for it: one line, 4 to 64 characters. */
export const Passcode = lineOfText("A passcode", 64, 4);

const { allow, has_passcode: _, ...switches } = Settings.shape;

/**
 * The settings a caller may change: those that are named, the rest stays. Strict: a setting that nothing
 * enforces is refused (422), never taken and forgotten.
 */
export const SettingsChange = z
  .strictObject({
    ...switches,
    passcode: Passcode.nullable().describe("null takes it away."),
    allow: allow.partial(),
  })
  .partial()
  .meta({ id: "SettingsChange", example: { lobby: true, allow: { screen_share: false } } });
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The settings as they are after a change. */
export function withChange(
  settings: Settings,
  { passcode, allow: allowed, ...change }: SettingsChange,
): Settings {
  return {
    ...settings,
    ...withoutUndefined(change),
    has_passcode: passcode === undefined ? settings.has_passcode : passcode !== null,
    allow: { ...settings.allow, ...withoutUndefined(allowed ?? {}) },
  };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(some: T): Defined<T>;
function withoutUndefined(some: object): object {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
}
