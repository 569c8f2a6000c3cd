// Runs in a page with LiveKit's own client alone (`LivekitClient`): somebody who does not play along.

/**
 * Comes in with a token and sends whatever is asked, as streams on the chat's topic.
 * @param {{ url: string, token: string, texts: { text: string, attributes?: Record<string, string>, to?: string[] }[] }} options
 */
export async function sendRaw({ url, token, texts }) {
  globalThis.rawRoom ??= new globalThis.LivekitClient.Room();
  const room = globalThis.rawRoom;
  if (room.state !== "connected") {
    await room.connect(url, token);
    // LiveKit passes on nothing of somebody whom it has not told the others of.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  for (const { text, attributes, to } of texts) {
    await room.localParticipant.sendText(text, {
      topic: "lk.chat",
      ...(attributes ? { attributes } : {}),
      ...(to ? { destinationIdentities: to } : {}),
    });
  }
}
