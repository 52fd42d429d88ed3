import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const p = await b.newPage({ viewport: { width: 1280, height: 900 } });
p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e));
let t = Date.now(); await p.goto("file:///tmp/dev/big/errors.html"); console.log("load", Date.now()-t);
t = Date.now(); await p.evaluate(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))); console.log("frame", Date.now()-t);
await p.waitForTimeout(3000);
console.log(await p.evaluate(async () => {
  const out = {};
  const s = document.getElementById("_search");
  for (const q of ["r","ra","rate","rate l","code_77","code_7777","", "zzz", "", "token"]) {
    s.value = q;
    const t = performance.now();
    s.dispatchEvent(new Event("input", {bubbles:true}));
    const t2 = performance.now();
    document.body.offsetHeight;
    const t3 = performance.now();
    await new Promise(r => requestAnimationFrame(() => setTimeout(r)));
    out[q+"/"+Object.keys(out).length] = [t2-t, t3-t2, performance.now()-t3].map(Math.round).join("+");
  }
  return out;
}));
await b.close();
