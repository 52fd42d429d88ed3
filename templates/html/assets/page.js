// What every page can do: switch the theme and the language of examples, copy,
// colour code. All of it is done to what is near the viewport alone, so that a
// page of 10,000 errors costs no more than one of ten.
(() => {
  "use strict";
  const root = document.documentElement;

  const keep = (key, value) => {
    try {
      localStorage.setItem(`errgen.${key}`, value);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  };

  const button = (className, text, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = className;
    b.textContent = text;
    b.addEventListener("click", act);
    return b;
  };

  // Theme.
  const theme = document.getElementById("_theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light theme" : "Dark theme"; };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep("theme", root.dataset.theme);
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  nameTheme();

  // Copying.
  const write = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // A page served without TLS has no clipboard.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  };
  const copier = (className, label, text, name) => {
    const b = button(className, label, async () => {
      try {
        await write(text());
        b.dataset.done = "Copied";
      } catch {
        b.dataset.done = "Not copied";
      }
      said.textContent = b.dataset.done;
      setTimeout(() => delete b.dataset.done, 1600);
    });
    if (name) b.setAttribute("aria-label", name);
    return b;
  };
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  document.body.append(said);

  // Tabs: one choice for all examples of the page.
  const choose = (lang) => {
    root.dataset.lang = lang;
    keep("lang", lang);
    for (const tab of document.querySelectorAll("[role=tab]")) mark(tab);
  };
  const mark = (tab) => {
    const chosen = tab.dataset.lang === root.dataset.lang;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
  };
  const step = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    const tabs = [...event.currentTarget.querySelectorAll("[role=tab]")];
    const next = tabs.at((tabs.indexOf(document.activeElement) + by) % tabs.length);
    choose(next.dataset.lang);
    next.focus();
  };
  const addTabs = (group) => {
    const bar = document.createElement("div");
    const list = document.createElement("div");
    bar.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Example");
    list.addEventListener("keydown", step);
    for (const panel of group.querySelectorAll(".sample")) {
      const label = panel.querySelector(".title").textContent;
      const tab = button("tab", label, () => choose(tab.dataset.lang));
      tab.setAttribute("role", "tab");
      tab.dataset.lang = panel.dataset.lang;
      mark(tab);
      list.append(tab);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-label", label);
    }
    const shown = () => group.querySelector(`.sample[data-lang="${root.dataset.lang}"] .code`).textContent;
    bar.append(list, copier("copy", "Copy", shown, "Copy the example"));
    group.prepend(bar);
    group.classList.add("ready");
  };

  // What a reader may copy or switch gets its controls when it comes near.
  const equip = (block) => {
    if (block.dataset.ready) return;
    block.dataset.ready = "yes";
    block.querySelectorAll(".tabbed").forEach(addTabs);
    for (const sample of block.querySelectorAll(".sample")) {
      if (sample.closest(".tabbed")) continue;
      const code = sample.querySelector(".code");
      sample.querySelector(".title").append(copier("copy", "Copy", () => code.textContent, "Copy the code"));
    }
    for (const code of block.querySelectorAll(".head .chip")) {
      const text = code.textContent;
      code.append(copier("copy", "Copy", () => text, `Copy ${text}`));
    }
    for (const head of block.querySelectorAll(".head")) {
      const { id } = head.querySelector("[id]");
      const link = () => {
        const url = new URL(head.querySelector(".name")?.href ?? location.href);
        url.search = "";
        if (block.dataset.alone) url.hash = "";
        return url.href;
      };
      head.querySelector(".sort").before(copier("copy", "Copy link", link, `Copy link to ${id}`));
    }
  };

  // Colours come as highlights, which need no element: names, texts, words.
  const syntax = /("(?:[^"\\]|\\.)*")(\s*:)?|(\/\/.*)|\b(if|return|defer|true|false|null|err|nil|-?\d[\d.eE+-]*)\b/g;
  const colours = {};
  for (const name of ["name", "text", "word", "hit"]) {
    if (!globalThis.Highlight) break;
    colours[name] = new Highlight();
    CSS.highlights.set(name, colours[name]);
  }
  // What is coloured: block → [[highlight, range], …].
  const painted = new Map();
  const paint = (block, node, name, start, end) => {
    if (!colours[name]) return;
    const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
    colours[name].add(range);
    painted.get(block).push([colours[name], range]);
  };
  let terms = [];
  const paintCode = (block) => {
    for (const { firstChild } of block.querySelectorAll(".code")) {
      for (const m of firstChild?.data.matchAll(syntax) ?? []) {
        if (m[3]) continue;
        const name = m[4] ? "word" : m[2] ? "name" : "text";
        paint(block, firstChild, name, m.index, m.index + (m[1] ?? m[4]).length);
      }
    }
  };
  const paintHits = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.data.toLowerCase();
      if (text.length !== node.data.length || node.parentElement.closest("button")) continue;
      for (const term of terms) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          paint(block, node, "hit", at, at + term.length);
        }
      }
    }
  };
  const wash = (block) => {
    for (const [highlight, range] of painted.get(block) ?? []) highlight.delete(range);
    painted.delete(block);
  };
  const colour = (block) => {
    wash(block);
    painted.set(block, []);
    paintCode(block);
    if (terms.length) paintHits(block);
  };
  document.addEventListener("errgen:search", (event) => {
    terms = event.detail.filter((term) => term.length > 1);
    [...painted.keys()].forEach(colour);
  });

  const meet = (block) => {
    equip(block);
    colour(block);
  };
  document.addEventListener("errgen:near", ({ detail }) => (detail.near ? meet : wash)(detail.target));
  globalThis.errgen.near.forEach(meet);
  document.querySelectorAll(".coded,[data-alone]").forEach(meet);
})();
