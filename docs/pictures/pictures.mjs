// Makes the README's pictures: the reference page, light and dark, and what
// `errgen explain` prints in a terminal. With Chromium and Node.js:
//
//	make pictures
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { launch } from "../../templates/html/browser/browser.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const picture = (name) => fileURLToPath(new URL(name, import.meta.url));
const columns = 80;

const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

// colored shows text with SGR codes (ECMA-48 §8.3.117) as HTML.
const colored = (text) => text.split("\x1b[").map((part, i) => {
  const [, code, rest] = i ? /^(\d+)m([^]*)$/.exec(part) : [part, "0", part];
  return code === "0" ? escape(rest) : `<span class="s${code}">${escape(rest)}</span>`;
}).join("");

const terminal = (lines) => `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px 20px; width: max-content; background: #16181d; color: #d5d9e0; }
pre { margin: 0; width: ${columns}ch; font: 14px/1.4 "DejaVu Sans Mono", monospace; }
.s1 { font-weight: bold; color: #fff; } .s2 { color: #8b93a1; }
.s31 { color: #f28b82; } .s32 { color: #81c995; } .s33 { color: #fdd663; } .s36 { color: #78d9ec; }
</style><pre>${lines.map(([command, output]) => `<span class="s2">$</span> ${escape(command)}\n${colored(output)}`).join("\n")}</pre>`;

// errgen runs the command as a reader would, in the repository's root.
const errgen = (...args) => execFileSync("go", ["run", "./cmd/errgen", ...args, "--color", "always"], {
  cwd: root, encoding: "utf8", env: { ...process.env, COLUMNS: String(columns) },
});

const browser = await launch();
for (const colorScheme of ["light", "dark"]) {
  const tab = await browser.newPage({ viewport: { width: 1180, height: 660 }, colorScheme });
  await tab.goto(new URL("../../generated/docs/errors.html#too-many-requests", import.meta.url).href);
  await tab.evaluate(() => document.activeElement.blur());
  await tab.screenshot({ path: picture(`page-${colorScheme}.png`) });
  await tab.close();
}
const tab = await browser.newPage();
await tab.setContent(terminal([["errgen explain 429", errgen("explain", "429")]]));
await tab.locator("body").screenshot({ path: picture("explain.png") });
await browser.close();
