import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
for (const h of ["", "#failure7777"]) {
const p = await b.newPage({ viewport: { width: 1280, height: 900 } });
p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e));
let t = Date.now(); await p.goto("file:///tmp/dev/pages/big.html"+h, {timeout: 240000}); console.log("load", Date.now()-t);
t = Date.now(); await p.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d)))); console.log("frame", Date.now()-t);
console.log(await p.evaluate(() => JSON.stringify(performance.getEntriesByType("navigation")[0].toJSON(), null, 0).slice(-300)));
if (h) { await p.waitForTimeout(1000); console.log(await p.evaluate(() => document.getElementById("failure7777").getBoundingClientRect().top)); }
console.log(await p.evaluate(() => document.querySelectorAll(".tabs").length));
const c = await p.context().newCDPSession(p); await c.send("Performance.enable");
console.log((await c.send("Performance.getMetrics")).metrics.filter(m => /Duration|Nodes|Heap.*Used/.test(m.name)).map(m => m.name+"="+(+m.value).toFixed(2)).join(" "));
await p.close();
}
await b.close();
