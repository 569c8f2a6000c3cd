// Names the port that is taken before anything starts: Next would silently take another, and LiveKit's webhooks would miss it.
import dgram from "node:dgram";
import net from "node:net";
import { Obstacle } from "./say.mjs";

/** @typedef {{ port: number, kind: "tcp" | "udp", name: string }} Need */

/**
 * What a start needs, in the order in which it is named.
 * @param {{ port?: number, livekitPort?: number }} places
 * @returns {Need[]}
 */
export function portsNeeded({ port, livekitPort }) {
  /** @type {Need[]} */
  const needs = [];
  if (port) needs.push({ port, kind: "tcp", name: "PORT" });
  if (livekitPort) {
    needs.push(
      { port: livekitPort, kind: "tcp", name: "LIVEKIT_PORT" },
      { port: livekitPort + 1, kind: "tcp", name: "LIVEKIT_PORT + 1" },
      { port: livekitPort + 2, kind: "udp", name: "LIVEKIT_PORT + 2" },
    );
  }
  return needs;
}

const canListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    // An address this machine does not have says nothing about the port.
    server.once("error", (error) =>
      resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * Throws an `Obstacle` where `host` is no address of this machine: the app would end with a trace.
 * @param {string} host
 */
export async function checkHost(host) {
  const problem = await new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code ?? error.message));
    server.listen({ port: 0, host }, () => server.close(() => resolve(undefined)));
  });
  if (problem === undefined) return;
  throw new Obstacle(
    `HOST is "${host}", but has to be an address or a host name of this machine (${problem}).`,
    "For example: HOST=127.0.0.1",
  );
}

const someoneAnswers = (port, host) =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(300, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });

const canBindUdp = (port) =>
  new Promise((resolve) => {
    const socket = dgram.createSocket("udp4");
    socket.once("error", () => resolve(false));
    socket.bind({ port, exclusive: true }, () => socket.close(() => resolve(true)));
  });

/**
 * @param {Need} need
 * @param {string} host
 * @returns {Promise<boolean>}
 */
async function isFree({ port, kind }, host) {
  if (kind === "udp") return canBindUdp(port);
  // Whoever listens on ::1 alone would get the browsers that ask for "localhost".
  if ((await someoneAnswers(port, "127.0.0.1")) || (await someoneAnswers(port, "::1")))
    return false;
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, host));
}

/**
 * The needs that another program has in its hands.
 * @param {Need[]} needs
 * @param {string} [host]
 * @returns {Promise<Need[]>}
 */
export async function takenPorts(needs, host = "127.0.0.1") {
  const free = await Promise.all(needs.map((need) => isFree(need, host)));
  return needs.filter((_, index) => !free[index]);
}

async function suggestion({ port, livekitPort }, host, command) {
  for (let step = 1; step <= 20; step += 1) {
    const other = {
      ...(port ? { port: port + step * 10 } : {}),
      ...(livekitPort ? { livekitPort: livekitPort + step * 10 } : {}),
    };
    if ((await takenPorts(portsNeeded(other), host)).length === 0) {
      const set = [
        other.port ? `PORT=${other.port}` : "",
        other.livekitPort ? `LIVEKIT_PORT=${other.livekitPort}` : "",
        "DATA_DIR=.data-2",
      ];
      return `Stop that program, or start this one beside it: ${set.filter(Boolean).join(" ")} ${command}`;
    }
  }
  return "Stop that program, or choose others with PORT and LIVEKIT_PORT.";
}

/**
 * Throws an `Obstacle` that names every port which is taken, and a set that is free.
 * @param {{ port?: number, livekitPort?: number }} places
 * @param {{ host?: string, command?: string }} [options]
 */
export async function checkPorts(places, { host = "127.0.0.1", command = "npm run dev" } = {}) {
  const taken = await takenPorts(portsNeeded(places), host);
  if (taken.length === 0) return;
  const names = taken.map(
    ({ port, kind, name }) => `${port}${kind === "udp" ? "/udp" : ""} (${name})`,
  );
  throw new Obstacle(
    `${taken.length === 1 ? "Port" : "Ports"} ${names.join(", ")} ${taken.length === 1 ? "is" : "are"} taken by another program.`,
    await suggestion(places, host, command),
  );
}
