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
    ["the request id", '{"status":500,"request_id":"r-1"}', /Request id to quote\s+r-1/],
    ["a request id that is a long number", '{"status":500,"request_id":12345678901234567890}', /Request id to quote\s+12345678901234567890/],
    ["the last of several responses", "HTTP/1.1 302 Found\nLocation: /x\n\nHTTP/1.1 404 Not Found\n\n{}", /^404 Not Found/],
    ["a status line alone", "HTTP/1.1 404", /^404 Not Found/],
    ["a time to wait in a header", "HTTP/1.1 429 Slow\nRetry-After: 47\n\n{}", /^429 Too Many Requests[^]*Time to wait\s+47 s/],
    ["no JSON", "Internal Server Error", /no JSON body/],
    ["a body that nothing is known of", "{}", /does not know this response/],
    ["a body that is no object", "[1]", /does not know this response/],
    ["markup stays text", '{"status":500,"request_id":"<img src=x onerror=alert(1)>"}', /quote\s+<img src=x/],
  ];
  test("is matched as the generated decoder does", () => open(browser, orders(), {}, async (page) => {
    await page.click("summary");
    for (const [what, text, want] of cases) {
      await page.fill("#_paste", text);
      assert.match(await page.innerText("#_found"), want, what);
    }
  }));
});

// What stands in the page's own rules is tested without a browser, in reader_test.go.
test("a response pasted where all rules count", () => open(browser, file("complete.html"), {}, async (page) => {
  await page.click("summary");
  for (const [what, text, want] of [
    ["a success", 'HTTP/1.1 200 OK\n\n{"ok":true}', /^With status 200, this is not an error by the catalog\.$/],
    ["a success that is an error", 'HTTP/1.1 200 OK\n\n{"error":{"decline_code":"not_ok"}}', /^200 Falsehood/],
    ["a header that counts", 'HTTP/1.1 403 Forbidden\r\nx-ratelimit-remaining: 0\r\n\r\n{}', /^403, 429 Rate Limited/],
    ["no header that counts", "HTTP/1.1 429 Slow\n\n{}", /^429 Too Many Requests/],
    ["a code in a domain", 'HTTP/1.1 400 Bad\n\n{"messages":[{"status":0},{"status":17,"text":"Barred"}]}',
      /^SMS Rejected[^]*Domain\s+sms\s+Code\s+17\s+Message\s+Barred/],
    ["a pattern with a delay", '{"error":{"code":"FLOOD_WAIT_31"}}', /^420 Flood Wait[^]*Time to wait\s+31 s/],
    ["a retired code", '{"error":{"code":"E9"}}', /^Retired: E9, E10 \(Gone\)\s+Orders are not parked any more\.\s+The catalog does not know/],
    ["a message with values in it", '{"message":"No order o-7 since 1999"}', /^404 Order Not Found/],
    ["the server's word", 'HTTP/1.1 503 Busy\nX-Should-Retry: false\n\n{"retry":true}', /Retry: no, as the server says\./],
    ["another word of the server", 'HTTP/1.1 404 None\n\n{"retry":true}', /Retry: yes, as the server says\./],
  ]) {
    await page.fill("#_paste", text);
    assert.match(await page.innerText("#_found"), want, what);
  }
}));

describe("all that a catalog can say", () => {
  const complete = () => file("complete.html");

  test("is in the page, without scripts too", () => open(browser, complete(), { javaScriptEnabled: false }, async (page) => {
    await unskip(page);
    const text = (await page.innerText("main")).replace(/\s+/g, " ");
    for (const fact of [
      "Severity: warning", "Deprecated: use CdcLocked, which says since when", "Formerly TextRejected, MessageRejected.",
      "Only when the header X-Ratelimit-Remaining is 0.", "or any that matches FLOOD_WAIT_(?P<retry_after>\\d+)",
      "Values in the message No order {order_id} since {since} order_id string, such as o-42 since time, such as 2026-01-02T15:04:05Z",
      "E9, E10 (Gone) — Orders are not parked any more.", "18 in the domain sms", "NeverSent",
      "is an error where the header X-Failed is there", "Where the header X-Ratelimit-Remaining is 0:",
      "/error/info/*/reason (of an element in which @type is example.com/Info)",
    ]) {
      assert.ok(text.includes(fact), `the page does not say ${fact}`);
    }
  }));

  test("can be searched and filtered", () => open(browser, complete(), {}, async (page) => {
    for (const [query, want] of [
      ["sms 17", ["SMS Rejected"]], ["cdc 1", ["CDC Rejected"]], ["textrejected", ["SMS Rejected"]],
      ["FLOOD_WAIT_31", ["420 Flood Wait"]], ["flood_wait_x", []], ["since when", ["4XX Expired"]],
    ]) {
      await page.fill(search, query);
      assert.deepEqual((await shown(page)).slice(0, 1), want, query);
    }
    await page.fill(search, "");
    await page.selectOption("#_domain", "cdc");
    assert.deepEqual(await shown(page), ["CDC Rejected", "4XX Expired", "CDC Locked"]);
    assert.equal(new URL(page.url()).searchParams.get("domain"), "cdc");
    await page.reload();
    assert.equal(await page.inputValue("#_domain"), "cdc");
  }));

  test("a catalog without domains has no filter for them", () => open(browser, orders(), {}, async (page) => {
    assert.equal(await page.$$eval(".filters select", (all) => all.length), 4);
  }));
});

describe("names that errors had", () => {
  const places = ["text-rejected", "message-rejected"];
  const top = (page, id) => page.evaluate((anchor) => document.getElementById(anchor).getBoundingClientRect().top, id);

  test("lead to the present anchor", () => open(browser, file("complete.html"), {}, async (page) => {
    for (const place of places) {
      await page.goto("about:blank");
      await page.goto(`${file("complete.html")}#${place}`);
      await page.waitForURL(/#sms-rejected$/);
      const at = await top(page, "sms-rejected");
      assert.ok(at > 60 && at < 300, `#${place} is at ${at}`);
    }
    const before = await page.evaluate(() => history.length);
    await page.evaluate(() => { location.hash = "text-rejected"; });
    await page.waitForURL(/#sms-rejected$/);
    assert.ok(await page.evaluate(() => history.length) <= before + 1, "the old name stays in the history");
  }));

  test("lead to the error without scripts", () => open(browser, file("complete.html"), { javaScriptEnabled: false }, async (page) => {
    for (const place of places) {
      await page.goto(`${file("complete.html")}#${place}`);
      const { y } = await page.locator("#sms-rejected").boundingBox();
      assert.ok(y > 60 && y < 300, `#${place} is at ${y}`);
    }
  }));

  test("lead to a retired error", () => open(browser, `${file("complete.html")}#gone`, {}, async (page) => {
    assert.equal(new URL(page.url()).hash, "#gone");
    assert.ok(await top(page, "gone") < 900);
  }));

  for (const [where, javaScriptEnabled] of [["with scripts", true], ["without scripts", false]]) {
    test(`have pages of their own in a split reference, ${where}`, () => open(browser, `${server.origin}/complete/text-rejected.html`, { javaScriptEnabled }, async (page) => {
      await page.waitForURL(/complete\/sms-rejected\.html$/);
      await page.goto(`${server.origin}/complete/gone.html`);
      await page.waitForURL(/complete\/index\.html#gone$/);
    }));
  }
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
