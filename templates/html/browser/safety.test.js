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
  const { api, errors, retired } = JSON.parse(await read("hostile.json"));
  const text = words(await page.evaluate(() => document.body.textContent));
  for (const fact of [...api.links.map((l) => l.title), ...retired.map((r) => r.description),
    ...errors.flatMap((e) => [e.title, e.description, e.fix, ...e.causes, e.domain, e.severity, e.deprecated, e.pattern])].filter(Boolean)) {
    assert.ok(text.includes(words(fact)), `the page does not show ${JSON.stringify(fact)}`);
  }
  const active = await page.$$eval("img, svg, iframe, object, embed, base, meta[http-equiv=refresh]", (all) => all.length);
  assert.equal(active, 0);
  assert.equal(await page.$$eval("script", (all) => all.length), 3);
  const handlers = await page.$$eval("*", (all) => all.flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")));
  assert.deepEqual(handlers, []);
  assert.deepEqual(await page.$$eval("a[href]", (all) => all.map((a) => a.protocol)
    .filter((p) => !["file:", "http:", "https:", "mailto:"].includes(p))), []);
}));

test("hostile prose can be searched, filtered, opened and pasted", () => open(browser, file("hostile.html"), {}, async (page) => {
  const tags = (inside) => page.$$eval(`${inside} *`, (all) => [...new Set(all.map((e) => e.localName))].sort());
  for (const query of ["<script>", "alert", "\"><img", "-->", "{{.}}"]) {
    await page.fill("#_search", query);
    assert.deepEqual(await tags("#_matches"), ["a", "li"], `a search for ${query} makes elements`);
  }
  for (const id of ["_class", "_action", "_status", "_retry", "_domain"]) await page.selectOption(`#${id}`, { index: 1 });
  await page.click("summary");
  const own = ["a", "br", "dd", "div", "dl", "dt"];
  let known = 0;
  for (const { codes, domain } of JSON.parse(await read("hostile.json")).errors) {
    await page.fill("#_paste", `HTTP/1.1 400\n${domain}: ${domain}\n\n${JSON.stringify({ code: codes.at(-1), message: "</script><img src=x>" })}`);
    const found = await tags("#_found");
    assert.deepEqual(found.filter((tag) => !own.includes(tag)), [], `the code ${codes.at(-1)} makes elements`);
    if (found.includes("a")) known++;
  }
  assert.ok(known > 50, `only ${known} codes are known`);
}));

test("the policy stops a script that got in", async () => {
  const elsewhere = await serve();
  const context = await browser.newContext();
  const page = await context.newPage();
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto(`${server.origin}/example.html`);
  await page.evaluate((evil) => {
    const box = document.createElement("div");
    box.innerHTML = `<img src="${evil}/image" onerror="alert(1)"><iframe src="${evil}/frame"></iframe>`;
    const script = document.createElement("script");
    script.textContent = "alert(2)";
    const style = document.createElement("style");
    style.textContent = `@import "${evil}/style"; body { background: url(${evil}/background) }`;
    document.body.append(box, script, style);
    return fetch(`${evil}/data`).catch(() => {});
  }, elsewhere.origin);
  await page.waitForTimeout(200);
  assert.deepEqual(dialogs, []);
  assert.deepEqual(elsewhere.requests, []);
  await context.close();
  elsewhere.close();
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
