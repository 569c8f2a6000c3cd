// `npm run build`: Next's build, and beside its server the files that the server hands out.
import fs from "node:fs";
import path from "node:path";
import { runChild, stopOnSignals } from "./lib/children.mjs";
import { loadEnvFiles, root } from "./lib/env.mjs";
import { run } from "./lib/say.mjs";

void run(async () => {
  const env = loadEnvFiles({ dev: false });
  const distDir = process.env.NEXT_DIST_DIR || ".next";
  stopOnSignals(async () => {});
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const { code } = await runChild("next build", process.execPath, [next, "build"], {
    cwd: root,
    inherit: true,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: process.env.NEXT_DIST_DIR },
  });
  if (code !== 0) process.exit(code);

  const standalone = path.join(root, distDir, "standalone");
  // Vercel takes the build apart by itself.
  if (process.env.VERCEL || !fs.existsSync(standalone)) return;
  const copy = (from, to) => {
    if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true });
  };
  copy(path.join(root, distDir, "static"), path.join(standalone, distDir, "static"));
  copy(path.join(root, "public"), path.join(standalone, "public"));
  process.exit(0);
});
