// The state of a list: the words that are searched, what is chosen in each facet, order, page; and what of a list it
// leaves. It stands in the address, so that Back, reload and a shared address give the same.
(function () {
  "use strict";

  const unknown = "未载明";
  const sizes = [20, 50]; // cards of a page, the usual first

  // fields reads what a page says of the fields of its list: name:label:place:use, parted by bars.
  function fields(spec) {
    return spec.split("|").map((f, column) => {
      const [name, label, place, use] = f.split(":");
      return { name, label, place, use, column };
    });
  }

  // chosen are the fields that a reader chooses by: by values, of a range or span by its first and last day, of which only a range
  // orders the list too; "off" is what is left out.
  const chosen = (all) => all.filter((f) => ["facet", "date", "day", "state", "due", "range", "span", "off"].includes(f.use));
  const sorted = (all) => all.filter((f) => ["date", "day", "number", "range"].includes(f.use));

  // usual is the order in which a list stands: by its first date, the newest first; by its first day, the earliest.
  function usual(all) {
    const first = all.find((f) => f.use === "date" || f.use === "day");
    return first ? (first.use === "date" ? "-" : "") + first.name : "";
  }

  // read returns the state that an address has; what it does not know is passed over.
  function read(search, all, known = sizes) {
    const p = new URLSearchParams(search);
    const facets = {};
    for (const f of chosen(all)) {
      const values = Array.from(new Set(p.getAll("f." + f.name))).filter(Boolean);
      if (values.length > 0) facets[f.name] = values;
    }
    const order = p.get("sort") || "";
    const isOrder = sorted(all).some((f) => f.name === order.replace(/^-/, ""));
    const size = Number(p.get("size"));
    return {
      q: (p.get("q") || "").trim(),
      facets,
      sort: isOrder ? order : usual(all),
      page: Math.max(1, Math.floor(Number(p.get("page"))) || 1),
      size: known.includes(size) ? size : known[0],
    };
  }

  // write returns the address of a state, what is usual left out.
  function write(state, all, known = sizes) {
    const p = new URLSearchParams();
    if (state.q) p.append("q", state.q);
    for (const f of chosen(all)) for (const value of state.facets[f.name] || []) p.append("f." + f.name, value);
    if (state.sort !== usual(all)) p.append("sort", state.sort);
    if (state.size !== known[0]) p.append("size", state.size);
    if (state.page > 1) p.append("page", state.page);
    const text = p.toString();
    return text ? "?" + text : "";
  }

  // toggled returns the state with one value of a facet taken or given back, on its first page.
  function toggled(state, name, value) {
    const had = state.facets[name] || [];
    const values = had.includes(value) ? had.filter((v) => v !== value) : had.concat(value);
    const facets = Object.assign({}, state.facets);
    if (values.length > 0) facets[name] = values;
    else delete facets[name];
    return Object.assign({}, state, { facets, page: 1 });
  }

  const active = (state) => Object.values(state.facets).reduce((n, values) => n + values.length, 0);

  // wordsOf returns by which words of its column an item is chosen; of a date that is the year, of a day the month.
  function wordsOf(column, i) {
    const value = column.values[i];
    if (column.use === "date" || column.use === "day") {
      if (value === null) return [unknown];
      const year = String(Math.floor(value / 10000));
      return [column.use === "date" ? year : year + "-" + String(Math.floor(value / 100) % 100).padStart(2, "0")];
    }
    return Array.isArray(value) ? value.map((v) => column.words[v]) : [column.words[value]];
  }

  // select returns the numbers of the items that have a chosen value in each facet but the one left out; found are the
  // items that have the words, or null for all.
  function select(total, columns, facets, found, except) {
    const tests = Object.entries(facets).filter(([name]) => name !== except).map(([name, values]) => [columns[name], new Set(values)]);
    const out = [];
    for (const i of found || Array(total).keys()) {
      if (tests.every(([column, values]) => wordsOf(column, i).some((w) => values.has(w)))) out.push(i);
    }
    return out;
  }

  // counts returns the values of a facet with how many of the items have each: the most frequent first, of dates and days
  // the newest, of deadlines the most urgent; chosen ones always. Values that only other items have are listed with 0.
  function counts(column, total, items, values) {
    const n = new Map();
    for (let i = 0; i < total; i++) for (const w of wordsOf(column, i)) n.set(w, 0);
    for (const value of values || []) if (!n.has(value)) n.set(value, 0);
    for (const i of items) for (const w of wordsOf(column, i)) n.set(w, n.get(w) + 1);
    const newest = (a, b) => (a[0] === unknown) - (b[0] === unknown) || (a[0] < b[0] ? 1 : -1);
    if (column.order) return Array.from(n).sort((a, b) => column.order.indexOf(a[0]) - column.order.indexOf(b[0]));
    return Array.from(n).sort(column.use === "facet" ? (a, b) => b[1] - a[1] : newest);
  }

  // arrange returns items in an order; those of which it is not known stand last either way.
  function arrange(items, column, down) {
    const key = (i) => column.values[i];
    return items.slice().sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === null || y === null) return (x === null) - (y === null) || a - b;
      return (down ? y - x : x - y) || a - b;
    });
  }

  // numbers returns which pages are linked: the first, the last and those around the present one, 0 for a gap.
  function numbers(page, last) {
    const out = [];
    for (let n = 1; n <= last; n++) {
      if (n === 1 || n === last || Math.abs(n - page) <= 1 || (page <= 3 && n <= 4) || (page > last - 3 && n > last - 4)) out.push(n);
      else if (out[out.length - 1] !== 0) out.push(0);
    }
    return out;
  }

  // guard puts an apostrophe before what a spreadsheet program would run.
  function guard(cell) {
    return /^\s*[=+\-@＝＋－＠]/.test(cell) || /^[\t\r\n]/.test(cell) ? "'" + cell : cell;
  }

  // csv returns rows as the program writes them.
  function csv(rows) {
    const cell = (text) => (/[",\r\n]|^\s/.test((text = guard(text))) ? '"' + text.replace(/"/g, '""') + '"' : text);
    return "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  const exported = { unknown, sizes, fields, chosen, sorted, usual, read, write, toggled, active, select, counts, arrange, numbers, csv };
  if (typeof module === "undefined") window.zhengceListState = exported;
  else module.exports = exported;
})();
