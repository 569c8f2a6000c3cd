import { z } from "zod";

/**
 * Controls, line and paragraph separators, lone surrogates, and the characters that turn the reading
 * direction round: in a name they hide or forge what others read. Joiners (U+200C, U+200D) stay:
 * emoji and several scripts need them.
 */
const unreadable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Nothing but white space, joiners and other characters that draw nothing. */
const invisible = /^[\s\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]*$/u;

/** Both in the plain ranges that every reader of the document understands; of the marks the usual ones. */
const hidden = "\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069\\ufeff";
const blank = "\\s\\u00ad\\u0300-\\u036f\\u115f\\u1160\\u200b-\\u200f\\u2060-\\u206f\\u3164\\uffa0";

/** The pattern that the document gives: nothing of `refused`, and something that is seen. */
const published = (refused: string) => `^[^${refused}]*[^${refused}${blank}][^${refused}]*$`;

const codePoints = (text: string) => [...text].length;

/**
 * One line of text that others will read: NFC, trimmed, `min` (1) to `max` code points, nothing that
 * draws nothing or turns the line round.
 */
export function lineOfText(what: string, max: number, min = 1) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .superRefine((text, context) => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      if (unreadable.test(text)) refuse(`${what} may not hold control or direction characters.`);
      else if (invisible.test(text)) refuse(`${what} needs at least one visible character.`);
      else if (codePoints(text) > max) refuse(`${what} may be at most ${max} characters long.`);
      else if (codePoints(text) < min) refuse(`${what} has to be at least ${min} characters long.`);
    })
    .meta({
      override: {
        type: "string",
        minLength: min,
        maxLength: max,
        pattern: published(`\\u0000-\\u001f${hidden}`),
      },
    });
}

/** What lines may hold, besides: tabs and line breaks. */
const unreadableInText = /[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[^\P{Cc}\t\n]/u;

/** Text of several lines: NFC, line breaks as `\n`, trimmed, 1 to `max` code points. */
export function textOfLines(what: string, max: number) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .superRefine((text, context) => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      if (unreadableInText.test(text)) {
        refuse(`${what} may not hold control or direction characters.`);
      } else if (invisible.test(text)) refuse(`${what} needs at least one visible character.`);
      else if (codePoints(text) > max) refuse(`${what} may be at most ${max} characters long.`);
    })
    .meta({
      override: {
        type: "string",
        minLength: 1,
        maxLength: max,
        // Tabs and line breaks may stand in it.
        pattern: published(`\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f${hidden}`),
      },
    });
}

/** A time as answers give it: ISO 8601 in UTC. */
export const Timestamp = z.iso.datetime().meta({ example: "2026-11-23T10:00:00.000Z" });

function isInFourDigits(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
}

/** A time as callers may give it, with any offset; brought to UTC. */
export const TimestampInput = z.iso
  .datetime({
    offset: true,
    message: "A time with a zone is needed, such as 2026-11-23T10:00:00Z.",
  })
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()), "This time does not exist.")
  // An offset may lead out of the years that four digits write, and answers are written so.
  .refine((date) => isInFourDigits(date), "This time is too far away.")
  .transform((date) => date.toISOString())
  .meta({ override: { type: "string", format: "date-time" } });
