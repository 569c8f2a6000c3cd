// npm leaves out of the lock what it cannot see for other platforms, and `npm ci` then refuses it there. This
// names every optional package that the lock misses.
import fs from "node:fs";

const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));

/** Whether a package finds a dependency as Node would: in its own folder, or in one above it. */
function isLocked(from, name) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))
  ) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(from, name))
    .map((name) => `${name} (for ${from})`),
);
if (missing.length > 0) {
  console.error(
    `The lock misses what other platforms need:\n  ${missing.join("\n  ")}\nInstall where the registry has them, or choose a version that it has whole.`,
  );
  process.exit(1);
}
