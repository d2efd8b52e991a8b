// Opens pages in a headless Chromium and writes down what it saw.
//
//   node look.mjs BROWSER OUTPUT PAGE...
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [browserPath, output, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wide = { width: 1200, height: 900 };
const looks = [
  { look: "light", colorScheme: "light", viewport: wide, rules: undefined },
  // In other colours the same elements stand in the same order.
  { look: "dark", colorScheme: "dark", viewport: wide, rules: ["color-contrast"] },
  { look: "phone", colorScheme: "light", viewport: { width: 360, height: 740 }, rules: ["color-contrast"] },
];

// Chromium refuses its sandbox to root.
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: browserPath, args });
const seen = [];
try {
  for (const file of pages) {
    const page = await browser.newPage({ viewport: wide });
    const said = [];
    const asked = [];
    const url = pathToFileURL(file).href;
    page.on("console", (message) => said.push(message.text().slice(0, 300)));
    page.on("pageerror", (error) => said.push(String(error).slice(0, 300)));
    page.on("dialog", (dialog) => said.push("dialog " + dialog.message()) && dialog.dismiss());
    page.on("request", (request) => request.url() === url || asked.push(request.url().slice(0, 300)));
    page.on("popup", (popup) => asked.push(popup.url()));
    await page.goto(url);
    await page.evaluate(axe);
    for (const { look, colorScheme, viewport, rules } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const facts = await page.evaluate(facing);
      // What is inside of an image is no content of its own to assistive technology, and may be thousands of cells.
      const { violations } = await page.evaluate(
        (only) => window.axe.run({ exclude: [["[role=img] > *"]] }, { preload: false, ...(only && { runOnly: only }) }),
        rules,
      );
      const problems = violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)} (${one.nodes.length})`);
      seen.push({ page: file, look, said: [...said], asked: [...asked], problems, ...facts });
    }
    seen.at(-1).tip = await tip(page);
    await page.close();
  }
} finally {
  await browser.close();
}
writeFileSync(output, JSON.stringify(seen));

/** What the barcode says of a cell near its corner to somebody who points at it. */
async function tip(page) {
  const figure = page.locator("[data-figure=barcode]").first();
  if (!(await figure.count())) return "";
  for (const x of [10, 12]) await figure.hover({ position: { x, y: 10 } });
  const said = await figure.locator("[aria-label=tip] text").first().textContent({ timeout: 5_000 });
  return said.replaceAll("\u200b", "");
}

/** Runs in the page, when its figures have taken up the width. */
async function facing() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // A path holds the cells of one colour, a closed outline each.
  const paths = document.querySelector("[data-figure=barcode]")?.querySelectorAll(".cells path") ?? [];
  const cells = [...paths].flatMap((path) => path.getAttribute("d").match(/M[^M]+Z/g));
  const tops = cells.map((cell) => parseFloat(/,([\d.]+)/.exec(cell)[1]));
  const top = Math.min(...tops);
  const figures = [...document.querySelectorAll("[data-figure]")];
  return {
    firstRow: tops.filter((one) => one === top).length,
    cells: cells.length,
    elements: document.querySelectorAll("svg *").length,
    drawn: figures.filter((one) => one.querySelector("svg")).length,
    figures: figures.length,
    wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    scripts: document.scripts.length,
    foreign: document.querySelectorAll("iframe, object, embed, img, link, form, base, svg image").length,
    hacked: "hacked" in window,
  };
}
