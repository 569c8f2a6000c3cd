// The key of a host link, `/meeting/{id}#host=host_…`, between the address it came in and the one request
// that uses it. It is taken out of the address at once, before history or anybody else keeps it.
import { readStored, removeStored, writeStored } from "./storage";

const key = (meetingId: string) => `meetings.host-key.${meetingId}`;

/**
 * Runs while the page is read, before any other script of ours: takes the key out of the address and puts
 * it where `hostKeyOf` finds it. Only where the tab's storage is blocked the address keeps it until then.
 */
export function hostLinkScript(meetingId: string): string {
  const place = JSON.stringify(key(meetingId));
  return `try{const k=/^#host=([\\w-]+)$/.exec(location.hash);if(k){sessionStorage.setItem(${place},JSON.stringify(k[1]));history.replaceState(null,"",location.pathname+location.search)}}catch{}`;
}

/** Takes the key out of this tab's address, where there is one: a link opened on a page that is open. */
function takeFromAddress(meetingId: string): void {
  const found = /^#host=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (found === undefined) return;
  writeStored("tab", key(meetingId), found);
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}

/** The key this tab was opened with and has not used yet; out of the address from here on. */
export function hostKeyOf(meetingId: string): string | undefined {
  takeFromAddress(meetingId);
  const value = readStored("tab", key(meetingId));
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The key was used, or is worth nothing. */
export function forgetHostKey(meetingId: string): void {
  removeStored("tab", key(meetingId));
}
