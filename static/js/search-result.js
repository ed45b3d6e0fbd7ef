// The pages that answer a query: how many of each kind and value, and in which order. There may be
// half a million, so all is counted in plain arrays, and only those to be shown become objects.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;

  const { said } = isModule ? require("./validity.js") : window.zhengceState;

  // stateColumn returns what each page is on the reader's day; one that is no paper is nothing.
  function stateColumn({ values, of }) {
    const states = values.map((days) => days && said(days));
    const each = [...new Set(states)];
    return { values: each, of: of.map((d) => each.indexOf(states[d])) };
  }

  // columnsOf returns the columns by which pages are chosen; the state is that of the reader's day.
  function columnsOf({ columns }) {
    columns.state ||= stateColumn(columns.days);
    return columns;
  }

  const kinds = ["文件", "机构", "措施", "指标", "说明"];
  const agency = 1;
  const measure = 2;
  const target = 3;

  // The filters, by the name that they have in the address. Those of pages need nothing more
  // than the columns; those of clauses need the records.
  const pageFilters = ["region", "issuer", "code", "year", "date", "type", "state"];
  const roleNames = { lead: "牵头", support: "配合", sole: "单独负责", joint: "未分主次", supervise: "督办" };
  const setNames = { target: "目标值", threshold: "条件、门槛" };
  const day = /^\d{4}-\d\d-\d\d$/; // the last one of a deadline
  const duesOf = (sets) => sets.filter((s) => day.test(s));
  const spans = ["date", "due"]; // filters by a first and a last day
  const named = (sets, names) => sets.map((s) => names[s]).filter(Boolean);
  const clauseFilters = {
    agency: ([, , , , , , roles = []]) => roles.filter((_, i) => i % 2 === 0),
    role: ([, , , , , , roles = []]) => [...new Set(named(roles.filter((_, i) => i % 2), roleNames))],
    set: ([, , , , , , , sets = []]) => named(sets, setNames),
    target: ([, , , , , , , sets = []]) => sets.filter((s) => /^\d{4}$/.test(s)),
    due: ([, , , , , , , sets = []]) => duesOf(sets),
  };

  // split returns the values of a filter that stand in one of its column: of issuers there may be several.
  const split = (name, value) => (name === "issuer" ? value.split("\n") : [value]);

  // fits returns whether a value is one of the chosen.
  const fits = (name, chosen) => (v) => chosen[name].some((c) => (spans.includes(name) ? within(v, c) : v === c));

  // within reports whether a day stands in the range "2015-01-01..2016-12-31", either end of which may be open. Of a
  // date that is a year or a month, its first day counts.
  function within(day, range) {
    const [from, to] = range.split("..");
    return day !== "" && (day + "-01-01").slice(0, 10) >= from && (!to || day <= to);
  }

  const titled = 800; // the title of the page answers
  const called = 900; // an agency that is asked for by the end of its name
  const mostCalled = 3; // of these stand before all others
  const holding = 8; // a paper in force counts for more than one that is not, where all else is equal,
  const newest = 16; // and a new one for more than an old one
  const looked = 6; // of the first results the texts are read to order them
  const scores = 8192; // a score is less than that
  const leading = 4096; // an agency that was asked for answers for the clause
  const beginning = 2048; // the clause begins with a sentence that holds a term
  const fewest = 100; // results that are picked out rather than all ordered

  // Results are those of a search: pages with a clause that answers, or with scope "doc" those on
  // which all words occur somewhere, and clauses that have pages of their own. chosen holds the
  // value of each filter that is set; records are those of all pages if there is one of clauses.
  // Of each kind it keeps how many results belong to each page.
  class Results {
    constructor(search, scope = "", chosen = {}, records = null) {
      const { index } = search;
      const { pages } = index.manifest;
      Object.assign(this, { search, index, clauses: search.clauses() });
      columnsOf(index);
      if (scope === "title") this.clauses = this.titles();
      for (const name of ["best", "hits", "points"]) this[name] = new Int32Array(pages);
      this.isResult = new Uint8Array(pages);
      this.begun = new Uint8Array(pages); // whether a clause may begin with a sentence that holds a term
      this.on = kinds.map(() => new Int32Array(pages));
      this.ordered = [];
      this.answering = this.clauses;
      const holds = this.clauseFilter(chosen, records);
      if (holds) this.answering = this.clauses.map((m, c) => m && holds(index.pageOf[c], c) && m);
      // What shows that a page answers: clauses that do, or where the words may stand anywhere, that hold one.
      this.hit = scope === "doc" ? search.any() : this.clauses;
      this.weigh();
      const whole = scope === "doc" ? search.whole() : null;
      const fits = pageFilters.some((name) => chosen[name]) && this.pageFilter(chosen);
      this.nearest = {}; // by kind, the first results, those first whose terms stand close together
      this.pageList = []; // pages that have results
      const { hits, points, on: { [measure]: measures, [target]: targets } } = this;
      for (let p = 0; p < pages; p++) {
        const isResult = hits[p] > 0 && (!whole || whole[p] > 0) && (!holds || this.pageHolds(p, holds));
        if (!isResult) points[p] = 0;
        if ((isResult || measures[p] || targets[p]) && (!fits || fits(p))) this.pageList.push(p);
        this.isResult[p] = isResult ? 1 : 0;
      }
      this.addPages();
      this.total = this.totals.reduce((a, b) => a + b);
    }

    // titles marks the clauses that answer and are the titles of pages, with their numbers and other names.
    titles() {
      const all = this.index.noMarks();
      for (let p = 0; p < this.index.manifest.pages; p++) all[this.index.first[p]] = this.clauses[this.index.first[p]];
      return all;
    }

    // fresh returns what a page counts by its state and year.
    fresh() {
      const { state, year } = this.index.columns;
      const years = year.values.map(Number).filter(Boolean);
      const [first, last] = [Math.min(...years), Math.max(...years)];
      const old = year.values.map((y) => (y ? Math.round(newest * (Number(y) - first) / Math.max(1, last - first)) : 0));
      const holds = state.values.map((s) => (s === "现行有效" ? holding : 0));
      return (p) => old[year.of[p]] + holds[state.of[p]];
    }

    // called returns which pages are those of agencies that are asked for by the end of their names.
    called() {
      const { index: { bodies, columns: { kind } }, search } = this;
      const asked = search.terms.filter((t) => t.length > 1);
      const own = kind.values.indexOf(kinds[agency]);
      const names = new Set(bodies.filter((name) => asked.some((t) => name.endsWith(t))));
      let n = 0;
      return (p) => kind.of[p] === own && names.has(bodies[n++]);
    }

    // weigh counts the hits of each page, finds the best one, and counts its clauses that are
    // results by themselves. There may be half a million: the loop uses nothing but plain arrays.
    weigh() {
      const { hit, clauses, answering, best, hits, points, begun, search: { leads }, index: { first, linked, apart } } = this;
      const [fresh, isCalled] = [this.fresh(), this.called()];
      const most = leads ? 4 : 2;
      const measures = this.on[measure];
      const targets = this.on[target];
      for (let p = 0, c = 0; p < hits.length; p++) {
        const start = c;
        const from = linked[p];
        let at = -1;
        let value = -1;
        let n = 0;
        let own = 0;
        for (const end = apart[p]; c < end; c++) {
          if (c >= from && answering[c] !== 0) own++;
          if (hit[c] === 0) continue;
          n++;
          if (value === most) continue;
          const v = c === start ? 0 : (clauses[c] & 2 ? 2 : 1) + (leads && leads[c] ? 2 : 0);
          if (v <= value) continue;
          at = c;
          value = v;
        }
        best[p] = at;
        hits[p] = n;
        measures[p] = own;
        own = 0;
        let flags = value === 2 || value === 4 ? 2 : 0;
        for (const end = first[p + 1]; c < end; c++) {
          if (answering[c] === 0) continue;
          own++;
          flags |= answering[c];
        }
        targets[p] = own;
        begun[p] = flags & 2;
        const name = isCalled(p); // asked of every page, in their order
        points[p] = (clauses[start] ? titled : 0) + (n ? fresh(p) + Math.round(80 * value + 8 * Math.log2(1 + n)) : 0) + (name && clauses[start] ? called : 0);
      }
    }

    // addPages counts the pages that are results themselves with those of their kind, and all.
    addPages() {
      const { pageList, isResult, on, index: { columns: { kind } } } = this;
      const kindOf = kind.values.map((v) => kinds.indexOf(v));
      this.pages = 0;
      this.totals = on.map(() => 0);
      for (let i = 0; i < pageList.length; i++) {
        const p = pageList[i];
        if (isResult[p]) on[kindOf[kind.of[p]]][p]++;
        this.pages += isResult[p];
        for (let k = 0; k < on.length; k++) this.totals[k] += on[k][p];
      }
    }

    // pageFilter returns whether a page has the chosen values.
    pageFilter(chosen) {
      const tests = pageFilters.filter((name) => chosen[name]).map((name) => {
        const { values, of } = this.index.columns[name];
        const wanted = values.map((v) => split(name, v).some(fits(name, chosen)));
        return (p) => wanted[of[p]];
      });
      return (p) => tests.every((test) => test(p));
    }

    // clauseFilter returns whether a clause has the chosen values, or null where none is chosen.
    clauseFilter(chosen, records) {
      const names = Object.keys(clauseFilters).filter((name) => chosen[name]);
      if (!names.length || !records) return null;
      return (p, c) => {
        const clause = records.has(p) && records.get(p).clauses[c - this.index.first[p]];
        return clause && names.every((name) => clauseFilters[name](clause).some(fits(name, chosen))) && answers(clause, chosen);
      };
    }

    // pageHolds reports whether a clause that answers has the chosen values.
    pageHolds(p, holds) {
      for (let c = this.index.first[p]; c < this.index.first[p + 1]; c++) if (this.hit[c] && holds(p, c)) return true;
      return false;
    }

    count(kind) {
      return this.totals[kinds.indexOf(kind)];
    }

    // counts returns the number of results of each kind that has any: [[kind, n]].
    counts() {
      return kinds.map((kind, i) => [kind, this.totals[i]]).filter(([, n]) => n);
    }

    // ids returns the results of a kind, page by page: a clause, or a page p as -1 - p.
    ids(kind) {
      const { pageList, isResult, answering, index: { linked, apart, first, columns } } = this;
      const own = columns.kind.values.indexOf(kinds[kind]);
      const hasClauses = kind === measure || kind === target;
      const all = new Int32Array(this.totals[kind]);
      for (let i = 0, n = 0; i < pageList.length; i++) {
        const p = pageList[i];
        if (isResult[p] && columns.kind.of[p] === own) all[n++] = -1 - p;
        if (!hasClauses) continue;
        const end = kind === measure ? apart[p] : first[p + 1];
        for (let c = kind === measure ? linked[p] : apart[p]; c < end; c++) if (answering[c] !== 0) all[n++] = c;
      }
      return all;
    }

    // of returns the ids of a kind by relevance, or only the first ones of them.
    of(kind, limit = Infinity) {
      const k = kinds.indexOf(kind);
      if (!this.ordered[k] || this.ordered[k].length < Math.min(limit, this.totals[k])) {
        const ids = limit <= fewest ? null : this.ids(k);
        this.ordered[k] = ids ? inOrder(ids, this.losses(ids), scores) : this.top(k, limit);
      }
      return this.ordered[k];
    }

    // top returns the ids of a kind that score most, without ordering all of them.
    top(kind, limit) {
      const { pageList, isResult, answering, points, begun, search: { leads }, index: { linked, apart, first, columns } } = this;
      const own = columns.kind.values.indexOf(kinds[kind]);
      const hasClauses = kind === measure || kind === target;
      const list = []; // [score, id]
      let least = -1; // what a score must be above
      const add = (score, id) => {
        let i = list.length;
        while (i > 0 && list[i - 1][0] < score) i--;
        list.splice(i, 0, [score, id]);
        if (list.length > limit) list.pop();
        if (list.length === limit) least = list[limit - 1][0];
      };
      for (let i = 0; i < pageList.length; i++) {
        const p = pageList[i];
        if (isResult[p] && columns.kind.of[p] === own && points[p] > least) add(points[p], -1 - p);
        if (!hasClauses || points[p] + (begun[p] ? beginning : 0) + (leads ? leading : 0) <= least) continue;
        const end = kind === measure ? apart[p] : first[p + 1];
        for (let c = kind === measure ? linked[p] : apart[p]; c < end; c++) {
          if (answering[c] === 0) continue;
          const score = this.score(c);
          if (score > least) add(score, c);
        }
      }
      return Int32Array.from(list, ([, id]) => id);
    }

    // ages returns for each id the number of dates after its own.
    ages(ids) {
      const { date } = this.index.columns;
      const newest = date.values.map((_, i) => i).sort((a, b) => (date.values[a] < date.values[b] ? 1 : -1));
      const rank = new Int32Array(newest.length);
      newest.forEach((d, i) => { rank[d] = i; });
      return ids.map((id) => rank[date.of[this.page(id)]]);
    }

    // losses returns what the score of each id lacks.
    losses(ids) {
      const losses = new Int32Array(ids.length);
      for (let i = 0; i < ids.length; i++) losses[i] = scores - 1 - this.score(ids[i]);
      return losses;
    }

    // score returns the weight of a result.
    score(id) {
      if (id < 0) return this.points[-1 - id];
      const { leads } = this.search;
      return this.points[this.index.pageOf[id]] + (leads && leads[id] ? leading : 0) + (this.clauses[id] & 2 ? beginning : 0);
    }

    page(id) {
      return id < 0 ? -1 - id : this.index.pageOf[id];
    }

    // result returns what an id stands for: {page, clause, best, hits}, clause being -1 for a page
    // that is no part of another, best the clause to show.
    result(kind, id) {
      const page = this.page(id);
      if (id >= 0) return { kind, page, clause: id, best: id, hits: 1 };
      return { kind, page, clause: -1, best: this.best[page], hits: this.hits[page] };
    }

    // called agencies stand before all others.
    get lead() {
      let n = 0;
      const ids = this.of(kinds[agency], mostCalled);
      while (n < Math.min(mostCalled, ids.length) && this.score(ids[n]) >= titled + called) n++;
      return n;
    }

    // some returns the results from one place to another, of the kinds that are asked for or of all, in an
    // order: agencies that are called by name, papers, the other kinds; or all by date.
    async some(only, order, from, to) {
      const asked = kinds.filter((kind) => !only.length || only.includes(kind));
      if (order) return Array.from(this.dated(asked, order).subarray(from, to), (id) => this.result(this.kindOf(id), id));
      const lead = asked.includes(kinds[agency]) ? this.lead : 0;
      const parts = [[kinds[agency], 0, lead], ...asked.map((kind) => [kind, kind === kinds[agency] ? lead : 0, this.count(kind)])];
      const out = [];
      let at = 0;
      for (const [kind, first, last] of parts) {
        const [a, b] = [Math.max(from - at, 0) + first, Math.min(to - at, last - first) + first];
        at += last - first;
        if (a < b) out.push(...Array.from((await this.near(kind, b)).subarray(a, b), (id) => this.result(kind, id)));
      }
      return out;
    }

    // dated returns the results of kinds by date, the newest first or the oldest; those without one stand last.
    dated(asked, order) {
      this.byDate ||= {};
      const key = order + asked.join();
      if (this.byDate[key]) return this.byDate[key];
      const ids = Int32Array.from(asked.flatMap((kind) => Array.from(this.ids(kinds.indexOf(kind)))));
      const { values } = this.index.columns.date;
      const ages = this.ages(ids);
      const last = values.includes("") ? values.length - 1 : values.length;
      if (!order.startsWith("-")) for (let i = 0; i < ages.length; i++) if (ages[i] < last) ages[i] = last - 1 - ages[i];
      this.byDate[key] = inOrder(ids, ages, values.length);
      return this.byDate[key];
    }

    kindOf(id) {
      const { columns: { kind }, apart, pageOf } = this.index;
      if (id < 0) return kind.values[kind.of[-1 - id]];
      return id >= apart[pageOf[id]] ? kinds[target] : kinds[measure];
    }

    // near returns the first ids of a kind; of the first of all, the texts have been read where there are several terms.
    async near(kind, limit) {
      const ids = this.of(kind, Math.max(limit, looked));
      if (this.search.groups.length < 2) return ids;
      this.nearest[kind] ||= this.nearer(kind, looked);
      const first = await this.nearest[kind];
      const all = Int32Array.from(ids);
      first.forEach((id, i) => { all[i] = id; });
      return all;
    }

    // all returns the results of every kind.
    all() {
      return this.counts().flatMap(([kind]) => Array.from(this.of(kind), (id) => this.result(kind, id)));
    }

    // nearer returns the first results of a kind, those ahead whose terms stand close together in
    // the texts of their best clauses. Hits in titles and of agencies that lead stay before others.
    async nearer(kind, limit) {
      const ids = this.of(kind, limit);
      const first = Array.from(ids.subarray(0, limit));
      const texts = await this.index.paragraphs(first.map((id) => this.result(kind, id).best));
      const strong = (id) => this.score(id) >= (id < 0 ? titled : leading);
      const ranked = first.map((id, i) => ({ id, i, strong: strong(id), width: width(fold(texts[i].join("\n")), this.search.forms) }));
      ranked.sort((a, b) => b.strong - a.strong || a.width - b.width || a.i - b.i);
      return ranked.map(({ id }) => id);
    }

    // facet counts the values of a filter over the results of some kinds, or of every kind: [[value, n]], the most
    // frequent first. For a filter of clauses it needs the records.
    facet(name, only, records) {
      const asked = kinds.map((_, i) => i).filter((i) => !only.length || only.includes(kinds[i]));
      const found = new Map();
      const count = (value, n) => value && n && found.set(value, (found.get(value) || 0) + n);
      if (clauseFilters[name]) {
        for (const i of asked) for (const id of this.ids(i)) for (const v of this.valuesOf(id, name, records)) count(v, 1);
      } else {
        const { values, of } = this.index.columns[name];
        const n = new Int32Array(values.length);
        for (const i of asked) for (const p of this.pageList) n[of[p]] += this.on[i][p];
        values.forEach((v, i) => { for (const part of split(name, v)) count(part, n[i]); });
      }
      return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    }

    // valuesOf returns the values that a result has for a filter of clauses, those of a page
    // being those of its clauses that answer.
    valuesOf(id, name, records) {
      const p = this.page(id);
      const { clauses } = records.get(p) || { clauses: [] };
      const start = this.index.first[p];
      if (id >= 0) return new Set(clauseFilters[name](clauses[id - start] || []));
      return new Set(clauses.filter((_, i) => this.clauses[start + i]).flatMap((c) => clauseFilters[name](c)));
    }
  }

  // answers reports whether one agency of a clause has a chosen name and a chosen role, where both are chosen.
  function answers([, , , , , , roles = []], { agency: names, role }) {
    return !names || !role || roles.some((name, i) => i % 2 === 0 && names.includes(name) && role.includes(roleNames[roles[i + 1]]));
  }

  // inOrder returns ids by their keys, which rise and are less than limit; equal ones stay as they are.
  function inOrder(ids, keys, limit) {
    const from = new Int32Array(limit + 1);
    for (let i = 0; i < keys.length; i++) from[keys[i] + 1]++;
    for (let k = 0; k < limit; k++) from[k + 1] += from[k];
    const sorted = new Int32Array(ids.length);
    for (let i = 0; i < ids.length; i++) sorted[from[keys[i]]++] = ids[i];
    return sorted;
  }

  // width returns the length of the shortest stretch of a folded text in which a form of each
  // group stands.
  function width(text, groups) {
    const places = [];
    groups.forEach((forms, group) => {
      for (const form of forms) for (let i = text.indexOf(form); i >= 0; i = text.indexOf(form, i + 1)) places.push([i, i + form.length, group]);
    });
    places.sort((a, b) => a[0] - b[0]);
    const last = groups.map(() => null);
    let shortest = Infinity;
    for (const place of places) {
      last[place[2]] = place;
      if (last.includes(null)) continue;
      shortest = Math.min(shortest, Math.max(...last.map((l) => l[1])) - Math.min(...last.map((l) => l[0])));
    }
    return shortest;
  }

  const result = { Results, width, clauseFilters, roleNames, duesOf };
  if (isModule) module.exports = result;
  else window.zhengceSearchResult = result;
})();
