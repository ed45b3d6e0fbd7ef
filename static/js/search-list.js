// How a result is shown: its title, what it is, the sentences in which the words stand, and who answers for them; as
// a card of the list, and as a row of the table that one can save.
(function () {
  "use strict";

  const { root } = window.zhengceSearch;
  const { fold, occurrences, snippet } = window.zhengceSearchText;
  const { roleNames, duesOf } = window.zhengceSearchResult;
  const { element, button } = window.zhengceListCard;
  const step = 500; // rows that are read at once
  const shown = 3; // bodies of a role that a card names
  const windows = 4; // stretches of a clause that a card shows
  const amount = /(?:最高|最多|不超过|不低于|不少于|达到|超过|给予|每\S{1,4})?(?:人民币)?\d[\d,.]*(?:[—-]\d[\d,.]*)?\s?(?:[百千万亿]+元?|元|%|％|个百分点|倍)(?:以上|以下|以内|左右|\/[^\s，。；、]{1,3})?/gu;

  const fields = ["类别", "标题", "文号和日期", "发文机关", "时效", "条款", "责任部门", "摘录", "匹配", "地址"];

  function marked(pieces) {
    return pieces.map(([text, mark]) => (mark ? element("mark", { textContent: text }) : text));
  }

  // pieces parts a text where the terms stand: [string, marked].
  function pieces(text, terms, also) {
    const at = occurrences(text, terms);
    if (also) for (const m of text.matchAll(also)) at.push([m.index, m.index + m[0].length]);
    at.sort((a, b) => a[0] - b[0]);
    const out = [];
    let last = 0;
    for (const [start, end] of at) {
      if (end <= last) continue;
      out.push([text.slice(last, Math.max(last, start)), false], [text.slice(Math.max(last, start), end), true]);
      last = end;
    }
    return [...out, [text.slice(last), false]].filter(([s]) => s);
  }

  // stretch returns what of a text shows most of the terms, with the sentences before it for which there is room.
  function stretch(text, terms, width) {
    const part = snippet(text, terms, width).map(([s]) => s).join("");
    const core = part.replace(/^…|…$/gu, "");
    const at = text.indexOf(core);
    let from = at;
    for (const m of text.slice(0, Math.max(at, 0)).matchAll(/[。！？；!?;][”’"'」』）)]*/g)) {
      if (at + core.length - m.index - m[0].length <= width) from = Math.min(from, m.index + m[0].length);
    }
    if (at > 0 && at + core.length <= width) from = 0;
    return from < at ? (from > 0 ? "…" : "") + text.slice(from, at + core.length) + (at + core.length < text.length ? "…" : "") : part;
  }

  // excerpt returns the stretches of a clause's paragraphs that show all terms which it has, as pieces [string, marked]:
  // the stretch with most of them first, then those that show others. Amounts are marked where they are asked for.
  function excerpt(texts, terms, width, amounts) {
    let left = terms.filter((t) => texts.some((text) => fold(text).includes(t)));
    const parts = [];
    for (let n = 0; n < windows && (left.length || !n); n++) {
      const best = texts.map((text, i) => ({ i, text: stretch(text, left, n ? Math.floor(width / 2) : width) }))
        .map((p) => ({ ...p, has: left.filter((t) => fold(p.text).includes(t)) }))
        .reduce((a, b) => (b.has.length > a.has.length ? b : a), { i: -1, text: "", has: [] });
      if (best.i < 0 && n) break;
      const first = best.i < 0 ? { i: 0, text: texts.length ? stretch(texts[0], [], width) : "" } : best;
      parts.push(first);
      left = left.filter((t) => !fold(first.text).includes(t));
    }
    parts.sort((a, b) => a.i - b.i);
    return pieces(parts.map((p) => p.text).filter(Boolean).join(" ").replaceAll("… …", " … "), terms, amounts ? amount : null);
  }

  // bodies returns the agencies of a clause by role, those that lead or answer alone first: [[role, [name]]].
  function bodies(roles) {
    const by = new Map(["lead", "sole", "joint", "support", "supervise"].map((role) => [role, []]));
    for (let i = 0; i < roles.length; i += 2) by.set(roles[i + 1], [...(by.get(roles[i + 1]) || []), roles[i]]);
    return [...by].filter(([, list]) => list.length).map(([role, list]) => [roleNames[role] || role, list]);
  }

  // describe reads what is shown of results {kind, page, clause, best, hits}, with the texts of the first ones.
  async function describe(index, results, read = results.length) {
    const [records, texts] = await Promise.all([index.records(results.map((r) => r.page)), index.paragraphs(results.slice(0, read).map((r) => r.best))]);
    return results.map((r, i) => {
      const page = records.get(r.page);
      if (!page) return { kind: r.kind, title: "（这一页的资料没有读到）", line: [], texts: [], bodies: [], due: [] };
      const start = index.first[r.page];
      const { state, issuer, date } = index.columns;
      const now = state.values[state.of[r.page]];
      const issuers = issuer.values[issuer.of[r.page]].split("\n").filter(Boolean);
      const [, anchor, url, title = "", crumb = "", , roles = [], sets = []] = page.clauses[r.best - start] || [];
      const own = r.clause >= 0;
      const [paper, place] = crumb.includes(" · ") ? crumb.split(/ · (?=[^·]*$)/u) : [crumb, ""];
      const about = own ? [paper, place && "条款 " + place, date.values[date.of[r.page]]] : [page.crumb, issuers.slice(0, 2).join("、") + (issuers.length > 2 ? "等" : "")];
      return {
        kind: r.kind, issuers, state: now === "未载明" ? "" : now || "", texts: r.best === start ? [] : texts[i], best: r.best, bodies: bodies(roles), due: duesOf(sets),
        title: own ? title : page.title, crumb: own ? paper : page.crumb, place: own ? place : [place, title].filter(Boolean).join(" "),
        href: root + (own || r.best >= index.apart[r.page] ? url : page.url + (anchor ? "#" + anchor : "")), line: about.filter(Boolean),
        more: r.hits > 1 ? "全文共 " + r.hits + " 处条款含有" : "",
      };
    });
  }

  // link leads to a result; its page opens with the words marked, and the plain address is what one copies.
  function link(d, terms) {
    const a = element("a", { className: "search-title", href: d.href }, ...marked(pieces(d.title, terms)));
    a.addEventListener("click", () => {
      const [path, hash] = d.href.split("#");
      a.href = path + "?" + terms.map((t) => "hl=" + encodeURIComponent(t)).join("&") + (hash ? "#" + hash : "");
      setTimeout(() => { a.href = d.href; });
    });
    return a;
  }

  function tag(label, ...words) {
    const span = element("span", {}, ...words);
    if (label) span.dataset.label = label;
    return span;
  }

  // item returns a result as a card. intents are what is asked for: who, or how much.
  function item(d, terms, { intents = new Set(), level = "", said = "" } = {}) {
    const card = element("li", { className: "search-result" },
      element("p", { className: "list-title" }, d.href ? link(d, terms) : d.title),
      element("p", { className: "list-line" }, element("span", { className: "search-kind" }, d.kind), ...d.line.map((s) => tag("", s)), ...(d.state ? [tag("时效", d.state)] : [])));
    Object.assign(card.dataset, { item: "", result: "", kind: d.kind }, level ? { level } : {});
    if (d.texts) quote(card, d.texts, terms, intents);
    const roles = d.bodies.map(([role, list]) => tag(role, list.slice(0, shown).join("、") + (list.length > shown ? "等 " + list.length + " 个" : "")));
    if (intents.has("who")) for (const e of roles) e.className = "search-answer";
    const words = [d.kind === "文件" && d.place ? tag("条款", d.place) : null, ...roles, d.due.length ? tag("时限", d.due.slice(0, shown).join("、")) : null, d.more ? tag("", d.more) : null, said ? tag("匹配", said) : null].filter(Boolean);
    if (words.length) card.append(element("p", { className: "list-words" }, ...words));
    return card;
  }

  // quote adds to a card the stretches of its clause that show the terms.
  function quote(card, texts, terms, intents = new Set()) {
    const text = excerpt(texts, terms, 120, intents.has("amount"));
    if (text.length) card.querySelector(".list-line").after(element("p", { className: "list-text" }, ...marked(text)));
  }

  const atOnce = 3; // cards that a first view shows: the texts of others are read when they come near it

  // cards returns the results as cards; of each, termsOf tells from its texts what to mark, options what else is said.
  async function cards(index, results, termsOf, options = () => ({})) {
    const all = await describe(index, results, atOnce);
    return all.map((d, i) => {
      const card = item(d, termsOf(d.texts || []), options(i));
      if (!d.texts) {
        whenNear(card, async () => {
          const [texts] = await index.paragraphs([d.best]);
          quote(card, texts, termsOf(texts), options(i).intents);
        });
      }
      return card;
    });
  }

  const waiting = new WeakMap(); // what is done when an element comes near the view

  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      waiting.get(target)();
    }
  });

  function whenNear(e, action) {
    waiting.set(e, action);
    near.observe(e);
  }

  // row returns a result as it stands in the table that one saves, its cells in the order of fields.
  function row(d, terms, said) {
    const text = excerpt(d.texts, terms, 200).map(([piece]) => piece).join("");
    const roles = d.bodies.map(([role, list]) => role + "：" + list.join("、")).join("；");
    return [d.kind, d.title, d.crumb || "", (d.issuers || []).join("、"), d.state || "", d.place || "", roles, text, said, d.href ? new URL(d.href, location.href).href : ""];
  }

  window.zhengceSearchList = { element, button, describe, item, cards, row, fields, step };
})();
