// Bundles the figures with the chart library into the one file that a report embeds.
//
//   node build.mjs OUTPUT
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const bundled = await build({
  absWorkingDir: home,
  entryPoints: ["main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "ascii",
  legalComments: "none",
  metafile: true,
  write: false,
});

// Every licence that asks to be kept with copies stands in each of them, once for all packages that share it.
const packages = new Set();
for (const input of Object.keys(bundled.metafile.inputs)) {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) packages.add(found[1]);
}
const licences = new Map();
for (const name of [...packages].sort()) {
  const folder = `${home}/node_modules/${name}`;
  const about = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const text = readFileSync(`${folder}/LICENSE`, "utf8").trim();
  const sharers = licences.get(text) ?? [];
  sharers.push(`${name} ${about.version}`);
  licences.set(text, sharers);
}
const notice = [...licences].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join("\n\n");
if (notice.includes("*/") || /<\/script|<!--/i.test(notice)) throw new Error("a licence would end its comment");
const code = bundled.outputFiles[0].text;
if (/<\/script|<!--/i.test(code)) throw new Error("the bundle would end the element that it stands in");
writeFileSync(process.argv[2], `/*\n${notice}\n*/\n${code}`);
