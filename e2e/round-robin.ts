// A load balancer as small as can be: every request goes to the next process.
import http from "node:http";

/** Listens on `port` and hands each request to one of `targets` in turn, with who is calling. */
export async function startRoundRobin(port: number, targets: readonly number[]) {
  let turn = 0;
  const server = http.createServer((request, response) => {
    turn += 1;
    const target = targets[turn % targets.length];
    const onward = http.request(
      {
        host: "localhost",
        port: target,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, "x-forwarded-for": request.socket.remoteAddress },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "localhost", resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
