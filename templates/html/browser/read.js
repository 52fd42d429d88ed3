// Reads responses as a page does, without a browser: what stands on standard input
// is {script, data, responses}, a reader.js and what a page has as its data. Of
// each response it prints what the script says, and how many milliseconds it took.
import { text } from "node:stream/consumers";
import { runInThisContext } from "node:vm";

const { script, data, responses } = JSON.parse(await text(process.stdin));
globalThis.errgen = {};
runInThisContext(script);
const readings = responses.map((response) => {
  const start = performance.now();
  const { error, possible, retired = [], delay, ...rest } = globalThis.errgen.read(data, response);
  const took = performance.now() - start;
  return { ...rest, error: error?.name, possible: possible.map(({ name }) => name), retired: retired.length, delay: delay?.toString(), took };
});
process.stdout.write(JSON.stringify(readings));
