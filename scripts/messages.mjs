// Gathers the message catalogues (components/messages/<lang>.json, one in each feature's folder, and one
// beside each part that is loaded when it is asked for), compiles their ICU messages, and writes what the
// app imports, with types, to components/messages/generated. Messages come and go with their folder.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import compile from "icu-minify/compile";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const pagesDir = path.join(root, "components/messages");
const featuresDir = path.join(root, "components/features");
const outDir = path.join(pagesDir, "generated");
/** Parts with words of their own, a module each, so that no page carries them before they are asked for. */
const partFolders = {
  planning: path.join(root, "components/home/planning"),
  report: path.join(root, "components/report"),
};

const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `The message catalogue ${path.relative(root, file)} cannot be read: ${error.message}`,
    );
  }
};

function compileTree(tree, where) {
  if (typeof tree !== "string") {
    return Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [key, compileTree(value, `${where}.${key}`)]),
    );
  }
  try {
    return compile(tree);
  } catch (error) {
    throw new Error(`The message ${where} is not valid ICU: ${error.message}`);
  }
}

function writeIfChanged(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  // Another process may read while this one writes: a rename is whole or not at all.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
}

function featureFolders() {
  if (!fs.existsSync(featuresDir)) return [];
  return fs
    .readdirSync(featuresDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function compileOnce() {
  fs.mkdirSync(outDir, { recursive: true });
  const languages = fs
    .readdirSync(pagesDir)
    .filter((name) => /^[a-z]{2}(-[A-Z]{2})?\.json$/.test(name))
    .map((name) => name.slice(0, -".json".length));
  for (const language of languages) {
    const pages = readJson(path.join(pagesDir, `${language}.json`));
    const features = {};
    for (const folder of featureFolders()) {
      const file = path.join(featuresDir, folder, "messages", `${language}.json`);
      if (fs.existsSync(file)) features[folder] = readJson(file);
    }
    const parts = {};
    for (const [name, folder] of Object.entries(partFolders)) {
      const file = path.join(folder, "messages", `${language}.json`);
      if (fs.existsSync(file)) parts[name] = readJson(file);
    }
    const module = (tree) => `export default ${JSON.stringify(compileTree(tree, language))};\n`;
    writeIfChanged(path.join(outDir, `${language}.js`), module(pages));
    writeIfChanged(path.join(outDir, `${language}-features.js`), module({ features }));
    // The error pages' own few words: they are loaded with every page, in case it fails.
    writeIfChanged(path.join(outDir, `${language}-app.js`), module({ app: pages.app }));
    const types = (name) =>
      `import type { ${name} } from "./types";\ndeclare const messages: ${name};\nexport default messages;\n`;
    writeIfChanged(path.join(outDir, `${language}.d.ts`), types("PageMessages"));
    writeIfChanged(path.join(outDir, `${language}-features.d.ts`), types("FeatureMessages"));
    writeIfChanged(path.join(outDir, `${language}-app.d.ts`), types("AppMessages"));
    for (const [name, tree] of Object.entries(parts)) {
      const file = path.join(outDir, `${language}-${name}`);
      writeIfChanged(`${file}.js`, module({ [name]: tree }));
      writeIfChanged(
        `${file}.d.ts`,
        types("PartMessages").replaceAll(": PartMessages", `: Pick<PartMessages, "${name}">`),
      );
    }
    if (language === "en") {
      const type = (name, tree) => `export type ${name} = ${JSON.stringify(tree, null, 2)};\n`;
      writeIfChanged(
        path.join(outDir, "types.d.ts"),
        type("PageMessages", pages) +
          type("AppMessages", { app: pages.app }) +
          type("PartMessages", parts) +
          type("FeatureMessages", { features }),
      );
    }
  }
}

/**
 * Compiles every catalogue. With `watch`, does so again whenever one changes, for as long as the
 * process lives. Throws with the catalogue's name when one is not valid.
 */
export function compileMessages({ watch = false } = {}) {
  compileOnce();
  if (!watch || globalThis.__messagesWatched) return;
  globalThis.__messagesWatched = true;
  let timer;
  const again = (_event, name) => {
    if (!name?.endsWith(".json")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        compileOnce();
      } catch (error) {
        console.error(error.message);
      }
    }, 50);
  };
  for (const dir of [pagesDir, featuresDir, ...Object.values(partFolders)]) {
    if (fs.existsSync(dir)) fs.watch(dir, { recursive: true }, again).unref();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileMessages();
