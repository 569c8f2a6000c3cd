// Ports for the tests: nobody's yet, side by side, and below those that the system hands out by itself.
import { takenPorts } from "./ports.mjs";

const first = 20_000;
const last = 31_000;
let next = first + ((process.pid * 20) % (last - first - 200));

/**
 * Consecutive ports that are free for TCP and UDP, and that this process has not given out before.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (next + count > last) next = first;
    const ports = Array.from({ length: count }, (_, index) => next + index);
    next += count;
    const needs = ports.flatMap((port) => [
      { port, kind: /** @type {const} */ ("tcp"), name: "" },
      { port, kind: /** @type {const} */ ("udp"), name: "" },
    ]);
    if ((await takenPorts(needs)).length === 0) return ports;
  }
  throw new Error("There are no free ports to test on.");
}
