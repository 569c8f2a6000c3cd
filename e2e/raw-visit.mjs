// Runs in a page with LiveKit's own client alone (`LivekitClient`), which is all that somebody needs who
// does not play along.

/**
 * Comes in with a token and stays until put out, or as long as `leaveAfterMs` says.
 * @param {{ url: string, token: string, leaveAfterMs?: number }} options
 * @returns {Promise<{ mediaMs: number, signalMs: number, reason: string, tokens: string[] }>} how long they
 *   could send and receive media, how long LiveKit kept them since it took the token, how that ended, and
 *   the tokens that it gave meanwhile
 */
export async function visit({ url, token, leaveAfterMs }) {
  const { Room, DisconnectReason } = globalThis.LivekitClient;
  let mediaSince;
  globalThis.NativePeerConnection ??= globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends globalThis.NativePeerConnection {
    constructor(...options) {
      super(...options);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") mediaSince ??= performance.now();
      });
    }
  };
  const room = new Room();
  let since;
  const tokens = new Set();
  // LiveKit gives whoever connects a new one, good for ten more minutes; the client keeps it to itself.
  const looking = setInterval(() => {
    if (room.engine?.token) tokens.add(room.engine.token);
  }, 10);
  room.once("signalConnected", () => {
    since = performance.now();
  });
  const gone = new Promise((resolve) => {
    room.once("disconnected", (reason) => resolve(DisconnectReason[reason ?? 0] ?? ""));
    room.connect(url, token, { maxRetries: 0 }).then(
      () => {
        room.localParticipant.setCameraEnabled(true).catch(() => undefined);
        if (leaveAfterMs !== undefined) setTimeout(() => void room.disconnect(), leaveAfterMs);
      },
      // Put out before there was any media is put out, too.
      (error) => resolve(String(error)),
    );
  });
  const reason = await gone;
  clearInterval(looking);
  const now = performance.now();
  room.disconnect().catch(() => undefined);
  return {
    mediaMs: mediaSince === undefined ? 0 : now - mediaSince,
    signalMs: since === undefined ? 0 : now - since,
    reason,
    tokens: [...tokens],
  };
}
