// `npm run dev`: a LiveKit server, the store and the app, for working on the code.
import path from "node:path";
import { root } from "./lib/env.mjs";
import { launch } from "./lib/launch.mjs";
import { run } from "./lib/say.mjs";
import { compileMessages } from "./messages.mjs";

// Directly, not by npx: a signal has to reach Next itself.
const next = path.join(root, "node_modules/next/dist/bin/next");

void run(async () => {
  await launch({
    dev: true,
    command: "npm run dev",
    graceMs: 1500,
    app: ({ port, host }) => ({
      args: [next, "dev", "-p", String(port), "-H", host],
      // Next refuses a second server on one folder, and two copies of one clone are to run side by side.
      env: { NEXT_DIST_DIR: process.env.NEXT_DIST_DIR || (port === 3000 ? "" : `.next-${port}`) },
    }),
  });
  compileMessages({ watch: true });
});
