// JSON as a catalog reads it: members in the order of the text, the last of equal
// ones, and numbers as they are written. JSON.parse keeps neither.
(() => {
  "use strict";
  // Kinds of value, in the order of what they count for.
  const kinds = { branch: 0, null: 1, flag: 2, number: 3, text: 4 };
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]|[^\s,:"[\]{}]+/g;
  const deepest = 10_000;

  const isValid = (body) => {
    try {
      JSON.parse(body);
      return true;
    } catch {
      return false;
    }
  };
  const unquote = (token) => JSON.parse(token).replace(/\p{Surrogate}/gu, "\ufffd");
  const scalar = (token) => {
    if (token === "null") return { kind: kinds.null };
    if (token[0] === '"') return { kind: kinds.text, text: unquote(token) };
    return { kind: /^[tf]/.test(token) ? kinds.flag : kinds.number, text: token };
  };
  const branch = (named) => ({ kind: kinds.branch, named, inner: new Map() });

  // The value that a text is; undefined if it is not one. Those within another are
  // in inner, by name or index.
  const parse = (text) => {
    const body = text.replace(/^\ufeff/, "");
    if (!isValid(body)) return undefined;
    const root = branch(false);
    const open = [root];
    let name;
    for (const [token] of body.matchAll(tokens)) {
      const into = open.at(-1);
      if (token === "}" || token === "]") {
        open.pop();
      } else if (into.named && name === undefined) {
        name = unquote(token);
      } else {
        const value = /^[[{]/.test(token) ? branch(token === "{") : scalar(token);
        name ??= String(into.inner.size);
        into.inner.delete(name);
        into.inner.set(name, value);
        name = undefined;
        if (value.inner) open.push(value);
        if (open.length > deepest + 1) return undefined;
      }
    }
    return root.inner.get("0");
  };

  Object.assign(globalThis.errgen, { kinds, parse });
})();
