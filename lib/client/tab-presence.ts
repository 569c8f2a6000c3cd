// Tabs of one browser telling each other which of them is in a call, so that one person does not throw
// herself out by opening the link twice. BroadcastChannel only: locks are missing on plain http and in
// older browsers, and a tab that crashed must not hold anything.
import { isRecord } from "./storage";

/** A call that runs in another tab of this browser. */
export interface OtherTab {
  /** The tab, as it names itself while it lives. */
  tab: string;
  /** Who that tab is in the meeting. */
  identity: string;
  /** What is switched on there, so that a tab that takes over goes on the same way. */
  microphone: boolean;
  camera: boolean;
}

export type OwnCall = Omit<OtherTab, "tab">;

type TabMessage =
  | { kind: "ask"; meetingId: string }
  | ({ kind: "here"; meetingId: string } & OtherTab)
  | { kind: "gone"; meetingId: string; tab: string }
  | { kind: "take-over"; meetingId: string; identity: string };

const channelName = "meetings.tabs";

/** Tabs answer within milliseconds; one that does not is not going to. */
const answerWithinMs = 150;

function parseTabMessage(value: unknown): TabMessage | undefined {
  if (!isRecord(value) || typeof value.meetingId !== "string") return undefined;
  const { kind, meetingId, tab, identity } = value;
  if (kind === "ask") return { kind, meetingId };
  if (kind === "gone" && typeof tab === "string") return { kind, meetingId, tab };
  if (typeof identity !== "string") return undefined;
  if (kind === "take-over") return { kind, meetingId, identity };
  if (kind === "here" && typeof tab === "string") {
    const { microphone, camera } = value;
    return {
      kind,
      meetingId,
      tab,
      identity,
      microphone: microphone === true,
      camera: camera === true,
    };
  }
  return undefined;
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    // Missing, or refused to a sandboxed frame: then every tab is alone, and LiveKit settles doubles.
    return undefined;
  }
}

/**
 * Keeps an eye on this browser's other tabs. `others` is who is in this meeting's call there as far as
 * is known; `asked` resolves once the tabs that live had the time to answer; `onChange` is told of
 * every change. Ends with `stop`.
 */
export function watchOtherTabs(
  meetingId: string,
  onChange: () => void = () => undefined,
): { others: () => OtherTab[]; asked: Promise<void>; stop: () => void } {
  const channel = openChannel();
  const tabs = new Map<string, OtherTab>();
  if (!channel) return { others: () => [], asked: Promise.resolve(), stop: () => undefined };
  channel.onmessage = ({ data }) => {
    const message = parseTabMessage(data);
    if (message?.meetingId !== meetingId) return;
    if (message.kind === "here") {
      const { tab, identity, microphone, camera } = message;
      tabs.set(tab, { tab, identity, microphone, camera });
      onChange();
    } else if (message.kind === "gone" && tabs.delete(message.tab)) {
      onChange();
    }
  };
  channel.postMessage({ kind: "ask", meetingId } satisfies TabMessage);
  let timer: ReturnType<typeof setTimeout>;
  const asked = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, answerWithinMs);
  });
  return {
    others: () => [...tabs.values()],
    asked,
    stop: () => {
      clearTimeout(timer);
      channel.close();
    },
  };
}

/** Tells the tab that is this person in the meeting that the call goes on here. */
export function takeOverCall(meetingId: string, identity: string): void {
  const channel = openChannel();
  channel?.postMessage({ kind: "take-over", meetingId, identity } satisfies TabMessage);
  channel?.close();
}

/**
 * Says to the other tabs that the call runs here, for as long as it does: returns what ends that.
 * `call` is asked each time a tab wants to know. `onTakenOver` is called when another tab goes on as
 * the same person.
 */
export function announceCall(
  meetingId: string,
  call: () => OwnCall,
  onTakenOver: () => void,
): () => void {
  const channel = openChannel();
  if (!channel) return () => undefined;
  const tab = Math.random().toString(36).slice(2);
  const sayHere = () =>
    channel.postMessage({ kind: "here", meetingId, tab, ...call() } satisfies TabMessage);
  const sayGone = () => channel.postMessage({ kind: "gone", meetingId, tab } satisfies TabMessage);
  channel.onmessage = ({ data }) => {
    const message = parseTabMessage(data);
    if (message?.meetingId !== meetingId) return;
    if (message.kind === "ask") sayHere();
    else if (message.kind === "take-over" && message.identity === call().identity) onTakenOver();
  };
  sayHere();
  globalThis.addEventListener?.("pagehide", sayGone);
  let isStopped = false;
  return () => {
    if (isStopped) return;
    isStopped = true;
    globalThis.removeEventListener?.("pagehide", sayGone);
    sayGone();
    channel.close();
  };
}
