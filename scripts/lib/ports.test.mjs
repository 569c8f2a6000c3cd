import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import { afterEach, expect, it } from "vitest";
import { checkHost, checkPorts, portsNeeded, takenPorts } from "./ports.mjs";

const open = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function listen(host) {
  const server = net.createServer().listen(0, host);
  open.push(server);
  await once(server, "listening");
  return server.address().port;
}

it("wants one port for the app and three for LiveKit", () => {
  expect(portsNeeded({ port: 3000 })).toHaveLength(1);
  expect(
    portsNeeded({ port: 3000, livekitPort: 7880 }).map(({ port, kind }) => `${port}/${kind}`),
  ).toEqual(["3000/tcp", "7880/tcp", "7881/tcp", "7882/udp"]);
});

it.each(["127.0.0.1", "0.0.0.0"])("sees who listens on %s", async (host) => {
  const port = await listen(host);
  const [taken] = await takenPorts([{ port, kind: "tcp", name: "PORT" }]);
  expect(taken?.port).toBe(port);
});

it("sees who has a UDP port", async () => {
  const socket = dgram.createSocket("udp4");
  open.push(socket);
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const need = { port: socket.address().port, kind: "udp", name: "LIVEKIT_PORT + 2" };
  expect(await takenPorts([need])).toEqual([need]);
});

it("names the taken port and its variable, and offers others", async () => {
  const port = await listen("127.0.0.1");
  const failure = await checkPorts({ port }).catch((error) => error);
  expect(failure.message).toContain(`Port ${port} (PORT) is taken`);
  expect(failure.next).toMatch(/PORT=\d+ DATA_DIR=\S+ npm run dev/);
});

it("says nothing when all are free", async () => {
  const port = await listen("127.0.0.1");
  open.pop().close();
  await checkPorts({ port });
});

it.each(["999.1.1.1", "192.0.2.1"])("names HOST where %s is not this machine", async (host) => {
  await expect(checkHost(host)).rejects.toThrow(`HOST is "${host}"`);
});

it.each(["127.0.0.1", "0.0.0.0", "localhost"])("takes %s as HOST", async (host) => {
  await checkHost(host);
});
