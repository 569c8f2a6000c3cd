// Preloaded before Next (--import): answers what Next would answer with 500 or without a problem, and says who is calling.
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { clientAddress, readHops, refusalAnswer, refusalOf } from "./lib/guard-rules.mjs";

const REQUEST_TIMEOUT_MS = 12_000;
const HEADERS_TIMEOUT_MS = 10_000;
const CONNECTION_CHECK_MS = 2_000;

const hops = readHops(process.env.TRUST_PROXY);
const frontendUrl = process.env.FRONTEND_URL;
/** What proxies write; from anyone else it is a claim, and Next would believe some of them. */
const proxyHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

function removeHeaders(request, names) {
  // Node makes these two from the raw ones at the first look, by their number: look before it changes.
  const { headers, headersDistinct, rawHeaders: raw } = request;
  for (let index = raw.length - 2; index >= 0; index -= 2) {
    if (names.includes(raw[index].toLowerCase())) raw.splice(index, 2);
  }
  for (const name of names) {
    delete headers[name];
    delete headersDistinct[name];
  }
}

function identify(request) {
  const address = clientAddress(
    request.socket.remoteAddress,
    request.headers["x-forwarded-for"],
    hops,
  );
  removeHeaders(request, hops === 0 ? [...proxyHeaders, "x-client-address"] : ["x-client-address"]);
  request.headers["x-client-address"] = address;
  request.headersDistinct["x-client-address"] = [address];
  request.rawHeaders.push("x-client-address", address);
}

/** Answers on the bare socket, where Node has no response to write with. */
function refuseOnSocket(socket, code) {
  if (!socket.writable) return;
  const { status, reason, headers, body } = refusalAnswer(code, { frontendUrl });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("")}Connection: close\r\n\r\n${body}`);
}

/** @returns {boolean} whether the request was answered here */
function refuse(request, response) {
  // A proxy may send the whole address; what counts is the path.
  request.url = request.url?.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, "") || "/";
  const code = refusalOf(request.method, request.url);
  if (!code) return false;
  const answer = refusalAnswer(code, { requestId: request.headers["x-request-id"], frontendUrl });
  // A body that nobody reads would be taken for the next request.
  response.shouldKeepAlive = false;
  response.writeHead(answer.status, answer.headers);
  response.end(request.method === "HEAD" ? undefined : answer.body);
  return true;
}

const refusedByParser = {
  HPE_INVALID_METHOD: "method-not-allowed",
  HPE_INVALID_URL: "malformed-url",
};

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function guardedEmit(event, ...args) {
  if (event === "request") {
    const [request, response] = args;
    if (refuse(request, response)) return true;
    identify(request);
  } else if (event === "upgrade") {
    identify(args[0]);
  } else if (event === "clientError") {
    const [error, socket] = args;
    const code = refusedByParser[error.code];
    if (code) {
      refuseOnSocket(socket, code);
      return true;
    }
  } else if (event === "listening" && this.listenerCount("connect") === 0) {
    // Without a listener Node drops the connection without a word.
    this.on("connect", (_request, socket) => refuseOnSocket(socket, "method-not-allowed"));
  }
  return emit.call(this, event, ...args);
};

// Whoever sends its request a byte at a time holds a connection for less than 15 seconds, not for five minutes.
const createServer = http.createServer;
http.createServer = function guardedCreateServer(options, listener) {
  const given = typeof options === "function" ? {} : options;
  return createServer.call(
    this,
    {
      connectionsCheckingInterval: CONNECTION_CHECK_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      ...given,
    },
    typeof options === "function" ? options : listener,
  );
};
syncBuiltinESMExports();
