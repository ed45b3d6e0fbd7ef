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

  const kinds = ["文件", "机构", "措施", "指标", "说明"];
  const measure = 2;
  const target = 3;

  // The filters, by the name that they have in the address. Those of pages need nothing more
  // than the columns; those of clauses need the records.
  const pageFilters = ["region", "year", "type", "state"];
  const every = (list, wanted) => list.filter((_, i) => i % 2 === 0 && wanted(list[i + 1]));
  const clauseFilters = {
    agency: ([, , , , , , roles = []]) => every(roles, () => true),
    lead: ([, , , , , , roles = []]) => every(roles, (role) => role === "lead" || role === "sole"),
    set: ([, , , , , , , sets = []]) => sets,
    heading: ([, , , , , heading]) => (heading ? [heading] : []),
  };

  const titled = 800; // the title of the page answers
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
      index.columns.state ||= stateColumn(index.columns.days);
      for (const name of ["best", "hits", "points"]) this[name] = new Int32Array(pages);
      this.isResult = new Uint8Array(pages);
      this.begun = new Uint8Array(pages); // whether a clause may begin with a sentence that holds a term
      this.on = kinds.map(() => new Int32Array(pages));
      this.ordered = kinds.map(() => ({}));
      this.answering = this.clauses;
      const holds = this.clauseFilter(chosen, records);
      if (holds) this.answering = this.clauses.map((m, c) => m && holds(index.pageOf[c], c) && m);
      // What shows that a page answers: clauses that do, or where the words may stand anywhere, that hold one.
      this.hit = scope === "doc" ? search.any() : this.clauses;
      this.weigh();
      const whole = scope === "doc" ? search.whole() : null;
      const fits = pageFilters.some((name) => chosen[name]) && this.pageFilter(chosen);
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

    // weigh counts the hits of each page, finds the best one, and counts its clauses that are
    // results by themselves. There may be half a million: the loop uses nothing but plain arrays.
    weigh() {
      const { hit, clauses, answering, best, hits, points, begun, index: { first, linked, apart } } = this;
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
          if (value === 2) continue;
          const v = c === start ? 0 : clauses[c] & 2 ? 2 : 1;
          if (v <= value) continue;
          at = c;
          value = v;
        }
        best[p] = at;
        hits[p] = n;
        measures[p] = own;
        own = 0;
        let flags = value === 2 ? 2 : 0;
        for (const end = first[p + 1]; c < end; c++) {
          if (answering[c] === 0) continue;
          own++;
          flags |= answering[c];
        }
        targets[p] = own;
        begun[p] = flags & 2;
        points[p] = (clauses[start] ? titled : 0) + (n ? Math.round(80 * value + 8 * Math.log2(1 + n)) : 0);
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
        const wanted = values.indexOf(chosen[name]);
        return (p) => of[p] === wanted;
      });
      return (p) => tests.every((test) => test(p));
    }

    // clauseFilter returns whether a clause has the chosen values, or null where none is chosen.
    clauseFilter(chosen, records) {
      const names = Object.keys(clauseFilters).filter((name) => chosen[name]);
      if (!names.length || !records) return null;
      return (p, c) => {
        const clause = records.has(p) && records.get(p).clauses[c - this.index.first[p]];
        return clause && names.every((name) => clauseFilters[name](clause).includes(chosen[name]));
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

    // of returns the ids of a kind in an order, relevance or date, or only the first ones of them.
    of(kind, order, limit = Infinity) {
      const list = this.ordered[kinds.indexOf(kind)];
      if (list.order === order && list.ids.length >= Math.min(limit, this.totals[kinds.indexOf(kind)])) return list.ids;
      if (order !== "date" && limit <= fewest) {
        list.ids = this.top(kinds.indexOf(kind), limit);
      } else {
        const ids = this.ids(kinds.indexOf(kind));
        list.ids = order === "date" ? inOrder(ids, this.ages(ids), this.index.columns.date.values.length) : inOrder(ids, this.losses(ids), scores);
      }
      list.order = order;
      return list.ids;
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

    // all returns the results of every kind.
    all() {
      return this.counts().flatMap(([kind]) => Array.from(this.of(kind, ""), (id) => this.result(kind, id)));
    }

    // nearer puts those of the first results of a kind ahead whose terms stand close together in
    // the texts of their best clauses. Hits in titles and of agencies that lead stay before others.
    async nearer(kind, limit) {
      const ids = this.of(kind, "", limit);
      const first = Array.from(ids.subarray(0, limit));
      const texts = await this.index.paragraphs(first.map((id) => this.result(kind, id).best));
      const strong = (id) => this.score(id) >= (id < 0 ? titled : leading);
      const ranked = first.map((id, i) => ({ id, i, strong: strong(id), width: width(fold(texts[i].join("\n")), this.search.forms) }));
      ranked.sort((a, b) => b.strong - a.strong || a.width - b.width || a.i - b.i);
      ranked.forEach(({ id }, i) => { ids[i] = id; });
    }

    // facets counts the values of each filter over the results of a kind, or of every kind:
    // {name: [[value, n]]}, most frequent first. Those of clauses are counted where records are given.
    facets(only, records) {
      const asked = kinds.map((_, i) => i).filter((i) => !only || kinds[i] === only);
      const found = {};
      const keep = (name, counted) => {
        const values = counted.filter(([v, n]) => v && n).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        if (values.length) found[name] = values;
      };
      const onPage = new Int32Array(this.hits.length);
      for (const i of asked) this.on[i].forEach((n, p) => { onPage[p] += n; });
      for (const name of pageFilters) {
        const { values, of } = this.index.columns[name];
        const n = new Int32Array(values.length);
        for (let i = 0; i < this.pageList.length; i++) n[of[this.pageList[i]]] += onPage[this.pageList[i]];
        keep(name, values.map((v, i) => [v, n[i]]));
      }
      for (const name in records ? clauseFilters : {}) {
        const n = new Map();
        for (const i of asked) {
          for (const id of this.ids(i)) for (const v of this.valuesOf(id, name, records)) n.set(v, (n.get(v) || 0) + 1);
        }
        keep(name, [...n]);
      }
      return found;
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

  const result = { Results, width, pageFilters, clauseFilters };
  if (isModule) module.exports = result;
  else window.zhengceSearchResult = result;
})();
