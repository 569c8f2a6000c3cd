// How a meeting id is spelled and read. No zod here: the landing page uses it and has to stay small.

/** The one spelling that answers, links and the store use: `abc-defg-hij`. */
export const meetingIdPattern = /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/;

/**
 * What a person may type for a code: letters in any case, with spaces, hyphens or nothing between.
 * This is the pattern that the OpenAPI document publishes for ids in paths.
 */
export const spokenMeetingIdPattern = /^\s*(?:[A-Za-z][\s-]*){10}$/;

/**
 * Brings a code, however it is typed (`ABC DEFG HIJ`, `abcdefghij`), to `abc-defg-hij`.
 * Anything that cannot be a code comes back as it is, trimmed, so that the caller's check names it.
 */
export function normaliseMeetingCode(text: string): string {
  const trimmed = text.trim();
  const letters = trimmed.replace(/[\s\-\u2010-\u2015_.]+/g, "").toLowerCase();
  if (!/^[a-z]{10}$/.test(letters)) return trimmed;
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

/**
 * Finds the code in whatever somebody pasted: a code in any spelling or a whole link to a meeting.
 * Returns the normalised code, or undefined where there is none.
 */
export function findMeetingCode(text: string): string | undefined {
  const path = /\/meeting\/([^/?#\s]+)/i.exec(text)?.[1];
  const code = normaliseMeetingCode(path === undefined ? text : safeDecode(path));
  return meetingIdPattern.test(code) ? code : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
