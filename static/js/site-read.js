// Comfort in reading a paper: the outline follows the text, clauses can be cited, marks tell what
// they mark or step back, and the text proves itself.
(function () {
  "use strict";

  // squeeze returns text without white space and invisible marks, as the generator counts it.
  function squeeze(text) {
    return text.replace(/[\s\u0085\u200B-\u200D\u2060\uFEFF\u00AD]/g, "");
  }

  // current returns the index of the last top at or above line, or 0.
  function current(tops, line) {
    let low = 0, high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle] <= line) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // marked returns the index of the clause that the outline marks: the one that is on top or, where the address leads into
  // another that cannot come there, that one. chosen is its index, or -1, and at where the place itself stands; reach is how
  // far down it may stand.
  function marked(tops, line, chosen, at, reach) {
    return chosen >= 0 && at > -1 && at <= reach ? chosen : current(tops, line);
  }

  if (typeof module !== "undefined") {
    module.exports = { squeeze, current, marked };
    return;
  }

  // The articles of a page are the paper and its annexes in files of their own.
  const articles = Array.from(document.querySelectorAll("article[data-document]"));
  const papers = articles.map((article) => article.querySelector("[data-verbatim]"));
  const [article] = articles;
  if (!article || papers.includes(null)) return;

  function element(name, className, text) {
    const e = document.createElement(name);
    e.className = className;
    if (name === "button") e.type = "button";
    e.textContent = text || "";
    return e;
  }

  // The outline

  // follow makes the outline mark the clause that is read, and returns what marks it now.
  function follow() {
    const links = Array.from(document.querySelectorAll(".outline a"));
    const targets = links.map((a) => document.getElementById(decodeURIComponent(a.hash.slice(1))));
    let asked = false;
    // led returns the place that the address names, if it is one of the texts, and the index of the clause that holds it.
    const led = () => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const holds = (t) => t === place || t.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
      return place && place.closest("[data-verbatim], .annex-head") ? [place, targets.findLastIndex(holds)] : [null, -1];
    };
    const show = () => {
      asked = false;
      const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24;
      const ended = scrollY + innerHeight >= document.documentElement.scrollHeight - 1; // what is below cannot come to the top
      const [place, chosen] = led();
      const at = marked(targets.map((t) => t.getBoundingClientRect().top), line, chosen, place ? place.getBoundingClientRect().top : -1, ended ? innerHeight : line);
      links.forEach((a, i) => {
        if (i !== at) return a.removeAttribute("aria-current");
        if (a.hasAttribute("aria-current")) return;
        a.setAttribute("aria-current", "true");
        const box = a.closest(".outline");
        const top = a.getBoundingClientRect().top - box.getBoundingClientRect().top;
        if (top < 0 || top + a.offsetHeight > box.clientHeight) box.scrollTop += top - box.clientHeight / 3;
      });
    };
    const ask = () => asked || (asked = true, requestAnimationFrame(show));
    if (!links.length || targets.includes(null)) return () => {};
    for (const event of ["scroll", "hashchange", "resize"]) addEventListener(event, ask, { passive: true });
    show();
    return show;
  }

  // The rail

  // railed makes the rail a column where the screen has room for one, and a drawer elsewhere.
  function railed(mark) {
    const rail = document.querySelector(".rail");
    const [button] = rail.children;
    const drawer = () => getComputedStyle(button).position === "fixed" && getComputedStyle(button).display !== "none";
    let was = true; // as it comes, closed
    const fit = () => {
      const is = drawer();
      if (is !== was) rail.open = !is;
      was = is;
    };
    const close = () => {
      if (drawer()) rail.open = false;
    };
    new MutationObserver(fit).observe(document.documentElement, { attributeFilter: ["data-size"] });
    addEventListener("resize", fit);
    fit();
    rail.addEventListener("toggle", () => rail.open && mark());
    rail.addEventListener("click", (e) => e.target.closest("a") && close());
    rail.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !rail.open || !drawer()) return;
      close();
      button.focus();
    });
    document.addEventListener("pointerdown", (e) => rail.contains(e.target) || close());
  }

  // Panels: one at a time, closed by Escape.

  let panel = null, owner = null;

  function closePanel(back) {
    if (!panel) return;
    panel.remove();
    owner.removeAttribute("aria-describedby");
    if (owner.hasAttribute("aria-expanded")) owner.setAttribute("aria-expanded", "false");
    if (back) owner.focus();
    panel = owner = null;
  }

  function openPanel(at, role, ...content) {
    closePanel();
    panel = element("div", "panel");
    owner = at;
    panel.setAttribute("role", role);
    panel.dataset.added = "";
    panel.append(...content);
    document.body.append(panel);
    const box = (at.getClientRects()[0] || at.getBoundingClientRect());
    const left = Math.min(box.left, document.documentElement.clientWidth - panel.offsetWidth - 8);
    panel.style.left = Math.max(8, left) + scrollX + "px";
    const below = box.bottom + 6 + panel.offsetHeight < innerHeight || box.top < panel.offsetHeight + 6;
    panel.style.top = (below ? box.bottom + 6 : box.top - 6 - panel.offsetHeight) + scrollY + "px";
  }

  function explain() {
    const off = () => document.documentElement.dataset.marks === "off";
    let timer = 0;
    const show = (a) => {
      if (off() || a === owner) return;
      if (a.title) {
        a.dataset.panel = a.title;
        a.removeAttribute("title");
      }
      const [first, ...rest] = a.dataset.panel.split(/(?=（)/);
      openPanel(a, "tooltip", element("strong", "", first), element("span", "", rest.join("")));
      panel.id = "panel";
      a.setAttribute("aria-describedby", "panel");
    };
    const marked = (e) => e.target.closest && e.target.closest("a[title], a[data-panel]");
    const hide = () => { timer = setTimeout(() => panel && panel.getAttribute("role") === "tooltip" && closePanel(), 200); };
    for (const paper of papers) {
      paper.addEventListener("pointerover", (e) => {
        const a = marked(e);
        if (a && e.pointerType !== "touch") clearTimeout(timer), show(a);
      });
      paper.addEventListener("pointerout", (e) => marked(e) && hide());
      paper.addEventListener("focusin", (e) => marked(e) && show(marked(e)));
      paper.addEventListener("focusout", (e) => marked(e) && hide());
    }
    document.addEventListener("pointerover", (e) => panel && panel.contains(e.target) && clearTimeout(timer));
    document.addEventListener("pointerout", (e) => panel && panel.contains(e.target) && hide());
  }

  // Clauses

  function cite(button, id, place) {
    const address = location.href.split(/[?#]/)[0] + "#" + id;
    const { citation, today, state, copyLine } = window.zhengceCite;
    const text = citation({ head: article.dataset.reference, signed: article.dataset.signed, place, today: today(), address, state: state(today()) });
    openPanel(button, "dialog", copyLine("链接", address), copyLine("引文", text));
    panel.setAttribute("aria-label", "引用" + place);
    button.setAttribute("aria-expanded", "true");
    panel.querySelector("button").focus();
  }

  function clauses() {
    return papers.flatMap((paper) => Array.from(paper.querySelectorAll(":is(h2, h3, h4, h5, h6, p)[id]:not(.title)")));
  }

  function addTools() {
    for (const clause of clauses()) {
      const number = clause.querySelector("a");
      const own = squeeze(clause.textContent);
      const title = clause.id.startsWith("m") && number ? squeeze(number.textContent) : own.length > 20 ? own.slice(0, 20) + "…" : own;
      const place = clause.dataset.place || title;
      const button = element("button", "tool", "引");
      button.dataset.added = "";
      button.setAttribute("aria-label", "引用" + title);
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => (owner === button ? closePanel(true) : cite(button, clause.id, place)));
      clause.append(button);
    }
  }

  // step goes to the clause n before or after the one on top.
  function step(n) {
    const all = clauses();
    if (!all.length) return;
    const tops = all.map((c) => c.getBoundingClientRect().top);
    const line = 40;
    const at = tops[0] > line ? -1 : current(tops, line);
    const to = all[Math.max(0, Math.min(all.length - 1, at + n))];
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ behavior: "instant", block: "start" });
  }

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && panel) return closePanel(panel.getAttribute("role") === "dialog");
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === "j" || e.key === "n") step(1);
    if (e.key === "k" || e.key === "p") step(-1);
  });
  document.addEventListener("pointerdown", (e) => panel && !panel.contains(e.target) && e.target !== owner && closePanel());

  // Proof

  // ownText returns the text of a paper without what the site added.
  function ownText(paper) {
    const copied = paper.cloneNode(true);
    copied.querySelectorAll("[data-added]").forEach((e) => e.remove());
    return squeeze(copied.textContent);
  }

  function addProof(article, paper) {
    const proof = article.querySelector(".proof");
    const button = element("button", "mode", "重新核验");
    const result = element("output", "");
    button.addEventListener("click", () => {
      const text = ownText(paper);
      const same = window.zhengceSha256(text) === proof.dataset.digest;
      const { original, lost } = article.dataset;
      const agrees = !original ? "与读取的文字一致" : lost ? "与已收录的文字一致；原件另有 " + Number(lost).toLocaleString() + " 字未收录" : "与原件摘要一致";
      result.textContent = same ? "已在本机核验：" + Array.from(text).length.toLocaleString() + " 字，" + agrees : "不一致：本页文字与原件不同，请勿引用";
      result.dataset.same = String(same);
    });
    proof.append(" ", button, " ", result);
  }

  const tools = document.querySelector(".tools");
  const marks = window.zhengceMode.toggle("marks", "off", "隐去标记");
  const steady = () => papers.forEach((paper) => paper.querySelectorAll("a").forEach((a) => { a.tabIndex = document.documentElement.dataset.marks === "off" ? -1 : 0; }));
  marks.addEventListener("click", steady);
  const print = element("button", "mode", "打印");
  print.addEventListener("click", () => window.print());
  tools.append(marks, " ", print);
  steady();
  addTools();
  explain();
  railed(follow());
  articles.forEach((article, i) => addProof(article, papers[i]));
})();
