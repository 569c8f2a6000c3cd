// Runs in a page with LiveKit's own client alone (`LivekitClient`), which is all that somebody needs who
// does not play along.

/**
 * Comes in with a token and stays until put out, or as long as `leaveAfterMs` says.
 * @param {{ url: string, token: string, leaveAfterMs?: number }} options
 * @returns {Promise<{ mediaMs: number, signalMs: number, reason: string, tokens: string[] }>} the
 *   longest that they could send and receive media, the longest that LiveKit kept them since it took the
 *   token, how that ended, and the tokens that it gave meanwhile
 */
export async function visit({ url, token, leaveAfterMs }) {
  const { Room, DisconnectReason } = globalThis.LivekitClient;
  let mediaSince;
  let connection = 0;
  globalThis.NativePeerConnection ??= globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends globalThis.NativePeerConnection {
    constructor(...options) {
      super(...options);
      const mine = connection;
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected" && mine === connection)
          mediaSince ??= performance.now();
      });
    }
  };
  const room = new Room();
  let since;
  let mediaMs = 0;
  let signalMs = 0;
  // LiveKit's client may miss that it was put out: it then goes on connecting by itself for seconds and is put
  // out each time. Only what lies between the connections is not time in the meeting.
  const cutOff = () => {
    const now = performance.now();
    if (mediaSince !== undefined) mediaMs = Math.max(mediaMs, now - mediaSince);
    if (since !== undefined) signalMs = Math.max(signalMs, now - since);
    mediaSince = undefined;
    connection += 1;
    since = undefined;
  };
  room.on("signalReconnecting", cutOff);
  room.on("reconnecting", cutOff);
  const tokens = new Set();
  // LiveKit gives whoever connects a new one, good for ten more minutes; the client keeps it to itself.
  const looking = setInterval(() => {
    if (room.engine?.token) tokens.add(room.engine.token);
  }, 10);
  room.on("signalConnected", () => {
    since ??= performance.now();
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
  cutOff();
  room.disconnect().catch(() => undefined);
  return {
    mediaMs,
    signalMs,
    reason,
    tokens: [...tokens],
  };
}
