// What the guard decides about a request, apart from any server: its verb, its address, who sent it.
import { randomUUID } from "node:crypto";
import net from "node:net";

/** The verbs that reach the app; whatever else exists or is invented is refused before it. */
export const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const refusals = {
  "malformed-url": {
    status: 400,
    reason: "Bad Request",
    title: "The address cannot be decoded.",
    detail: "The address has to be a path whose percent signs stand for UTF-8.",
  },
  "method-not-allowed": {
    status: 405,
    reason: "Method Not Allowed",
    title: "This address does not take that method.",
    detail: `The methods that this app knows are ${verbs.join(", ")}.`,
  },
};

/** @typedef {keyof typeof refusals} Refusal */

/**
 * Why a request is not let through, if so.
 * @param {string | undefined} method
 * @param {string | undefined} url  as it stands in the request line
 * @returns {Refusal | undefined}
 */
export function refusalOf(method, url) {
  if (!method || !verbs.includes(method)) return "method-not-allowed";
  if (!url?.startsWith("/")) return "malformed-url";
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return "malformed-url";
  }
  return undefined;
}

/**
 * The answer to a request that is not let through, in the shape of every problem of the API.
 * @param {Refusal} code
 * @param {{ requestId?: string | undefined, frontendUrl?: string | undefined }} [about]
 */
export function refusalAnswer(code, { requestId, frontendUrl = "" } = {}) {
  const { status, reason, title, detail } = refusals[code];
  const id = requestId && /^[\w.:-]{1,128}$/.test(requestId) ? requestId : randomUUID();
  const type = `${frontendUrl.replace(/\/+$/, "")}/problems/${code}`;
  const body = JSON.stringify({ type, title, status, detail, code, request_id: id });
  return {
    status,
    reason,
    body,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Request-Id": id,
      ...(status === 405 ? { Allow: verbs.join(", ") } : {}),
    },
  };
}

/** @param {string | undefined} text */
export function readHops(text) {
  return /^\d{1,2}$/.test(text?.trim() ?? "") ? Number(text) : 0;
}

/**
 * Who sent a request: the socket's other end, or, behind `hops` proxies of the operator's, the address
 * that the outermost of them has written down. Whatever a client claims beyond that is not looked at.
 * @param {string | undefined} socketAddress
 * @param {string | string[] | undefined} forwardedFor
 * @param {number} hops
 * @returns {string}
 */
export function clientAddress(socketAddress, forwardedFor, hops) {
  const socket = plainAddress(socketAddress) ?? "unknown";
  if (hops === 0 || !forwardedFor) return socket;
  // The last entry is the newest: each proxy adds whom it was called by.
  const entries = String(forwardedFor).split(",").reverse().slice(0, hops);
  let nearest = socket;
  for (const entry of entries) {
    const address = plainAddress(entry);
    if (!address) break;
    nearest = address;
  }
  return nearest;
}

/** An address without port, brackets, zone, or IPv6's way of writing IPv4. */
function plainAddress(text) {
  let address = text?.trim() ?? "";
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(address);
  if (bracketed) address = bracketed[1] ?? "";
  else if (/^[\d.]+:\d+$/.test(address)) address = address.slice(0, address.indexOf(":"));
  address = address.replace(/%.*$/, "").replace(/^::ffff:(?=[\d.]+$)/i, "");
  return net.isIP(address) ? address.toLowerCase() : undefined;
}
