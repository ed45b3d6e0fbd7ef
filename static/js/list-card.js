// What of a list stands on the page: cards, the links of its pages, what is chosen. The cards are as layouts/_partials/list.html
// makes them.
(function () {
  "use strict";

  const { unknown, numbers, chosen } = window.zhengceListState;

  function element(name, properties = {}, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  }

  function button(text, click, className = "list-button") {
    const b = element("button", { type: "button", className }, text);
    b.addEventListener("click", click);
    return b;
  }

  // card returns a thing as it stands in a list.
  function card([href, words, cells], fields, base) {
    const item = element("li");
    item.dataset.item = "";
    let open = null;
    for (const f of fields) {
      const text = cells[f.column];
      if (!f.place || !text || text === unknown || (f.place === "text" && text === words)) continue;
      if (!open || open.className !== "list-" + f.place) item.append((open = element("p", { className: "list-" + f.place })));
      if (f.place === "title") open.append(element("a", { href: base + href }, words), text.slice(words.length));
      else if (f.place === "text") open.append(text);
      else {
        const span = element("span", {}, text);
        span.dataset.label = f.label;
        if (f.use === "state") window.zhengceState.mark(span);
        if (f.use === "due") window.zhengceDue.mark(span);
        open.append(span);
      }
    }
    return item;
  }

  // pages returns links to the pages of a result; address gives that of one.
  function pages(page, last, address, go) {
    if (last < 2) return "";
    const link = (n, text, label) => {
      const a = element("a", { href: address(n) }, text);
      if (label) a.setAttribute("aria-label", label);
      if (n === page && !a.rel) a.setAttribute("aria-current", "page");
      a.addEventListener("click", (e) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey || e.button !== 0) return;
        e.preventDefault();
        go(n);
      });
      return element("li", {}, a);
    };
    const list = element("ul");
    if (page > 1) list.append(link(page - 1, "上一页"));
    for (const n of numbers(page, last)) list.append(n ? link(n, String(n), "第 " + n + " 页") : element("li", { className: "list-gap" }, "…"));
    if (page < last) list.append(link(page + 1, "下一页"));
    const nav = element("nav", {}, list);
    nav.setAttribute("aria-label", "分页");
    return nav;
  }

  function valueText(field, value) {
    if (field.use === "range" || field.use === "span") return value.split("..").map((day, i) => day && (i ? "至 " : "自 ") + day).filter(Boolean).join(" ");
    const [year, month] = value.split("-");
    if (value === unknown || (field.use !== "date" && field.use !== "day")) return value;
    return year + "年" + (month ? Number(month) + "月" : "");
  }

  // chips returns what is chosen, each of which can be taken away, and what takes away all.
  function chips(state, fields, remove, clear) {
    const out = [];
    for (const f of chosen(fields)) {
      for (const value of state.facets[f.name] || []) {
        const b = button(f.label + "：" + valueText(f, value), () => remove(f.name, value), "list-chip");
        b.setAttribute("aria-label", "去掉筛选 " + f.label + "：" + valueText(f, value));
        out.push(b);
      }
    }
    if (out.length > 0) out.push(button("清除全部筛选", clear, "list-clear"));
    return out;
  }

  // save gives the browser a text as a file.
  function save(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    const a = element("a", { href: url, download: name });
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  window.zhengceListCard = { element, button, card, pages, chips, valueText, save };
})();
