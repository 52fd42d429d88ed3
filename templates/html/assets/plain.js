// Which of a catalog's errors a response is, where its status alone tells: what
// match.js says of such a catalog, but for times to wait.
(() => {
  "use strict";
  const { kinds, parse } = globalThis.errgen;

  const covers = (range, status) => range === String(status) || range === `${Math.floor(status / 100)}XX`;
  const best = (errors, status) => errors.find((e) => e.statuses.includes(String(status)))
    ?? errors.find((e) => e.statuses.some((range) => covers(range, status)));

  globalThis.errgen.read = ({ errors, status: repeated, message, requestID }, response) => {
    const root = parse(response.body);
    const at = ({ pointer }) => pointer.reduce((value, token) => value?.inner?.get(token), root);
    const header = (name) => response.headers.filter(([other]) => other.toLowerCase() === name.toLowerCase())
      .map(([, text]) => ({ kind: kinds.text, text }));
    const first = (locators = [], least) => locators.flatMap((l) => (l.header ? header(l.header) : at(l) ?? []))
      .find(({ kind, text }) => kind >= least && text)?.text ?? "";
    const said = first(repeated && [{ pointer: repeated }], kinds.number);
    const status = response.status || (/^[1-5]\d\d$/.test(said) ? Number(said) : 0);
    const found = {
      status,
      error: best(errors, status),
      isJSON: root !== undefined,
      isError: status >= 300 && (status !== 304 || Boolean(best(errors, status))),
      message: first(message, kinds.text),
      requestID: first(requestID, kinds.number),
    };
    return { ...found, possible: status ? [] : errors.filter((e) => found.message && e.message === found.message) };
  };
})();
