import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"], env: {...process.env, FONTCONFIG_FILE:"/tmp/fonts.conf"} });
const file = process.argv[2], tag = process.argv[3];
for (const w of [390, 1280]) for (const s of ["light","dark"]) {
  if (process.argv[4] && !process.argv[4].includes(w+s)) continue;
  const p = await b.newPage({ viewport: { width: w, height: w>1000?900:844 }, colorScheme: s, deviceScaleFactor: 1 });
  p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e));
  await p.goto(file); await p.waitForTimeout(300);
  await p.screenshot({ path: `/tmp/shots/${tag}-${w}-${s}.png` });
  await p.evaluate(() => { for (const e of document.querySelectorAll(".error,.part")) e.style.contentVisibility = "visible"; });
  await p.setViewportSize({ width: w, height: Math.min(9000, await p.evaluate(() => document.documentElement.scrollHeight)) });
  await p.waitForTimeout(400);
  await p.screenshot({ path: `/tmp/shots/${tag}-${w}-${s}-full.png` });
}
await b.close();
