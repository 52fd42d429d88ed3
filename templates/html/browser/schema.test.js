// The JSON documents are what templates/json/schema.json says.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { read } from "./browser.js";

const schema = JSON.parse(await readFile(new URL("../../json/schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

for (const name of ["example", "orders", "bare", "hostile", "big"]) {
  test(`${name}.json is valid`, async () => {
    assert.ok(validate(JSON.parse(await read(`${name}.json`))), JSON.stringify(validate.errors, null, 2));
  });
}

const broken = {
  "an unknown version": (d) => { d.schema_version = 2; },
  "a member that is not documented": (d) => { d.errors[0].extra = 1; },
  "a member that is missing": (d) => { delete d.errors[0].fix; },
  "an unknown mode": (d) => { d.actions[0].mode = "later"; },
  "a status out of range": (d) => { d.errors[0].statuses[0].from = 99; },
  "a locator in two places": (d) => { d.response.code = [{ header: "X", pointer: "/x" }]; },
};
for (const [what, spoil] of Object.entries(broken)) {
  test(`${what} is not valid`, async () => {
    const document = JSON.parse(await read("orders.json"));
    spoil(document);
    assert.equal(validate(document), false);
  });
}
