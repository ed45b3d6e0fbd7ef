// Comfort for pages that are complete without it: filters and sorting of long tables, an outline
// that is folded on narrow screens, a word before leaving the site.
(function () {
  "use strict";

  // distinct returns the texts that are not empty, each once, in the order in which they come.
  function distinct(texts) {
    return Array.from(new Set(texts)).filter(Boolean);
  }

  // facet returns what a reader chooses of a cell: of a date its year.
  function facet(text) {
    const date = /^\d{4}年(?=\d)/.exec(text);
    return date ? date[0] : text;
  }

  // matches reports whether a row has every chosen text in its column; columns count from 1,
  // an empty choice means any.
  function matches(texts, choices) {
    return choices.every((c) => !c.value || facet(texts[c.column - 1]) === c.value);
  }

  // sortKey returns the number or date that a cell begins with, or null.
  function sortKey(text) {
    const date = /^(\d{4})年(?:(\d+)月(?:(\d+)日)?)?$/.exec(text);
    if (date) return Number(date[1]) * 10000 + Number(date[2] || 0) * 100 + Number(date[3] || 0);
    const number = /^[-−]?[\d,]+(?:\.\d+)?(?=%?$)/.exec(text);
    return number ? Number(number[0].replace(/,/g, "").replace("−", "-")) : null;
  }

  const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

  // compareCells orders cells: empty ones last, numbers by size, words by their sound.
  function compareCells(a, b) {
    const [x, y] = [sortKey(a), sortKey(b)];
    if (!a || !b) return !a - !b;
    if (x !== null && y !== null) return x - y;
    if (x !== null || y !== null) return x === null ? 1 : -1;
    return collator.compare(a, b);
  }

  const cellText = (row, column) => (row.cells[column] ? row.cells[column].textContent.trim() : "");

  // addFilter puts choices over a table whose data-filter names columns: "1 2 6". The address
  // may bring choices along: ?地区=河南省.
  function addFilter(table) {
    const rows = Array.from(table.tBodies[0].rows);
    const texts = rows.map((row) => Array.from(row.cells, (cell) => cell.textContent.trim()));
    const wanted = new URLSearchParams(location.search);
    const box = document.createElement("div");
    box.className = "filter";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "筛选");
    for (const column of table.dataset.filter.split(" ").map(Number)) {
      const name = table.tHead.rows[0].cells[column - 1].textContent.trim();
      const found = distinct(texts.map((t) => facet(t[column - 1])));
      if (found.length > 1) box.append(choice(name, column, found.sort(compareCells), wanted.get(name)));
    }
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    if (rows.length > 8) box.append(labelled("含有", field));
    if (!box.firstChild) return;
    const shown = document.createElement("output");
    box.append(shown);
    const apply = () => {
      const choices = Array.from(box.querySelectorAll("select"), (s) => ({ column: Number(s.dataset.column), value: s.value }));
      const word = field.value.trim().toLowerCase();
      let n = 0;
      rows.forEach((row, i) => {
        row.hidden = !matches(texts[i], choices) || !(!word || texts[i].join("\n").toLowerCase().includes(word));
        if (!row.hidden) n++;
      });
      shown.textContent = "显示 " + n + " / " + rows.length + " 行";
    };
    box.addEventListener("input", apply);
    if (Array.from(box.querySelectorAll("select")).some((s) => s.value)) apply();
    table.parentElement.before(box);
  }

  function labelled(name, field) {
    const label = document.createElement("label");
    label.append(name, field);
    return label;
  }

  // choice returns a labelled list of the values of a column.
  function choice(name, column, values, chosen) {
    const select = document.createElement("select");
    select.dataset.column = String(column);
    select.append(new Option("全部", ""));
    for (const value of values) select.append(new Option(value, value, false, value === chosen));
    return labelled(name, select);
  }

  // addSorting makes the heads of a table buttons that sort its rows.
  function addSorting(table) {
    const body = table.tBodies[0];
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = Array.from(body.rows).map((row) => [cellText(row, column), row]);
        rows.sort(([a], [b]) => (a && b && down ? -1 : 1) * compareCells(a, b));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  // announce asks before a link leaves for a site that is not the government's.
  function announce(event) {
    const link = event.target.closest && event.target.closest("a.outside");
    if (!link || /(^|\.)gov\.cn$/.test(link.hostname)) return;
    if (!window.confirm("即将离开本站，前往 " + link.hostname + "，是否继续？")) event.preventDefault();
  }

  function start() {
    document.querySelectorAll("table[data-filter]").forEach(addFilter);
    for (const table of document.querySelectorAll("table[data-table]")) {
      if (table.tHead && table.tHead.rows.length === 1 && table.tBodies[0].rows.length > 2) addSorting(table);
    }
    const outline = document.querySelector(".outline details");
    if (outline && !window.matchMedia("(min-width: 64rem)").matches) outline.open = false;
    document.addEventListener("click", announce);
    document.addEventListener("keydown", (e) => {
      if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
      const field = document.querySelector("#q, #home-q, #site-q");
      if (!field) return;
      e.preventDefault();
      field.focus();
    });
  }

  if (typeof module === "undefined") start();
  else module.exports = { distinct, facet, matches, sortKey, compareCells };
})();
