// Everyone can read it: axe-core finds nothing, at both widths, in both themes.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { file, launch, open, unskip } from "./browser.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const pages = [
  "example.html", "orders.html?q=locked", "complete.html", "complete.html?domain=cdc", "complete/index.html",
  "complete/sms-rejected.html", "complete/order-not-found.html", "complete/slow-mode.html",
];
for (const name of pages) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true };
      test(`${name} ${colorScheme} ${width}`, () => open(browser, new URL(name, file("x")).href, options, async (page) => {
        await unskip(page);
        await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
        if (await page.$("#_paste")) await page.fill("#_paste", '{"status":404,"status_code":404,"error":{"code":"locked"}}');
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
        assert.deepEqual(violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" ")}`), []);
      }));
    }
  }
}
