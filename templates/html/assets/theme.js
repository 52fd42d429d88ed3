// Before the first paint: that scripts run, what the reader chose before, and
// which errors come near the viewport, as far as the browser tells.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  root.dataset.lang = "response";
  try {
    root.dataset.theme = localStorage.getItem("errgen.theme") ?? "";
    root.dataset.lang = localStorage.getItem("errgen.lang") ?? "response";
  } catch {
    // Without storage the system's preference holds.
  }

  const near = new Set();
  document.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
    if (!target.matches(".error")) return;
    near[skipped ? "delete" : "add"](target);
    document.dispatchEvent(new CustomEvent("errgen:near", { detail: { target, near: !skipped } }));
  }, true);
  globalThis.errgen = { near };
})();
