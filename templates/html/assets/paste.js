// A pasted response: its text in, what the catalog says of it out.
(() => {
  "use strict";
  const { data, element, parse, read } = globalThis.errgen;

  // A body, what `curl -i` prints, or a log line with a body in it. Of several
  // responses, as after a redirect, the last counts.
  const head = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n?((?:[^\n]*\S[^\n]*\n?)*)/gm;
  const split = (text) => {
    const last = [...text.matchAll(head)].at(-1);
    const headers = [];
    for (const line of last?.[2].split("\n") ?? []) {
      const colon = line.indexOf(":");
      if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
    const rest = last ? text.slice(last.index + last[0].length) : text;
    const within = rest.slice(rest.indexOf("{"), rest.lastIndexOf("}") + 1);
    const body = parse(rest) ? rest : within || rest;
    return { status: Number(last?.[1] ?? 0), headers, body, received: Date.now() };
  };

  const fallback = (status) => [status, `${status[0]}XX`, "default"]
    .map((range) => data.defaults?.find((d) => d.status === range)).find(Boolean);
  // The server's word counts for more than the catalog's.
  const retrying = ({ retry, words }, said) => {
    if (said === "false") return "no, as the server says";
    return said === "true" && retry === "no" ? "yes, as the server says" : words;
  };
  const card = (caption, href, text) => {
    const box = element("div", "");
    box.append(href ? element("a", caption, { href }) : element("strong", caption), element("br", ""), text);
    return box;
  };
  const advice = (caption, { class: c, action: a, href }, said) => {
    const action = data.actions[a];
    return card(caption, href, `${data.classes[c].title}. ${action.title}. Retry: ${retrying(action, said)}.`);
  };
  const errors = ({ status, error, possible, isJSON, retry }) => {
    const found = error ? [error] : possible;
    const other = status && fallback(String(status));
    if (found.length) return found.map((e) => advice(e.caption, e, retry));
    if (other) return [advice(`${status} is not listed here; its status says`, other, retry)];
    return [element("div", isJSON
      ? "The catalog does not know this response."
      : "That is no JSON body. Paste the whole response body, or what curl -i prints.")];
  };
  const facts = ({ domain, value, message, requestID, delay }) => {
    const list = element("dl", "", { class: "places" });
    const wait = delay === undefined ? "" : `${(Number(delay) / 1e9).toLocaleString("en")} s`;
    for (const [name, text] of [
      ["Domain", domain], ["Code", value], ["Message", message], ["Request id to quote", requestID], ["Time to wait", wait],
    ]) {
      if (text) list.append(element("dt", name), element("dd", text));
    }
    return list.childElementCount ? [list] : [];
  };
  const explain = (text) => {
    const found = read(data, split(text));
    if (found.status && !found.isError) return [element("div", `With status ${found.status}, this is not an error by the catalog.`)];
    const gone = found.retired?.map(({ words, why }) => card(`Retired: ${words}`, "#_retired", why)) ?? [];
    return [...gone, ...errors(found), ...facts(found)];
  };
  const box = document.getElementById("_paste");
  box.addEventListener("input", () => {
    document.getElementById("_found").replaceChildren(...(box.value.trim() ? explain(box.value) : []));
  });
})();
