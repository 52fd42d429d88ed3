// Takes pictures of a page at the widths of a phone and a laptop, light and dark:
//
//	CHROMIUM=/usr/bin/chromium node pictures.js PAGE FOLDER
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.js";

const [page, folder] = process.argv.slice(2);
const browser = await launch();
for (const [width, height] of [[390, 844], [1280, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
    await tab.goto(pathToFileURL(resolve(page)).href);
    await tab.screenshot({ path: join(folder, `${basename(page, ".html")}-${width}-${colorScheme}.png`) });
    await tab.close();
  }
}
await browser.close();
