import fs from "node:fs";
import { compileMessages } from "./scripts/messages.mjs";

// Every start of Next reads the catalogues first, so that no page can be built from stale words. Watching
// them is up to scripts/dev.mjs: what Next leaves behind to flush telemetry reads this file too, and a
// watcher would keep it alive for good.
compileMessages();

/**
 * A tsconfig of its own for a build in another folder: Next writes the folder's types into the one it is
 * given, and the committed one is to stay as it is.
 */
function tsconfigFor(distDir) {
  const file = `.cache/tsconfig.${distDir.replaceAll(/[^\w-]/g, "_")}.json`;
  const include = ["next-env.d.ts", "**/*.ts", "**/*.tsx"];
  const types = [`${distDir}/types/**/*.ts`, `${distDir}/dev/types/**/*.ts`];
  const exclude = ["node_modules", ".data", ".cache"];
  const fromCache = (paths) => paths.map((path) => `../${path}`);
  const config = {
    extends: "../tsconfig.json",
    include: fromCache([...include, ...types]),
    exclude: fromCache(exclude),
  };
  fs.mkdirSync(".cache", { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  return file;
}

const distDir = process.env.NEXT_DIST_DIR;

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // Tests and second copies use a folder of their own, so that a running `npm run dev` is left alone.
  ...(distDir ? { distDir, typescript: { tsconfigPath: tsconfigFor(distDir) } } : {}),
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // It would lie over the call's bar.
  devIndicators: false,
  serverExternalPackages: ["libsql", "pg"],
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // Messages are compiled beforehand (scripts/messages.mjs): the ICU parser stays out of the browser.
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
};
