// Writes ../static from the sources in this folder. `--check` writes nothing and fails where a file differs.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static");
const version = JSON.parse(readFileSync(join(here, "node_modules/govuk-frontend/package.json"), "utf8")).version;
const notice = `/*! Holds GOV.UK Frontend ${version}, MIT licence; see NOTICE.md */\n`;

function style() {
  const made = sass.compile(join(here, "clewline.scss"), {
    loadPaths: [here, join(here, "node_modules/govuk-frontend/dist")],
    style: "compressed",
    charset: false,
    quietDeps: true,
  });
  if (/url\(|@font-face|GDS Transport/.test(made.css)) throw new Error("the style asks for a font or a picture");
  return `${notice}${made.css}\n`;
}

async function script(name, banner, format) {
  const made = await build({
    entryPoints: [join(here, name)],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format,
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    banner: { js: banner.trimEnd() },
    write: false,
    logLevel: "warning",
  });
  return made.outputFiles[0].text;
}

const MARK = readFileSync(join(here, "icon.svg"), "utf8");
const passkeys = "/*! Holds the scripts of django-allauth and of @github/webauthn-json, MIT licence; see NOTICE.md */\n";
const files = {
  "clewline.css": style(),
  "clewline.js": await script("clewline.js", notice, "esm"),
  "passkeys.js": await script("passkeys.js", passkeys, "iife"),
  "icon.svg": MARK,
};
// The site serves what lies compressed beside a file to whoever can read it.
for (const name of Object.keys(files)) files[`${name}.gz`] = gzipSync(files[name], { level: 9 });

let differs = false;
for (const [name, text] of Object.entries(files)) {
  const path = join(out, name);
  if (!process.argv.includes("--check")) {
    writeFileSync(path, text);
    continue;
  }
  let kept = null;
  try {
    kept = readFileSync(path);
  } catch {}
  // Of compressed files the content is compared: another zlib packs it otherwise.
  if (kept === null || !(name.endsWith(".gz") ? gunzipSync(kept).equals(gunzipSync(text)) : kept.equals(Buffer.from(text)))) {
    differs = true;
    console.error(`${name}: not what its sources make; run src/clewline/web/look/build`);
  }
}
process.exit(differs ? 1 : 0);
