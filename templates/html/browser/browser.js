// The browser that the suite looks at pages with, and a page that fails a test
// on any dialog, error, console error or request to elsewhere.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const { PAGES: folder = ".", CHROMIUM: executablePath } = process.env;
assert.ok(executablePath, "run the suite with go test ./templates/html, which sets CHROMIUM and PAGES");

// Started by root, as in a container, Chromium has no sandbox.
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const launch = () => chromium.launch({ executablePath, args: flags });
export const file = (name) => pathToFileURL(join(folder, name)).href;
export const read = (name) => readFile(join(folder, name), "utf8");

const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".xml": "application/xml" };

// serve serves the pages on this machine, as a site would.
export const serve = async () => {
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "Content-Type": types[extname(path)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref(); // a test that fails need not close it
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, requests, close: () => server.close() };
};

// open opens a page of its own and hands it to a test, then checks that nothing
// ran or left that should not.
export const open = async (browser, url, options, use) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("pageerror", (error) => faults.push(`error: ${error}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  const home = url.startsWith("file:") ? new URL(".", url).href : new URL(url).origin;
  page.on("request", (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`);
  });
  try {
    await page.goto(url);
    await use(page, context);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
};

// unskip renders what is out of view too, which a browser puts off.
export const unskip = (page) => page.evaluate(() => {
  for (const e of document.querySelectorAll(".error, .chunk, #_all ul")) e.style.contentVisibility = "visible";
});

// shown lists the captions of the errors that are shown.
export const shown = (page) => page.evaluate(() => {
  const aside = document.querySelector("#_list.aside");
  const headings = [...document.querySelectorAll(aside ? "#_results h3" : "#_list h3")];
  return headings.map((h) => h.textContent.trim());
});
