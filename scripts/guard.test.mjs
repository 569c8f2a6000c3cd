// The guard in a Node of its own, before a server that only says what reached it; asked over bare sockets.
import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";

const server = `
  require("node:http").createServer((request, response) => {
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  }).listen(0, "127.0.0.1", function () { console.log(this.address().port); });
`;
let child;
let port;

beforeAll(async () => {
  const guard = path.join(import.meta.dirname, "guard.mjs");
  child = spawn(process.execPath, ["--import", guard, "-e", server], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TRUST_PROXY: "", FRONTEND_URL: "https://meet.example.org" },
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  port = Number(line);
});
afterAll(() => child.kill("SIGKILL"));

async function ask(requestLine, headers = []) {
  const socket = net.connect(port, "127.0.0.1");
  socket.write([requestLine, "Host: x", "Connection: close", ...headers, "", ""].join("\r\n"));
  let text = "";
  for await (const chunk of socket) text += chunk;
  const [head = "", body = ""] = text.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

it.each(["TRACE", "QUERY", "INVENTED", "CONNECT"])(
  "refuses %s with a problem and Allow",
  async (verb) => {
    const { status, head, body } = await ask(`${verb} / HTTP/1.1`);
    expect(status).toBe(405);
    expect(head).toMatch(/^allow: GET, /im);
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    expect(JSON.parse(body).type).toBe("https://meet.example.org/problems/method-not-allowed");
  },
);

it.each(["/meeting/%E0%A4%A", "/%00%", "nonsense"])(
  "refuses the address %s with a problem",
  async (url) => {
    const { status, body } = await ask(`GET ${url} HTTP/1.1`);
    expect(status).toBe(400);
    expect(JSON.parse(body).code).toBe("malformed-url");
  },
);

it("hands on who called, and none of what the caller claims about it", async () => {
  const { body } = await ask("GET /here HTTP/1.1", [
    "X-Client-Address: 6.6.6.6",
    "x-client-address: 7.7.7.7",
    "X-Forwarded-For: 6.6.6.6",
    "X-Forwarded-Host: evil.example",
    "Forwarded: for=6.6.6.6",
    "X-Kept: yes",
  ]);
  const { url, headers } = JSON.parse(body.replace(/^[0-9a-f]+\r\n/i, "").replace(/\r\n0\s*$/, ""));
  expect(url).toBe("/here");
  expect(headers).toEqual({
    host: "x",
    connection: "close",
    "x-kept": "yes",
    "x-client-address": "127.0.0.1",
  });
});

it("takes a whole address for its path", async () => {
  const { body } = await ask("GET http://x/here?a=1 HTTP/1.1");
  expect(body).toContain('"url":"/here?a=1"');
});
