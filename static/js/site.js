// Comfort for pages that are complete without it: filters over long tables, and an outline that
// is folded on narrow screens.
(function () {
  "use strict";

  // distinct returns the texts that are not empty, each once, in the order in which they come.
  function distinct(texts) {
    return Array.from(new Set(texts)).filter(Boolean);
  }

  // matches reports whether a row has every chosen text in its column; columns count from 1,
  // an empty choice means any.
  function matches(texts, choices) {
    return choices.every((c) => !c.value || texts[c.column - 1] === c.value);
  }

  // addFilter puts choices over a table whose data-filter names columns: "1 2 6".
  function addFilter(table) {
    const rows = Array.from(table.tBodies[0].rows);
    const texts = rows.map((row) => Array.from(row.cells, (cell) => cell.textContent.trim()));
    const box = document.createElement("div");
    box.className = "filter";
    for (const column of table.dataset.filter.split(" ").map(Number)) {
      const found = distinct(texts.map((t) => t[column - 1]));
      if (found.length > 1) box.append(choice(table.tHead.rows[0].cells[column - 1].textContent, column, found));
    }
    if (!box.firstChild) return;
    const shown = document.createElement("output");
    box.append(shown);
    box.addEventListener("change", () => {
      const choices = Array.from(box.querySelectorAll("select"), (s) => ({ column: Number(s.dataset.column), value: s.value }));
      let n = 0;
      rows.forEach((row, i) => {
        row.hidden = !matches(texts[i], choices);
        if (!row.hidden) n++;
      });
      shown.textContent = "显示 " + n + " / " + rows.length + " 行";
    });
    table.parentElement.before(box);
  }

  // choice returns a labelled list of the values of a column.
  function choice(name, column, values) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.dataset.column = String(column);
    select.append(new Option("全部", ""));
    for (const value of values) select.append(new Option(value, value));
    label.append(name, select);
    return label;
  }

  function start() {
    document.querySelectorAll("table[data-filter]").forEach(addFilter);
    const outline = document.querySelector(".outline details");
    if (outline && !window.matchMedia("(min-width: 64rem)").matches) outline.open = false;
  }

  if (typeof module === "undefined") start();
  else module.exports = { distinct, matches };
})();
