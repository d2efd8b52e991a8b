// Milliseconds from asking a browser for a page until its figures are drawn and painted, a line each time.
//
//   node open.mjs PAGE TIMES
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(resolve("src/test/js/page/look.mjs"))("playwright-core");
const [file, times] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
try {
  for (let i = 0; i < Number(times); i++) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    console.log(
      await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const missing = [...document.querySelectorAll("[data-figure]")].find((one) => !one.querySelector("svg"));
        if (missing) throw new Error(`${missing.dataset.figure} is not drawn`);
        return performance.now();
      }),
    );
    await page.close();
  }
} finally {
  await browser.close();
}
