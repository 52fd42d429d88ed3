// The whole reference in one page: reading, finding, switching, printing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { file, launch, open, read, serve, shown, unskip } from "./browser.js";

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

const search = "#_search";
const example = () => file("example.html");
const orders = () => file("orders.html");
const errorsOf = async (name) => JSON.parse(await read(name)).errors;

test("without scripts all text is there and in view", async () => {
  await open(browser, example(), { javaScriptEnabled: false }, async (page) => {
    await unskip(page);
    const text = await page.innerText("body");
    for (const e of await errorsOf("example.json")) {
      for (const fact of [e.title, e.message, e.description, e.fix, ...e.causes]) {
        assert.ok(text.includes(fact), `the page does not show ${fact}`);
      }
      assert.ok(text.includes(`monogoto.As${e.name}(err)`), `the page shows no Go for ${e.name}`);
    }
    assert.equal(await page.isVisible(search), false);
  });
});

describe("search", () => {
  const cases = [
    ["429", ["429 Too Many Requests"]],
    ["rate limit", ["429 Too Many Requests"]],
    ["REVOKED", ["401 Unauthorized"]],
    ["PLAN-EU-5G", ["422 Unprocessable Entity"]],
    ["502", ["502 Bad Gateway", "503 Service Unavailable"]],
    ["no such words", []],
  ];
  test("finds statuses and words, in whatever case", () => open(browser, example(), {}, async (page) => {
    for (const [query, want] of cases) {
      await page.fill(search, query);
      assert.deepEqual(await shown(page), want, query);
      assert.equal(await page.isVisible("#_nothing"), want.length === 0);
      assert.match(await page.innerText("#_count"), new RegExp(`^${want.length} of 10`));
    }
  }));

  test("shows the best match first, and Enter opens it", () => open(browser, orders(), {}, async (page) => {
    await page.fill(search, "locked");
    assert.deepEqual(await shown(page), ["403 Locked Forbidden", "423 Locked State"]);
    await page.fill(search, "503");
    assert.equal((await shown(page))[0], "503 Service Unavailable");
    await page.press(search, "Enter");
    assert.equal(new URL(page.url()).hash, "#service-unavailable");
    assert.equal(await page.evaluate(() => document.activeElement.id), "service-unavailable");
  }));

  test("Clear shows all again, in order", () => open(browser, example(), {}, async (page) => {
    const all = await shown(page);
    assert.equal(all.length, 10);
    await page.fill(search, "429");
    await page.click("#_clear");
    assert.deepEqual(await shown(page), all);
    assert.equal(await page.inputValue(search), "");
  }));
});

describe("filters", () => {
  const cases = [
    ["_class", "auth", ["401 Unauthorized", "403 Forbidden"]],
    ["_action", "wait", ["429 Too Many Requests"]],
    ["_status", "5XX", ["500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable"]],
    ["_status", "404", ["404 Not Found"]],
    ["_retry", "step", ["401 Unauthorized", "409 Conflict"]],
    ["_retry", "yes", ["429 Too Many Requests", "500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable"]],
  ];
  test("narrow what is shown", () => open(browser, example(), {}, async (page) => {
    for (const [id, value, want] of cases) {
      await page.selectOption(`#${id}`, value);
      assert.deepEqual(await shown(page), want, `${id} ${value}`);
      assert.equal(new URL(page.url()).searchParams.get(id.slice(1)), value);
      await page.selectOption(`#${id}`, "");
    }
  }));

  test("an error of a range is found by its statuses", () => open(browser, orders(), {}, async (page) => {
    await page.selectOption("#_status", "503");
    assert.deepEqual(await shown(page), ["503 Service Unavailable", "5XX Server Trouble", "503 529 Overloaded"]);
  }));
});

for (const where of ["from disk", "served"]) {
  test(`the state is in the URL, and Back undoes it, ${where}`, async () => {
    const url = where === "served" ? `${server.origin}/example.html` : example();
    await open(browser, url, {}, async (page) => {
      const all = await shown(page);
      await page.selectOption("#_retry", "yes");
      await page.fill(search, "unavailable");
      await page.waitForURL(/q=unavailable/);
      const two = ["502 Bad Gateway", "503 Service Unavailable"];
      assert.deepEqual(await shown(page), two);
      const link = page.url();
      await page.goBack();
      assert.equal(await page.inputValue(search), "");
      assert.equal((await shown(page)).length, 4);
      await page.goBack();
      assert.deepEqual(await shown(page), all);
      await page.goForward();
      await page.goForward();
      assert.deepEqual(await shown(page), two);
      await page.goto(link);
      assert.deepEqual(await shown(page), two);
    });
  });
}

