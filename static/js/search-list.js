// How a result is shown: its title, the sentences in which the words stand, and where it belongs; in
// the page, and as a row of the table that one can save.
(function () {
  "use strict";

  const { root } = window.zhengceSearch;
  const { occurrences, snippet } = window.zhengceSearchText;
  const step = 500; // rows that are read at once

  function element(name, properties = {}, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  }

  function button(text, action, className = "search-more") {
    const b = element("button", { type: "button", className, textContent: text });
    b.addEventListener("click", action);
    return b;
  }

  function marked(pieces) {
    return pieces.map(([text, mark]) => (mark ? element("mark", { textContent: text }) : text));
  }

  // describe reads what is shown of results: {href, kind, title, crumb, texts, more}.
  async function describe({ index, terms }, results) {
    const [records, texts] = await Promise.all([index.records(results.map((r) => r.page)), index.paragraphs(results.map((r) => r.best))]);
    return results.map((r, i) => {
      const page = records.get(r.page);
      if (!page) return { kind: r.kind, title: "（这一页的资料没有读到）", texts: [] };
      const start = index.first[r.page];
      const [, anchor, url, title, crumb] = page.clauses[r.best - start];
      const { state } = index.columns;
      const now = state.values[state.of[r.page]];
      const about = (place) => [place, now === "未载明" ? "" : now].filter(Boolean).join(" · ");
      if (r.clause >= 0) return { href: root + url, kind: r.kind, title, crumb: about(crumb), texts: texts[i] };
      return { href: root + page.url + (anchor ? "#" + anchor : ""), kind: r.kind, title: page.title, crumb: about(page.crumb),
        texts: r.best === start ? [] : texts[i], more: r.hits > 1 ? "共 " + r.hits + " 条含有" : "" };
    });
  }

  // items returns results as elements of a list.
  async function items(search, results) {
    return (await describe(search, results)).map((d) => item(d, search.terms));
  }

  // excerpt returns the stretches of a clause's paragraphs that show the terms, as pieces [string, marked]:
  // the paragraph with most of them, and the next one that has others.
  function excerpt(texts, terms, width) {
    const holding = texts.map((text) => ({ text, terms: terms.filter((t) => occurrences(text, [t]).length) }));
    const first = holding.reduce((best, h) => (h.terms.length > best.terms.length ? h : best), holding[0] || { text: "", terms: [] });
    const second = holding.find((h) => h.terms.some((t) => !first.terms.includes(t)));
    const pieces = snippet(first.text, terms, second ? Math.floor(0.6 * width) : width);
    return second ? [...pieces, [" … ", false], ...snippet(second.text, second.terms.filter((t) => !first.terms.includes(t)), Math.floor(0.5 * width))] : pieces;
  }

  function item({ href, kind, title, crumb, texts, more }, terms) {
    const link = element(href ? "a" : "span", href ? { className: "search-title", href } : {}, ...marked(snippet(title, terms, Infinity)));
    // The page opens with its words marked; the plain address is what one copies.
    if (href) link.addEventListener("click", () => {
      const [path, hash] = href.split("#");
      link.href = path + "?" + terms.map((t) => "hl=" + encodeURIComponent(t)).join("&") + (hash ? "#" + hash : "");
      setTimeout(() => { link.href = href; });
    });
    const item = element("li", { className: "search-result" },
      element("p", { className: "search-head" }, element("span", { className: "search-kind", textContent: kind }), " ", link));
    item.dataset.result = "";
    item.dataset.kind = kind;
    const pieces = excerpt(texts, terms, 120);
    if (pieces.length) item.append(element("p", { className: "search-snippet" }, ...marked(pieces)));
    const below = [crumb, more].filter(Boolean).join(" · ");
    if (below) item.append(element("p", { className: "search-crumb", textContent: below }));
    return item;
  }

  // save lets the reader keep all results of a kind, or of every kind, as a table.
  async function save(results, only, order) {
    const { search } = results;
    const rows = [["类别", "标题", "出处", "地址", "摘录"]];
    for (const [kind] of results.counts()) {
      const ids = only && kind !== only ? [] : results.of(kind, order);
      for (let i = 0; i < ids.length; i += step) {
        const some = Array.from(ids.subarray(i, i + step), (id) => results.result(kind, id));
        for (const d of await describe(search, some)) {
          const text = excerpt(d.texts, search.terms, 200).map(([piece]) => piece).join("");
          rows.push([d.kind, d.title, d.crumb || "", d.href ? new URL(d.href, location.href).href : "", text]);
        }
      }
    }
    const link = element("a", { download: "jiansuo.csv", href: URL.createObjectURL(new Blob(["\ufeff" + csv(rows)], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // csv writes rows; a cell that a spreadsheet would compute gets an apostrophe.
  function csv(rows) {
    const cell = (s) => '"' + (/^[=+\-@\t]/.test(s) ? "'" : "") + s.replace(/\s+/g, " ").replaceAll('"', '""') + '"';
    return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  window.zhengceSearchList = { element, button, item, items, save };
})();
