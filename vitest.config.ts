import { defineConfig } from "vitest/config";
import { compileMessages } from "./scripts/messages.mjs";

compileMessages();

const shared = {
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
  ssr: {
    resolve: { conditions: ["react-server"], externalConditions: ["react-server"] },
  },
};
const server = { deps: { inline: ["server-only"] } };

export default defineConfig({
  test: {
    // Vitest leaves a core free; what runs beside these runs behind them (scripts/test.mjs).
    maxWorkers: "100%",
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          // No test leaves anything in a module behind: they run in any order in one process.
          isolate: false,
          environment: "node",
          server,
          include: ["{lib,components,scripts,app}/**/*.test.{ts,mjs}"],
          exclude: ["**/*.live.test.ts", "node_modules/**"],
        },
      },
      {
        ...shared,
        // Against a real LiveKit server and real stores, which scripts/test.mjs starts.
        test: {
          name: "live",
          environment: "node",
          server,
          include: ["{lib,app}/**/*.live.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
