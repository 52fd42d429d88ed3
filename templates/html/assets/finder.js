// Finding an error: search, filters, keys, the index, a pasted response. The
// state is in the URL, so that a search can be sent on and Back undoes it.
(() => {
  "use strict";
  const byID = (id) => document.getElementById(id);
  const data = JSON.parse(byID("_data").textContent);
  const search = byID("_search");
  const filters = { class: byID("_class"), action: byID("_action"), status: byID("_status"), retry: byID("_retry") };
  const count = byID("_count");
  const clear = byID("_clear");
  const nothing = byID("_nothing");

  const element = (tag, text, attributes = {}) => {
    const e = document.createElement(tag);
    e.textContent = text;
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    return e;
  };

  // One item an article, with all errors documented in it.
  const items = [];
  const itemOf = new Map();
  for (const error of data.errors) {
    const heading = byID(error.anchor);
    const article = heading.closest("article");
    let item = itemOf.get(article);
    if (!item) {
      item = { article, heading, errors: [], keys: [], head: "", text: null };
      items.push(item);
      itemOf.set(article, item);
    }
    item.errors.push(error);
    item.keys.push(...error.statuses, ...error.codes.map((code) => code.toLowerCase()));
    item.head += [error.caption, error.name, ...error.codes, error.message, ""].join("\n").toLowerCase();
  }

  // The texts are read when the page has nothing else to do, or on the first search.
  const textOf = (item) => {
    item.text ??= item.article.querySelector(".about").textContent.toLowerCase();
    return item.text;
  };
  const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(() => act({ timeRemaining: () => 8 }), 1));
  const readAhead = (from) => idle((deadline) => {
    let i = from;
    while (i < items.length && deadline.timeRemaining() > 2) textOf(items[i++]);
    if (i < items.length) readAhead(i);
  });
  readAhead(0);

  // Filters.
  const covers = (status, wanted) => status === wanted
    || wanted.endsWith("XX") && status[0] === wanted[0]
    || status.endsWith("XX") && status[0] === wanted[0];
  const passes = (error, f) =>
    (!f.class || data.classes[error.class].key === f.class)
    && (!f.action || data.actions[error.action].key === f.action)
    && (!f.retry || data.actions[error.action].retry === f.retry)
    && (!f.status || error.statuses.some((s) => covers(s, f.status)));
  const rank = (item, terms) => {
    if (terms.every((t) => item.head.includes(t))) return terms.every((t) => item.keys.includes(t)) ? 0 : 1;
    return terms.every((t) => item.head.includes(t) || textOf(item).includes(t)) ? 2 : -1;
  };

  // What is found is moved in front of the list, best first, and the list is put
  // aside whole: that costs the same however long it is.
  const most = 50;
  let found = items;
  const errors = byID("_errors");
  const list = byID("_list");
  const results = byID("_results");
  const all = byID("_all");
  const unfiltered = document.querySelectorAll("[data-unfiltered]");
  const matches = byID("_matches");
  // Article → what stands in its place.
  const places = new Map();
  const putBack = () => {
    for (const [article, place] of places) place.replaceWith(article);
    places.clear();
  };
  const bring = (article) => {
    const place = document.createComment("");
    article.replaceWith(place);
    places.set(article, place);
    results.append(article);
  };
  const row = (error) => {
    const li = element("li", "");
    li.append(element("a", error.caption, { href: error.href }));
    return li;
  };
  let brought = [];
  const show = (filtered) => {
    const now = filtered ? found.slice(0, most) : [];
    if (now.length !== brought.length || now.some((item, i) => item !== brought[i])) {
      putBack();
      for (const { article } of now) bring(article);
      matches.replaceChildren(...now.flatMap(({ errors }) => errors.map(row)));
      brought = now;
    }
    for (const part of [list, all]) part.classList.toggle("aside", filtered);
    for (const part of unfiltered) part.hidden = filtered;
  };

  const filtering = () => list.classList.contains("aside");
  const apply = () => {
    const f = Object.fromEntries(Object.entries(filters).map(([key, { value }]) => [key, value]));
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = terms.length > 0 || Object.values(f).some(Boolean);
    const ranked = [[], [], []];
    for (const item of items) {
      if (item.errors.some((e) => passes(e, f))) ranked[rank(item, terms)]?.push(item);
    }
    found = filtered ? ranked.flat() : items;
    show(filtered);
    const n = found.reduce((sum, { errors }) => sum + errors.length, 0);
    count.textContent = !filtered ? n : `${n} of ${data.errors.length}${found.length > most ? `, the first ${most} shown` : ""}`;
    clear.hidden = !filtered;
    nothing.hidden = n > 0;
    document.dispatchEvent(new CustomEvent("errgen:search", { detail: terms }));
  };

  // State and history: a new search is a step back, a longer one is not.
  const fields = { q: search, ...filters };
  const address = () => {
    const params = new URLSearchParams();
    for (const [key, { value }] of Object.entries(fields)) if (value) params.set(key, value);
    const query = params.toString();
    return location.pathname + (query ? `?${query}` : "");
  };
  const record = (push) => {
    const to = address();
    if (to === location.pathname + location.search) return;
    history[push ? "pushState" : "replaceState"](null, "", to);
  };
  const restore = () => {
    const params = new URLSearchParams(location.search);
    for (const [key, field] of Object.entries(fields)) {
      const value = params.get(key) ?? "";
      field.value = value;
      // A choice that this page does not have is none.
      if (field.value !== value) field.value = "";
    }
    apply();
  };
  const reset = () => {
    for (const field of Object.values(fields)) field.value = "";
    apply();
    record(true);
  };
  let writing = 0;
  const fromTop = () => {
    if (filtering() && errors.getBoundingClientRect().top < 0) errors.scrollIntoView();
  };
  search.addEventListener("input", () => {
    apply();
    fromTop();
    clearTimeout(writing);
    writing = setTimeout(() => record(!new URLSearchParams(location.search).has("q") || !search.value), 150);
  });
  for (const field of Object.values(filters)) {
    field.addEventListener("change", () => {
      apply();
      fromTop();
      record(true);
    });
  }
  clear.addEventListener("click", () => {
    reset();
    search.focus();
  });
  addEventListener("popstate", restore);

  // On paper the list is whole and in order.
  addEventListener("beforeprint", () => show(false));
  addEventListener("afterprint", apply);

  // A link to an error that is filtered away shows it.
  const reveal = () => {
    const target = byID(decodeURIComponent(location.hash.slice(1)));
    const article = target?.closest("article");
    if (!article || !filtering() || places.has(article)) return;
    const { hash } = location;
    reset();
    history.replaceState(null, "", address() + hash);
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  // Keys.
  const focus = (item) => {
    item.heading.focus({ preventScroll: true });
    item.heading.scrollIntoView({ block: "start" });
  };
  const open = (item) => {
    const { href } = item.errors[0];
    if (!href.startsWith("#")) {
      location.assign(href);
      return;
    }
    history.pushState(null, "", href);
    focus(item);
  };
  const current = () => itemOf.get(document.activeElement?.closest("article"));
  const move = (by) => {
    const at = found.indexOf(current());
    const next = (filtering() ? brought : found)[at < 0 ? 0 : at + by];
    if (next) focus(next);
  };
  const keys = {
    "/": () => {
      search.focus();
      search.select();
    },
    j: () => move(1),
    k: () => move(-1),
    Enter: () => open(current()),
    Escape: reset,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at.closest("input, textarea, select")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    if (!keys[event.key] || event.key === "Enter" && at !== current()?.heading) return;
    event.preventDefault();
    keys[event.key]();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      event.preventDefault();
      open(found[0]);
    }
    if (event.key === "Escape" && search.value) {
      search.value = "";
      apply();
      record(true);
      event.stopPropagation();
    }
  });

  // The index follows the text.
  const index = byID("_index");
  const rows = new Map();
  for (const link of all.querySelectorAll("a")) rows.set(link.getAttribute("href"), link);
  let marked = null;
  const follow = () => {
    const article = document.elementFromPoint(innerWidth / 2, innerHeight / 4)?.closest("article");
    const link = article && rows.get(itemOf.get(article).errors[0].href);
    if (!link || link === marked || filtering()) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    marked = link;
    const [row, frame] = [link.getBoundingClientRect(), index.getBoundingClientRect()];
    if (row.top < frame.top + 40 || row.bottom > frame.bottom - 40) index.scrollTop += row.top - frame.top - frame.height / 3;
  };
  let due = 0;
  document.addEventListener("scroll", () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      follow();
    });
  }, { passive: true });

  // A pasted response: a body, what `curl -i` prints, or a log line with a body in it.
  const parse = (text) => {
    const head = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n((?:[^\n]*\S[^\n]*\n)*)/m.exec(text);
    const headers = new Map();
    for (const line of head?.[2].split("\n") ?? []) {
      const colon = line.indexOf(":");
      if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    return { status: head ? head[1] : "", headers, body: jsonIn(head ? text.slice(head.index + head[0].length) : text) };
  };
  const jsonIn = (text) => {
    const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
    for (const part of [text, from < 0 ? "" : text.slice(from, to + 1)]) {
      try {
        return JSON.parse(part);
      } catch {
        // Then the next.
      }
    }
  };
  const at = (body, pointer) => pointer.reduce((value, token) =>
    (value !== null && typeof value === "object" && Object.hasOwn(value, token) ? value[token] : undefined), body);
  const values = (response, locators) => locators
    .map((l) => (l.header ? response.headers.get(l.header.toLowerCase()) : at(response.body, l.pointer)))
    .filter((v) => (typeof v === "string" && v !== "") || typeof v === "number")
    .map(String);

  const inRange = (error, status) => error.statuses.some((s) => s === status || s === `${status[0]}XX`);
  const exactFirst = (errors, status) => errors.toSorted((a, b) => b.statuses.includes(status) - a.statuses.includes(status));
  const match = ({ status, codes, message }) => {
    for (const code of codes) {
      const known = data.errors.filter((e) => e.codes.includes(code));
      const agreeing = known.filter((e) => !status || !e.statuses.length || inRange(e, status));
      if (agreeing.length) return status ? exactFirst(agreeing, status).slice(0, 1) : agreeing;
    }
    const plain = status ? exactFirst(data.errors.filter((e) => !e.codes.length && inRange(e, status)), status) : [];
    if (plain.length) return plain.slice(0, 1);
    for (const code of codes) {
      const known = data.errors.filter((e) => e.codes.includes(code));
      if (known.length === 1) return known;
    }
    return status || !message ? [] : data.errors.filter((e) => e.message === message);
  };
  const fallback = (status) => data.defaults.filter((d) => inRange({ statuses: [d.status] }, status) || d.status === "default")
    .sort((a, b) => (b.status === status) - (a.status === status) || (a.status === "default") - (b.status === "default"))[0];

  const advice = (title, { class: c, action }, href) => {
    const card = document.createElement("div");
    card.append(href ? element("a", title, { href }) : element("strong", title), element("br", ""),
      `${data.classes[c].title}. ${data.actions[action].title}. Retry: ${data.actions[action].words}.`);
    return card;
  };
  const explain = (text) => {
    const response = parse(text);
    const status = response.status || values(response, data.status)[0] || "";
    const [message] = values(response, data.message);
    const [requestID] = values(response, data.requestID);
    const matches = match({ status, codes: values(response, data.code), message });
    const cards = matches.map((e) => advice(e.caption, e, e.href));
    const other = /^\d{3}$/.test(status) && fallback(status);
    if (!cards.length && other) cards.push(advice(`${status} is not listed here; its status says`, other));
    if (!cards.length) {
      cards.push(element("div", response.body === undefined
        ? "That is no JSON body. Paste the whole response body, or what curl -i prints."
        : "The catalog does not know this body."));
    }
    if (requestID) cards.push(element("div", `Request id to quote: ${requestID}`));
    return cards;
  };
  const paste = byID("_paste");
  paste?.addEventListener("input", () => byID("_found").replaceChildren(...(paste.value.trim() ? explain(paste.value) : [])));

  restore();
  reveal();
})();
