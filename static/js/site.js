// Comfort for pages that are complete without it: filters and sorting of long tables, a word before leaving the site.
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

  // addFilter fills the choices over a table. The address may bring choices along:
  // ?地区=河南省.
  function addFilter(box) {
    const table = box.nextElementSibling.querySelector("table");
    const rows = Array.from(table.tBodies[0].rows);
    const texts = rows.map((row) => Array.from(row.cells, (cell) => cell.textContent.trim()));
    const wanted = new URLSearchParams(location.search);
    const selects = Array.from(box.querySelectorAll("select"));
    const field = box.querySelector("input");
    const shown = box.querySelector("output");
    const later = box.nextElementSibling.nextElementSibling;
    for (const select of selects) {
      const column = Number(select.dataset.column) - 1;
      const found = distinct(texts.map((t) => facet(t[column])));
      const chosen = wanted.get(table.tHead.rows[0].cells[column].textContent.trim());
      for (const value of found.sort(compareCells)) select.append(new Option(value, value, false, value === chosen));
      select.disabled = found.length < 2;
    }
    const apply = () => {
      if (later && later.matches(".later")) later.open = true;
      const choices = selects.map((s) => ({ column: Number(s.dataset.column), value: s.value }));
      const word = field ? field.value.trim().toLowerCase() : "";
      let n = 0;
      rows.forEach((row, i) => {
        row.hidden = !matches(texts[i], choices) || !(!word || texts[i].join("\n").toLowerCase().includes(word));
        if (!row.hidden) n++;
      });
      shown.textContent = "显示 " + n + " / " + rows.length + " 行";
    };
    box.addEventListener("input", apply);
    if (selects.some((s) => s.value)) apply();
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
    document.querySelectorAll(".filter").forEach(addFilter);
    document.querySelectorAll("table[data-sort]").forEach(addSorting);
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
