// Outlives a launcher that was killed: its standard input ends with the launcher, and it then ends what the launcher started.
import { createInterface } from "node:readline";
import { signalGroup } from "./signal-group.mjs";

const GRACE_MS = 700;
const kept = new Set();

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith("+")) kept.add(pid);
  else kept.delete(pid);
});
lines.on("close", () => {
  if (kept.size === 0) process.exit(0);
  for (const pid of kept) signalGroup(pid, "SIGTERM");
  setTimeout(() => {
    for (const pid of kept) signalGroup(pid, "SIGKILL");
    process.exit(0);
  }, GRACE_MS);
});

// The terminal's signals are for the launcher; this one leaves when the launcher has left.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
