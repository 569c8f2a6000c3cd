// Debian's packages, where we are root on a machine that has them.
import { startChild } from "./children.mjs";
import { findOnPath } from "./find-livekit.mjs";
import { during } from "./say.mjs";

/** dpkg takes one at a time; two of our finders may ask at once. */
let before = Promise.resolve();

/**
 * Installs packages of Debian or Ubuntu. Undefined when done, else why not.
 * @param {string[]} names
 * @returns {Promise<string | undefined>}
 */
export function aptInstall(names) {
  const installing = before.then(() => install(names));
  before = installing.catch(() => undefined);
  return installing;
}

async function install(names) {
  const apt = findOnPath("apt-get", process.env.PATH);
  if (!apt || process.getuid?.() !== 0) return "no package manager that we may use";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = async (...args) => {
    const child = startChild("apt-get", apt, args, { env });
    const { code } = await child.exited;
    return { ok: code === 0, last: child.lastLines().at(-1) ?? "no output" };
  };
  return await during(
    `Installing ${names.join(" and ")} with apt-get (once)`,
    (async () => {
      const update = await run("update");
      const added = await run(
        "install",
        "-y",
        "-o",
        "DPkg::Lock::Timeout=120",
        "--no-install-recommends",
        ...names,
      );
      if (added.ok) return undefined;
      return `apt-get could not install it (${update.ok ? added.last : update.last})`;
    })(),
  );
}
