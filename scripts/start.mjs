// `npm start`: the built app behind the guard, with the same embedded defaults as `npm run dev`.
import fs from "node:fs";
import path from "node:path";
import { root } from "./lib/env.mjs";
import { launch } from "./lib/launch.mjs";
import { Obstacle, run } from "./lib/say.mjs";

void run(async () => {
  const server = path.join(root, process.env.NEXT_DIST_DIR || ".next", "standalone", "server.js");
  if (!fs.existsSync(server)) {
    throw new Obstacle("The app has not been built yet.", "Run `npm run build` first.");
  }
  await launch({
    dev: false,
    command: "npm start",
    graceMs: 10_000,
    app: () => ({ args: [server], env: { NODE_ENV: "production" } }),
  });
});
