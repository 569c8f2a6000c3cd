import { playNotesInto } from "@/components/call/play-notes";

/** Plays three notes from a speaker, the system's own without an id. Rejects where that speaker is gone. */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  try {
    const stream = context.createMediaStreamDestination();
    const element = new Audio();
    element.srcObject = stream.stream;
    if (speakerId && "setSinkId" in element) await element.setSinkId(speakerId);
    await element.play();
    await playNotesInto(stream, [523, 659, 784], 0.25);
    element.srcObject = null;
  } finally {
    await context.close().catch(() => undefined);
  }
}
