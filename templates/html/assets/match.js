// Which of a catalog's errors a response is: all the rules that generated packages
// follow ("Matching a response"), each as the documentation says it. A catalog is
// the data of a page; a response is {status, headers, body, received}: 0 if the
// status is not known, pairs of a name and a value, the body's text, and when it
// came, in milliseconds.
(() => {
  "use strict";
  // Where no catalog's error has a pattern, matches and delaysIn are not there.
  const { kinds, parse, date, delay, matches, delaysIn } = globalThis.errgen;
  const any = "*";

  // What is found for a key is found once: a body may have very many codes.
  const remembered = (known, key, find) => {
    if (!known.has(key)) known.set(key, find());
    return known.get(key);
  };

  // The ways that a pointer leads from a value: lists of {name, named, value}.
  const walk = (from, [token, ...rest]) => {
    const steps = [...from?.inner ?? []]
      .filter(([name]) => token === any || token === name)
      .map(([name, value]) => ({ name, named: from.named, value }));
    if (!rest.length) return steps.map((step) => [step]);
    return steps.flatMap((step) => walk(step.value, rest).map((way) => [step, ...way]));
  };

  // Tests, of which all have to hold. Null is no value; an object or array is one
  // without a text.
  const passes = (test, values) => {
    if (test.exists !== undefined) return test.exists === values.length > 0;
    return values.some(({ kind, text }) => {
      const isText = kind >= kinds.flag;
      if (test.any) return isText && test.any.includes(text);
      if (test.not) return !isText || !test.not.includes(text);
      return isText && matches(test.pattern, text);
    });
  };
  const passesAll = (value, tests = []) => tests.every((test) => passes(test, walk(value, test.pointer)
    .map((way) => way.at(-1).value)
    .filter(({ kind }) => kind !== kinds.null)));
  const sameTests = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  const covers = (range, status) => range === String(status)
    || range === `${Math.floor(status / 100)}XX`
    || range === "default" && status >= 100 && status <= 599;

  // The part of a text that is the value.
  const clean = ({ stripPrefix = "", before, after }, text) => {
    const rest = text.startsWith(stripPrefix) ? text.slice(stripPrefix.length) : text;
    const first = before ? rest.split(before, 1)[0] : rest;
    return after && first.includes(after) ? first.slice(first.lastIndexOf(after) + after.length) : first;
  };

  const isBlank = (char) => char === " " || char === "\t";
  const trimmed = (text) => {
    let [start, end] = [0, text.length];
    while (isBlank(text[start])) start++;
    while (end > start && isBlank(text[end - 1])) end--;
    return text.slice(start, end);
  };

  // The place of the last * in what two pointers begin with alike, or -1.
  const sharedWild = (a, b) => {
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    return a.slice(0, n).lastIndexOf(any);
  };

  // A reader looks into a response, by the locators of the first shape that applies.
  class Reader {
    constructor(catalog, response) {
      this.response = response;
      this.held = new Map();
      this.firsts = new Map();
      this.root = parse(response.body);
      this.locators = catalog.shapes?.find(({ when }) => when.some((condition) => this.holds(condition))) ?? catalog;
    }

    header(name) {
      return this.response.headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
    }

    holds(condition) {
      const { statuses, headers = [], body } = condition;
      return remembered(this.held, condition, () => (!statuses || statuses.some((range) => covers(range, this.response.status)))
        && headers.every((test) => passes(test, this.header(test.header).map((text) => ({ kind: kinds.text, text }))))
        && passesAll(this.root, body));
    }

    // The texts at a locator, of values of that kind or a greater one, each with the
    // way to it in the body.
    find(locator, least) {
      if (locator.header) return this.header(locator.header).map((text) => ({ text: clean(locator, text) }));
      const { pointer, where, key } = locator;
      const passing = new Map();
      const isMeant = (element) => !where || remembered(passing, element, () => passesAll(element, where));
      const found = [];
      for (const way of walk(this.root, pointer)) {
        const { name, named, value } = way[key ? pointer.lastIndexOf(any) : way.length - 1];
        const isThere = key ? named : value.kind >= least;
        if (isThere && isMeant(way[pointer.indexOf(any)]?.value)) {
          found.push({ text: clean(locator, key ? name : value.text), way });
        }
      }
      return found;
    }

    texts(locators = [], least) {
      return locators.flatMap((locator) => this.find(locator, least).map(({ text }) => text));
    }

    // The first text at locators that is not empty. One that runs through the same *
    // as a code's reads the element in which the code stands.
    first(locators = [], least, code) {
      for (const locator of locators) {
        const { pointer, where } = locator;
        const isBeside = code?.way && pointer && (!where || sameTests(where, code.locator.where));
        const wild = isBeside ? sharedWild(pointer, code.locator.pointer) : -1;
        const text = this.firstOfEach(locator, least, wild).get(code?.way?.[wild]?.value);
        if (text) return text;
      }
      return "";
    }

    // The first text at a locator that is not empty, by the element of a *.
    firstOfEach(locator, least, wild) {
      const known = remembered(this.firsts, locator, () => new Map());
      return remembered(known, wild, () => {
        const texts = new Map();
        for (const { text, way } of this.find(locator, least)) {
          const element = way?.[wild]?.value;
          if (text && !texts.has(element)) texts.set(element, text);
        }
        return texts;
      });
    }

    // The wire codes in the order in which they are tried, without those that say no
    // more than one before; about:blank is none (RFC 9457 §4.2.1).
    codes() {
      const { code: places = [], domain } = this.locators;
      const all = places.flatMap((locator) => this.find(locator, kinds.number)
        .filter(({ text }) => text && text !== "about:blank")
        .map(({ text, way }) => ({
          value: text, locator, way,
          domain: locator.domain ?? this.first(domain, kinds.number, { locator, way }),
        })));
      const distinct = new Map();
      for (const code of all) remembered(distinct, JSON.stringify([code.value, code.domain]), () => code);
      return [...distinct.values()];
    }

    // The status that the body repeats, else 0.
    repeated(pointer) {
      const text = pointer ? this.first([{ pointer }], kinds.number) : "";
      return /^[1-5]\d\d$/.test(text) ? Number(text) : 0;
    }

    // What a group of the error's pattern has caught, else the first valid delay of
    // the locators, else that of Retry-After.
    delay(error, code) {
      const sent = date(this.header("Date")[0] ?? "") ?? BigInt(this.response.received) * 1_000_000n;
      const groups = error?.pattern ? delaysIn(error.pattern, code) : [];
      const caught = groups.map(({ text, unit }) => delay(text, { unit }, sent));
      const located = [...this.locators.retryAfter ?? [], { header: "Retry-After" }]
        .flatMap((locator) => this.find(locator, kinds.number)
          .map(({ text }) => delay(trimmed(text), locator, sent)));
      return [...caught, ...located].find((given) => given !== undefined);
    }
  }

  // The errors by their codes.
  const indexOf = (errors) => {
    const index = { coded: new Map(), patterned: errors.filter(({ pattern }) => pattern) };
    for (const error of errors) {
      for (const code of error.codes ?? []) remembered(index.coded, code, () => []).push(error);
    }
    return index;
  };
  // How errors have a code: patterns count only where none has the code itself.
  const ways = [
    ({ coded }, value) => coded.get(value) ?? [],
    ({ patterned }, value) => patterned.filter(({ pattern }) => matches(pattern, value)),
  ];

  // How well an error agrees with a status: exactly, by a range, by listing none;
  // or not at all.
  const agreement = ({ statuses }, status) => {
    if (!statuses) return 1;
    if (statuses.includes(String(status))) return 3;
    return statuses.some((range) => covers(range, status)) ? 2 : 0;
  };

  // The error that agrees best; of equals the first. A domain tells more than a
  // status, and a status more than a condition.
  const closest = (errors, status, may) => {
    let best;
    let most = 0;
    for (const error of errors) {
      const agrees = agreement(error, status);
      const rank = (error.domain ? 8 : 0) + 2 * agrees + (error.when ? 1 : 0);
      if (agrees && rank > most && may(error)) [best, most] = [error, rank];
    }
    return best;
  };

  // The errors with a code whatever the status, by each of the ways. Domains are
  // equal, or one is missing.
  const known = (index, { value, domain }, may) => ways.map((having) => having(index, value)
    .filter((e) => (!e.domain || !domain || e.domain === domain) && may(e)));

  // The error, and the code that decided, else the first.
  const identify = (errors, index, status, codes, may) => {
    for (const code of codes) {
      for (const having of ways) {
        const agreeing = having(index, code.value).filter((e) => !e.domain || e.domain === code.domain);
        const error = closest(agreeing, status, may);
        if (error) return { error, code };
      }
    }
    const uncoded = closest(errors.filter((e) => !e.codes && !e.pattern), status, may);
    if (uncoded) return { error: uncoded, code: codes[0] };
    for (const code of codes) {
      const only = known(index, code, may).find((list) => list.length === 1);
      if (only) return { error: only[0], code };
    }
    return { error: undefined, code: codes[0] };
  };

  // From status 300 on a response is an error, but 304 only where one lists it;
  // below, where the catalog says so.
  const isError = ({ errors, errorWhen = [] }, reader) => {
    const { status } = reader.response;
    if (status < 300) return errorWhen.some((condition) => reader.holds(condition));
    return status !== 304 || errors.some((e) => agreement(e, status) > 1);
  };

  // What a response may be whose status is not known: the errors with the first
  // code that any has, else those with its message, whatever values are in that.
  const says = ({ says: around, message }, text) => {
    if (!around) return message === text;
    const [first, ...others] = around;
    const last = others.pop();
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of others) {
      const start = text.indexOf(part, at);
      if (start < 0) return false;
      at = start + part.length;
    }
    return text.slice(at).endsWith(last);
  };
  const possible = (errors, index, codes, message, may) => {
    for (const code of codes) {
      const list = known(index, code, may).find(({ length }) => length > 0);
      if (list) return list;
    }
    return errors.filter((e) => message && says(e, message));
  };

  // The errors that are gone which had a code.
  const gone = ({ retired = [] }, code) => retired.filter(({ codes, domain }) => codes?.includes(code?.value)
    && (!domain || !code.domain || domain === code.domain));

  const read = (catalog, response) => {
    const status = response.status || new Reader(catalog, response).repeated(catalog.status);
    const reader = new Reader(catalog, { ...response, status });
    const may = ({ when }) => !when || reader.holds(when);
    const codes = reader.codes();
    const index = indexOf(catalog.errors);
    const { error, code } = identify(catalog.errors, index, status, codes, may);
    const { message, requestID, shouldRetry } = reader.locators;
    const value = code?.value ?? "";
    return {
      status, error, value,
      isJSON: reader.root !== undefined,
      isError: isError(catalog, reader),
      domain: code?.domain ?? "",
      message: reader.first(message, kinds.text, code),
      requestID: reader.first(requestID, kinds.number),
      delay: reader.delay(error, value),
      retry: reader.texts(shouldRetry, kinds.flag).find((word) => word === "true" || word === "false") ?? "",
      retired: gone(catalog, code),
      possible: status ? [] : possible(catalog.errors, index, codes, reader.first(message, kinds.text), may),
    };
  };

  globalThis.errgen.read = read;
})();
