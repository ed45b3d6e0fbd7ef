// Marks in a page every occurrence of the terms that the address names in hl, and leads from one
// to the next. The text itself stays as it is: marks only wrap it.
(function () {
  "use strict";

  const { fold, occurrences } = window.zhengceSearchText;
  const blocks = "p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, blockquote, pre, caption, summary, div, section, article";

  // runs returns the text nodes of root, those of one block together.
  function runs(root) {
    const all = [];
    let block;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("script, style, nav, form, button, [data-added]")) continue;
      const b = node.parentElement.closest(blocks);
      if (b !== block) all.push([]);
      block = b;
      all[all.length - 1].push(node);
    }
    return all;
  }

  // wrap marks the stretches [start, end) of the joined text of nodes; it returns the marks of each.
  function wrap(nodes, stretches) {
    const found = stretches.map(() => []);
    let at = nodes.reduce((n, node) => n + node.data.length, 0);
    // From the end, so that what is still to be cut keeps its place.
    for (const node of [...nodes].reverse()) {
      const length = node.data.length;
      at -= length;
      for (let i = stretches.length - 1; i >= 0; i--) {
        const from = Math.max(stretches[i][0] - at, 0);
        const to = Math.min(stretches[i][1] - at, length);
        if (from >= to) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        const mark = document.createElement("mark");
        mark.className = "hit";
        range.surroundContents(mark);
        found[i].unshift(mark);
      }
    }
    return found.filter((marks) => marks.length);
  }

  class Hits {
    constructor(hits, terms) {
      Object.assign(this, { hits, at: -1 });
      this.bar = document.createElement("div");
      this.bar.className = "hits";
      this.bar.setAttribute("role", "region");
      this.bar.setAttribute("aria-label", "检索词所在");
      this.said = document.createElement("output");
      this.terms = terms;
      const button = (text, label, action) => {
        const b = document.createElement("button");
        Object.assign(b, { type: "button", textContent: text });
        b.setAttribute("aria-label", label);
        b.addEventListener("click", action);
        return b;
      };
      this.bar.append(this.said, button("↑", "上一处", () => this.go(this.at - 1)), button("↓", "下一处", () => this.go(this.at + 1)),
        button("✕", "去掉标记", () => this.clear()));
      document.body.append(this.bar);
    }

    go(n) {
      const { hits } = this;
      const set = (current) => hits[this.at] && hits[this.at].forEach((m) => m.classList.toggle("current", current));
      set(false);
      this.at = (n + hits.length) % hits.length;
      set(true);
      hits[this.at][0].scrollIntoView({ block: "center" });
      this.said.textContent = "“" + this.terms.join("”“") + "”第 " + (this.at + 1) + " 处，共 " + hits.length + " 处";
    }

    clear() {
      for (const mark of this.hits.flat()) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }
      this.bar.remove();
    }
  }

  function start() {
    const terms = new URLSearchParams(location.search).getAll("hl").map((t) => fold(t)).filter(Boolean);
    const main = document.querySelector("main");
    if (!terms.length || !main) return;
    const hits = [];
    for (const nodes of runs(main)) {
      hits.push(...wrap(nodes, occurrences(nodes.map((n) => n.data).join(""), terms)));
    }
    if (!hits.length) return;
    const bar = new Hits(hits, terms);
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const first = target ? hits.findIndex(([m]) => target.contains(m) || target.compareDocumentPosition(m) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
    bar.go(Math.max(0, first));
  }

  start();
})();