describe("deep links", () => {
  const inView = (page, id) => page.waitForFunction((anchor) => {
    const { top } = document.getElementById(anchor).getBoundingClientRect();
    return top >= 60 && top < innerHeight / 2;
  }, id, { timeout: 5000 });

  test("lead to the error", () => open(browser, `${example()}#too-many-requests`, {}, (page) => inView(page, "too-many-requests")));
  test("lead to one far down a long page", () => open(browser, `${file("big.html")}#failure7777`, {}, (page) => inView(page, "failure7777")));
  test("show an error that is filtered away", () => open(browser, `${example()}?q=429#conflict`, {}, async (page) => {
    await inView(page, "conflict");
    assert.equal((await shown(page)).length, 10);
  }));
  test("work from the index while a search is on", () => open(browser, example(), {}, async (page) => {
    await page.fill(search, "token");
    await page.click("#_matches a >> text=401");
    await inView(page, "unauthorized");
  }));
});

test("every link within the page leads somewhere", () => open(browser, orders(), {}, async (page) => {
  const lost = await page.$$eval("a[href^='#']", (links) => links
    .map((a) => a.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
  assert.deepEqual(lost, []);
}));

test("copies the example, the code and the link", async () => {
  await open(browser, orders(), { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(`${orders()}#order-not-found`);
    const article = page.locator("article", { has: page.locator("#order-not-found") });
    await article.getByLabel("Copy the example").click();
    assert.equal(JSON.parse(await clipboard()).error.decline_code, "order_not_found");
    await article.getByRole("tab", { name: "Go" }).click();
    await article.getByLabel("Copy the example").click();
    assert.match(await clipboard(), /orders\.AsOrderNotFound\(err\)/);
    await article.getByLabel("Copy order_not_found").click();
    assert.equal(await clipboard(), "order_not_found");
    await article.getByLabel("Copy link to order-not-found").click();
    assert.equal(await clipboard(), `${orders()}#order-not-found`);
    assert.equal(await page.innerText("p.unseen[role=status]"), "Copied");
  });
});

test("tabs switch all examples, by mouse and by arrow, and are remembered", () => open(browser, example(), {}, async (page) => {
  const langs = () => page.$$eval(".tabbed .sample", (all) => [...new Set(all
    .filter((sample) => getComputedStyle(sample).display !== "none").map((sample) => sample.dataset.lang))]);
  const tab = (name) => page.getByRole("tab", { name }).first();
  assert.deepEqual(await langs(), ["response"]);
  await tab("Response").press("ArrowRight");
  assert.deepEqual(await langs(), ["go"]);
  assert.equal(await tab("Go").getAttribute("aria-selected"), "true");
  await page.reload();
  assert.deepEqual(await langs(), ["go"]);
  await page.mouse.wheel(0, 900);
  await tab("Response").click();
  assert.deepEqual(await langs(), ["response"]);
}));

describe("a pasted response", () => {
  test("each example body finds its own error", () => open(browser, example(), {}, async (page) => {
    await page.click("summary");
    for (const e of await errorsOf("example.json")) {
      await page.fill("#_paste", JSON.stringify(e.example.body));
      assert.equal(await page.innerText("#_found a"), `${e.value} ${e.title}`);
    }
  }));
  const cases = [
    ["by code", '{"error":{"code":"do_not_honor"}}', /^Card Declined/],
    ["the first locator that knows the code", '{"error":{"decline_code":"?","code":"card_declined"}}', /^Card Declined/],
    ["by code and status", '{"status":423,"error":{"code":"locked"}}', /^423 Locked State(?![^]*Locked Forbidden)/],
    ["all that a code without a status may be", '{"error":{"code":"locked"}}', /Locked Forbidden[^]*Locked State/],
    ["a status beside a known code is not needed", '{"status":418,"error":{"code":"overloaded"}}', /Overloaded/],
    ["what curl -i prints, with a code in a header",
      "HTTP/2 404 \nx-error-code: order_not_found\ncontent-type: application/json\n\n{}", /^404 Order Not Found/],
    ["a status before its range", '{"status":500}', /^500 Internal/],
    ["a range", '{"status":599}', /^5XX Server Trouble/],
    ["a log line", 'time=1 msg="failed" body={"status":429} retry=false', /^429 Too Many Requests/],
    ["a message alone", '{"message":"Slow down"}', /^429 Too Many Requests/],
    ["an unknown status gets its default", '{"status":402}', /402 is not listed here[^]*Bad request\. Do not retry\./],
    ["the request id", '{"status":500,"request_id":"r-1"}', /Request id to quote: r-1/],
    ["no JSON", "Internal Server Error", /no JSON body/],
    ["a body that nothing is known of", "{}", /does not know this body/],
    ["a body that is no object", "[1]", /does not know this body/],
    ["markup stays text", '{"status":500,"request_id":"<img src=x onerror=alert(1)>"}', /quote: <img src=x/],
  ];
  test("is matched as the generated decoder does", () => open(browser, orders(), {}, async (page) => {
    await page.click("summary");
    for (const [what, text, want] of cases) {
      await page.fill("#_paste", text);
      assert.match(await page.innerText("#_found"), want, what);
    }
  }));
});

describe("keys", () => {
  const at = (page) => page.evaluate(() => document.activeElement.id);

  test("/, j, k, Enter, Esc", () => open(browser, example(), {}, async (page) => {
    await page.keyboard.press("/");
    assert.equal(await at(page), "_search");
    await page.keyboard.type("j/k");
    assert.equal(await page.inputValue(search), "j/k");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue(search), "");
    await page.keyboard.press("Escape");
    assert.notEqual(await at(page), "_search");
    await page.keyboard.press("j");
    assert.equal(await at(page), "bad-request");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await at(page), "forbidden");
    await page.keyboard.press("k");
    assert.equal(await at(page), "unauthorized");
    assert.equal(new URL(page.url()).hash, "");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#unauthorized");
    await page.keyboard.press("Control+j");
    assert.equal(await at(page), "unauthorized");
  }));

  test("j goes through what a search found", () => open(browser, `${example()}?retry=step`, {}, async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await at(page), "conflict");
    await page.keyboard.press("j");
    assert.equal(await at(page), "conflict");
    await page.keyboard.press("Escape");
    assert.equal((await shown(page)).length, 10);
  }));
});

