// Two papers of the reader's choice side by side: pair.html?a=ID&b=ID. Papers come as scripts that
// call zhengcePair.add(id, paper), because a page opened from disk may load nothing else.
(function () {
  "use strict";

  const least = 0.25; // share of common runs from which two measures are taken for one
  const most = 4e6; // product of two lengths up to which texts are compared by character

  // runs returns the distinct stretches of three characters of a text.
  function runs(text) {
    const plain = Array.from(text.replace(/[\p{P}\p{Z}]/gu, ""));
    const out = new Set();
    for (let i = 0; i + 3 <= plain.length; i++) out.add(plain.slice(i, i + 3).join(""));
    return out;
  }

  // align pairs the measures of two papers that have most text in common, each once. Returns rows
  // [a, b] of indexes in the order of a, -1 where there is none; what only b has follows what it
  // follows in b.
  function align(as, bs) {
    const left = as.map((m) => runs(m.text));
    const right = bs.map((m) => runs(m.text));
    const index = new Map();
    left.forEach((set, i) => set.forEach((r) => (index.get(r) || index.set(r, []).get(r)).push(i)));
    const found = [];
    right.forEach((set, j) => {
      const shared = new Map();
      set.forEach((r) => (index.get(r) || []).forEach((i) => shared.set(i, (shared.get(i) || 0) + 1)));
      shared.forEach((n, i) => {
        const share = n / Math.max(1, Math.min(left[i].size, set.size));
        if (share >= least && n >= 3) found.push({ i, j, share, n });
      });
    });
    found.sort((x, y) => y.n * y.share - x.n * x.share || x.i - y.i || x.j - y.j);
    const partner = new Map();
    const taken = new Map();
    for (const f of found) {
      if (!partner.has(f.i) && !taken.has(f.j)) {
        partner.set(f.i, f.j);
        taken.set(f.j, f.i);
      }
    }
    const after = new Map();
    let before = -1;
    bs.forEach((m, j) => {
      if (taken.has(j)) before = j;
      else after.set(before, (after.get(before) || []).concat(j));
    });
    const rows = (after.get(-1) || []).map((j) => [-1, j]);
    as.forEach((m, i) => {
      const j = partner.has(i) ? partner.get(i) : -1;
      rows.push([i, j]);
      if (j >= 0) rows.push(...(after.get(j) || []).map((k) => [-1, k]));
    });
    return rows;
  }

  // difference returns stretches [kind, text]: 0 in both, -1 only in a, 1 only in b.
  function difference(a, b) {
    let x = Array.from(a);
    let y = Array.from(b);
    let start = 0;
    while (start < x.length && start < y.length && x[start] === y[start]) start++;
    let end = 0;
    while (end < x.length - start && end < y.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
    const head = x.slice(0, start);
    const tail = x.slice(x.length - end);
    x = x.slice(start, x.length - end);
    y = y.slice(start, y.length - end);
    const out = [];
    const push = (kind, text) => {
      const last = out[out.length - 1];
      if (!text) return;
      if (last && last[0] === kind) last[1] += text;
      else out.push([kind, text]);
    };
    push(0, head.join(""));
    if (x.length * y.length > most) {
      push(-1, x.join(""));
      push(1, y.join(""));
    } else walk(x, y, push);
    push(0, tail.join(""));
    return out;
  }

  // walk goes along a longest common subsequence of x and y.
  function walk(x, y, push) {
    const w = y.length + 1;
    const table = new Uint16Array((x.length + 1) * w);
    for (let i = x.length - 1; i >= 0; i--) {
      for (let j = y.length - 1; j >= 0; j--) {
        table[i * w + j] = x[i] === y[j] ? table[(i + 1) * w + j + 1] + 1 : Math.max(table[(i + 1) * w + j], table[i * w + j + 1]);
      }
    }
    let i = 0;
    let j = 0;
    while (i < x.length || j < y.length) {
      if (i < x.length && j < y.length && x[i] === y[j]) {
        push(0, x[i++]);
        j++;
      } else if (j >= y.length || (i < x.length && table[(i + 1) * w + j] >= table[i * w + j + 1])) push(-1, x[i++]);
      else push(1, y[j++]);
    }
  }

  // relation names how two measures agree.
  function relation(a, b) {
    if (!b) return "未见对应";
    if (!a) return "新增";
    const plain = (m) => m.text.replace(/[\p{P}\p{Z}]/gu, "");
    return plain(a) === plain(b) ? "一致" : "改写";
  }

  function make(name, ...children) {
    const e = document.createElement(name);
    e.append(...children);
    return e;
  }

  // side returns the cells of a measure: where it stands, and its text with what the other lacks marked.
  function side(root, m, edits, kind) {
    if (!m) return [make("td"), make("td", "—")];
    const a = make("a", m.id);
    a.href = root + m.page;
    const text = make("td");
    for (const [k, t] of edits) {
      if (k === 0) text.append(t);
      else if (k === kind) text.append(make(kind < 0 ? "del" : "ins", t));
    }
    const place = make("td", a);
    if (m.agencies.length) place.append("：" + m.agencies.join("、"));
    return [place, text];
  }

  // show writes the comparison of papers a and b into box, and the counts into line.
  function show(root, a, b, box, line) {
    const heads = ["关系", "甲条款", "甲文", "乙文", "乙条款"];
    const head = make("tr", ...heads.map((t) => make("th", t)));
    head.querySelectorAll("th").forEach((th) => th.setAttribute("scope", "col"));
    const body = make("tbody");
    const counts = new Map();
    for (const [i, j] of align(a.measures, b.measures)) {
      const x = a.measures[i];
      const y = b.measures[j];
      const name = relation(x, y);
      counts.set(name, (counts.get(name) || 0) + 1);
      const edits = difference(x ? x.text : "", y ? y.text : "");
      const [xPlace, xText] = side(root, x, edits, -1);
      const [yPlace, yText] = side(root, y, edits, 1);
      const cells = [make("td", name), xPlace, xText, yText, yPlace];
      cells.forEach((cell, at) => { cell.dataset.head = heads[at]; });
      body.append(make("tr", ...cells));
    }
    const table = make("table", make("caption", "甲：" + a.title + "；乙：" + b.title), make("thead", head), body);
    table.className = "stack";
    const wrap = make("div", table);
    wrap.className = "table";
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", "逐条对照");
    box.replaceChildren(make("details", make("summary", "大纲"), outlines(root, a, b)), make("h2", "逐条对照"), wrap);
    line.textContent = Array.from(counts, ([name, n]) => name + " " + n).join("，");
  }

  // outlines returns the headings of both papers beside each other.
  function outlines(root, a, b) {
    const box = make("div");
    box.className = "outlines";
    for (const [name, paper] of [["甲", a], ["乙", b]]) {
      const link = make("a", paper.title);
      link.href = root + paper.page;
      const list = make("ul");
      for (const m of paper.measures) {
        if (m.level === 0) list.append(make("li", m.id + " " + m.title));
      }
      box.append(make("section", make("h3", name + "：", link), list));
    }
    return box;
  }

  function start() {
    const base = document.documentElement.dataset.root || "";
    const root = base && !base.endsWith("/") ? base + "/" : base;
    const box = document.querySelector("[data-pair]");
    const line = document.querySelector("[data-pair-count]");
    const asked = new URLSearchParams(location.search);
    const [a, b] = [asked.get("a"), asked.get("b")];
    const papers = new Map();
    window.zhengcePair = {
      add(id, paper) {
        papers.set(id, paper);
        for (const [name, field] of Object.entries(window.zhengcePairFields)) if (asked.get(name) === id) field.set(id, paper.title);
        if (papers.has(a) && papers.has(b)) show(root, papers.get(a), papers.get(b), box, line);
      },
    };
    for (const id of new Set([a, b].filter(Boolean))) {
      const script = document.createElement("script");
      script.src = root + "data/papers/" + encodeURIComponent(id) + ".js";
      script.onerror = () => (line.textContent = "没有收录编号为“" + id + "”的文件。");
      document.head.append(script);
    }
  }

  if (typeof module === "undefined") start();
  else module.exports = { align, difference, relation };
})();
