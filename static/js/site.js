"use strict";

/* Comfort for pages that are complete without it: filters over long tables, and an outline
   that is folded on narrow screens. */
(function () {
  /** The distinct texts of a column, in the order in which they first appear. */
  function values(rows, column) {
    return Array.from(new Set(rows.map(function (row) { return text(row, column); }))).filter(Boolean);
  }

  function text(row, column) {
    const cell = row.cells[column - 1];
    return cell ? cell.textContent.trim() : "";
  }

  /** Puts choices over a table whose data-filter names columns: "1 2 6". */
  function addFilter(table) {
    const columns = table.dataset.filter.split(" ").map(Number);
    const rows = Array.from(table.tBodies[0].rows);
    const box = document.createElement("div");
    box.className = "filter";
    const selects = columns.map(function (column) { return choice(table, rows, column, box); }).filter(Boolean);
    if (selects.length === 0) return;
    const shown = document.createElement("output");
    box.append(shown);
    box.addEventListener("change", function () {
      let n = 0;
      rows.forEach(function (row) {
        row.hidden = !selects.every(function (s) { return !s.value || text(row, Number(s.dataset.column)) === s.value; });
        if (!row.hidden) n++;
      });
      shown.textContent = "显示 " + n + " / " + rows.length + " 行";
    });
    table.parentElement.before(box);
  }

  /** One choice over a column; none where there is nothing to choose. */
  function choice(table, rows, column, box) {
    const found = values(rows, column);
    if (found.length < 2) return null;
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.textContent = table.tHead.rows[0].cells[column - 1].textContent;
    select.dataset.column = String(column);
    select.append(new Option("全部", ""));
    found.forEach(function (value) { select.append(new Option(value, value)); });
    label.append(select);
    box.append(label);
    return select;
  }

  document.querySelectorAll("table[data-filter]").forEach(addFilter);
  const outline = document.querySelector(".outline details");
  if (outline && !window.matchMedia("(min-width: 64rem)").matches) outline.open = false;
})();
