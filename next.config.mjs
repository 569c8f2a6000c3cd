import { compileMessages } from "./scripts/messages.mjs";

// Every start of Next reads the catalogues first, so that no page can be built from stale words.
compileMessages({ watch: process.argv.includes("dev") });

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // Tests build into a folder of their own, so that a running `npm run dev` is left alone.
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["libsql", "pg"],
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // Messages are compiled beforehand (scripts/messages.mjs): the ICU parser stays out of the browser.
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
};
