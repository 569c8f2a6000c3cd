// Runs in a page with LiveKit's own client alone (`LivekitClient`), which is all that somebody needs who
// does not play along.

/**
 * Comes in with a token and stays until put out, or as long as `leaveAfterMs` says.
 * @param {{ url: string, token: string, leaveAfterMs?: number }} options
 * @returns {Promise<{ mediaMs: number, reason: string, tokens: string[] }>} the longest that media came over
 *   one connection, how the visit ended, and the tokens that LiveKit gave meanwhile
 */
export async function visit({ url, token, leaveAfterMs }) {
  const { Room, DisconnectReason } = globalThis.LivekitClient;
  // Of what came in, not of `connectionState`: the browser calls a connection "connected" for seconds after
  // the other end has closed it.
  const connections = [];
  globalThis.NativePeerConnection ??= globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends globalThis.NativePeerConnection {
    constructor(...options) {
      super(...options);
      connections.push({ connection: this, packets: 0, first: undefined, last: undefined });
    }
  };
  const count = async (each) => {
    let packets = 0;
    for (const stat of (await each.connection.getStats()).values())
      if (stat.type === "inbound-rtp") packets += stat.packetsReceived;
    if (packets <= each.packets) return;
    each.packets = packets;
    each.last = performance.now();
    each.first ??= each.last;
  };
  const room = new Room();
  const tokens = new Set();
  const looking = setInterval(() => {
    // LiveKit gives whoever connects a new one, good for ten more minutes; the client keeps it to itself.
    if (room.engine?.token) tokens.add(room.engine.token);
    for (const each of connections) void count(each);
  }, 20);
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
  room.disconnect().catch(() => undefined);
  return {
    mediaMs: Math.max(0, ...connections.map(({ first = 0, last = 0 }) => last - first)),
    reason,
    tokens: [...tokens],
  };
}
