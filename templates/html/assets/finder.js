// Finding an error: search, filters, keys, the index. The state is in the URL, so
// that a search can be sent on and Back undoes it.
(() => {
  "use strict";
  const byID = (id) => document.getElementById(id);
  const data = JSON.parse(byID("_data").textContent);
  const search = byID("_search");
  const filters = {};
  for (const select of document.querySelectorAll(".filters select")) filters[select.id.slice(1)] = select;
  const count = byID("_count");
  const clear = byID("_clear");
  const nothing = byID("_nothing");

  const element = (tag, text, attributes = {}) => {
    const e = document.createElement(tag);
    e.textContent = text;
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    return e;
  };
  // The paste box needs these too.
  Object.assign(globalThis.errgen, { data, element });

  // One item an article, with all errors documented in it.
  const items = [];
  const itemOf = new Map();
  for (const error of data.errors) {
    error.href ??= `#${error.anchor}`;
    const heading = byID(error.anchor);
    error.caption ??= heading.textContent.trim();
    const article = heading.closest("article");
    let item = itemOf.get(article);
    if (!item) {
      item = { article, heading, errors: [], keys: [], head: "", text: null };
      items.push(item);
      itemOf.set(article, item);
    }
    item.errors.push(error);
    const { statuses = [], domain = "", codes = [] } = error;
    item.keys.push(...[...statuses, domain, ...codes].map((key) => key.toLowerCase()));
    item.head += [error.caption, error.name, domain, ...codes, error.message, ""].join("\n").toLowerCase();
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
    && (!f.status || error.statuses?.some((s) => covers(s, f.status)))
    && (!f.domain || error.domain === f.domain);
  const rank = (item, terms) => {
    const isKey = (t) => item.keys.includes(t)
      || item.errors.some(({ pattern }) => pattern && globalThis.errgen.resembles(pattern, t));
    if (terms.every(isKey)) return 0;
    if (terms.every((t) => item.head.includes(t))) return 1;
    return terms.every((t) => isKey(t) || item.head.includes(t) || textOf(item).includes(t)) ? 2 : -1;
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
    const more = found.length > most ? `, the first ${most} shown` : "";
    count.textContent = filtered ? `${n} of ${data.errors.length}${more}` : n;
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

  // A link to a name that an error had leads to its own, and one to an error that
  // is filtered away shows it.
  const reveal = () => {
    const target = byID(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches(".head .former")) {
      location.replace(`#${target.closest(".head").querySelector("h3").id}`);
      return;
    }
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

  restore();
  reveal();
})();
