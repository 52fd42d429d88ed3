import { chromium } from "playwright-core";
const [file, out, width, scheme, anchor, height, script] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const p = await b.newPage({ viewport: { width: +width, height: +(height||1000) }, colorScheme: scheme });
p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e));
await p.goto(file + (anchor||"")); await p.waitForTimeout(400);
if (script) { const r = await (eval("(async (p)=>{"+script+"})"))(p); if (r) console.log(r); await p.waitForTimeout(700); }
await p.screenshot({ path: out });
await b.close();