test("light and dark by preference, with a switch that is remembered", async () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark] = ["rgb(255, 255, 255)", "rgb(15, 18, 22)"];
  await open(browser, example(), { colorScheme: "dark" }, async (page) => {
    assert.equal(await background(page), dark);
    await page.click("#_theme");
    assert.equal(await background(page), light);
    assert.equal(await page.innerText("#_theme"), "Dark theme");
    await page.reload();
    assert.equal(await background(page), light);
  });
  await open(browser, example(), {}, async (page) => {
    assert.equal(await background(page), light);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await background(page), dark);
    assert.equal(await page.innerText("#_theme"), "Light theme");
  });
});

test("print unfolds all, in ink on white", () => open(browser, `${example()}?q=429`, { colorScheme: "dark" }, async (page) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal((await page.$$eval("article h3", (all) => all.filter((h) => h.checkVisibility()))).length, 10);
  const hidden = await page.$$eval(".sample, .part", (all) => all.filter((e) => !e.checkVisibility()).length);
  assert.equal(hidden, 0);
  assert.equal(await page.isVisible(".bar"), false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
}));

test("the index follows the text", () => open(browser, example(), {}, async (page) => {
  await page.evaluate(() => document.getElementById("conflict").scrollIntoView());
  await page.waitForSelector("#_index a[aria-current][href='#conflict']", { timeout: 5000 });
}));

test("nothing is wider than the window", async () => {
  for (const name of ["example", "orders", "hostile"]) {
    await open(browser, file(`${name}.html`), {}, async (page) => {
      await unskip(page);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${name} is ${over} pixels too wide at ${width}`);
      }
    });
  }
});
