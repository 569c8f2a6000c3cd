// Runs in a page with LiveKit's own client alone (`LivekitClient`), which is all that somebody needs who
// does not play along.

/**
 * Comes in with a token and stays until put out, or as long as `leaveAfterMs` says.
 * @param {{ url: string, token: string, leaveAfterMs?: number }} options
 * @returns {Promise<{ insideMs: number, reason: string, tokens: string[] }>} how long it lasted, how it
 *   ended, and the tokens that LiveKit gave meanwhile
 */
export async function visit({ url, token, leaveAfterMs }) {
  const { Room, DisconnectReason } = globalThis.LivekitClient;
  const room = new Room();
  const gone = new Promise((resolve) => {
    room.once("disconnected", (reason) => resolve(DisconnectReason[reason ?? 0] ?? ""));
  });
  try {
    await room.connect(url, token, { maxRetries: 0 });
  } catch (error) {
    return { insideMs: 0, reason: String(error), tokens: [] };
  }
  const since = performance.now();
  room.localParticipant.setCameraEnabled(true).catch(() => undefined);
  if (leaveAfterMs !== undefined) setTimeout(() => void room.disconnect(), leaveAfterMs);
  const tokens = new Set();
  // LiveKit gives whoever connects a new one, good for ten more minutes; the client keeps it to itself.
  const looking = setInterval(() => {
    if (room.engine?.token) tokens.add(room.engine.token);
  }, 20);
  const reason = await gone;
  clearInterval(looking);
  return { insideMs: performance.now() - since, reason, tokens: [...tokens] };
}
