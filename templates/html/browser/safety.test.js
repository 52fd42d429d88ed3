// Whatever the catalog says, it shows as text: nothing runs, nothing is loaded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { file, launch, open, read, serve } from "./browser.js";

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve();
});
after(async () => {
  await browser.close();
  server.close();
});

const words = (text) => text.replace(/[\s\0\ufeff\ufffd]+/g, " ").trim();

test("hostile prose shows as text", () => open(browser, file("hostile.html"), {}, async (page) => {
  const { api, errors } = JSON.parse(await read("hostile.json"));
  const text = words(await page.evaluate(() => document.body.textContent));
  for (const fact of [...api.links.map((l) => l.title), ...errors.flatMap((e) => [e.title, e.description, e.fix, ...e.causes])]) {
    assert.ok(text.includes(words(fact)), `the page does not show ${JSON.stringify(fact)}`);
  }
  const active = await page.$$eval("img, svg, iframe, object, embed, base, meta[http-equiv=refresh]", (all) => all.length);
  assert.equal(active, 0);
  assert.equal(await page.$$eval("script", (all) => all.length), 4);
  const handlers = await page.$$eval("*", (all) => all.flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")));
  assert.deepEqual(handlers, []);
  assert.deepEqual(await page.$$eval("a[href]", (all) => all.map((a) => a.protocol)
    .filter((p) => !["file:", "http:", "https:", "mailto:"].includes(p))), []);
}));

test("hostile prose can be searched, filtered, opened and pasted", () => open(browser, file("hostile.html"), {}, async (page) => {
  for (const query of ["<script>", "alert", "\"><img", "-->", "{{.}}"]) {
    await page.fill("#_search", query);
    await page.waitForTimeout(20);
  }
  for (const id of ["_class", "_action", "_status", "_retry"]) await page.selectOption(`#${id}`, { index: 1 });
  await page.click("summary");
  await page.fill("#_paste", '{"code":"<script>alert(1)</script>","message":"</script><script>alert(1)</script>"}');
  assert.ok(await page.innerText("#_found"));
}));

test("the policy stops a script that got in", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto(file("example.html"));
  await page.evaluate((evil) => {
    const box = document.createElement("div");
    box.innerHTML = `<img src="${evil}/image" onerror="alert(1)"><iframe src="${evil}/frame"></iframe>`;
    const script = document.createElement("script");
    script.textContent = "alert(2)";
    const style = document.createElement("style");
    style.textContent = `@import "${evil}/style"; body { background: url(${evil}/background) }`;
    document.body.append(box, script, style);
    return fetch(`${evil}/data`).catch(() => {});
  }, server.origin);
  await page.waitForTimeout(200);
  assert.deepEqual(dialogs, []);
  assert.deepEqual(server.requests, []);
  await context.close();
});

for (const name of ["hostile/index.html", "site/index.html", "site/card-declined.html"]) {
  for (const where of ["from disk", "served"]) {
    test(`${name} loads what it needs and no more, ${where}`, async () => {
      const url = where === "served" ? `${server.origin}/${name}` : file(name);
      await open(browser, url, {}, async (page) => {
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), "0px");
        assert.equal(await page.isVisible("#_theme"), true);
      });
    });
  }
}
