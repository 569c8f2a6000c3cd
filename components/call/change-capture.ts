/** As much of a person's own track as it takes to have it captured by another device. */
interface Captured {
  isMuted: boolean;
  mediaStreamTrack: Pick<MediaStreamTrack, "readyState" | "getSettings">;
}

/** "kept": the device from before goes on; "lost": none does. */
export type Change = { is: "changed" } | { is: "kept" | "lost"; error: unknown };

/**
 * Has a track captured by another device. LiveKit's client stops the one before it asks for the other, as Safari
 * needs it; where the other does not come, the one before is opened again.
 */
export async function changeCapture(
  track: Captured | undefined,
  change: () => Promise<unknown>,
  reopen: (deviceId: string | undefined) => Promise<unknown>,
): Promise<Change> {
  const { deviceId } = track?.mediaStreamTrack.getSettings() ?? {};
  // What is off and captures nothing is not to begin with that now. A microphone that is off still does.
  const isCaptured = track && (!track.isMuted || track.mediaStreamTrack.readyState === "live");
  try {
    await change();
    return { is: "changed" };
  } catch (error) {
    if (!isCaptured || track.mediaStreamTrack.readyState === "live") {
      return { is: "kept", error };
    }
    try {
      await reopen(deviceId);
      return { is: "kept", error };
    } catch {
      return { is: "lost", error };
    }
  }
}
