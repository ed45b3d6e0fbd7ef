// The pages that answer a query: how many of each kind and value, and in which order. There may be
// half a million, so all is counted in plain arrays, and only those to be shown become objects.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-engine.js") : window.zhengceSearchEngine;
  const { Search } = isModule ? require("./search-query.js") : window.zhengceSearchQuery;

  const kinds = ["文件", "机构", "措施", "指标", "说明"];
  const measure = 2;
  const target = 3;

  // The filters, by the name that they have in the address. Those of pages need nothing more
  // than the columns; those of clauses need the records.
  const pageFilters = ["region", "year", "type"];
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

  // Results are those of a search: pages with a clause that answers, or with scope "doc" those on
  // which all words occur somewhere, and clauses that have pages of their own. chosen holds the
  // value of each filter that is set; records are those of all pages if there is one of clauses.
  // Of each kind it keeps how many results belong to each page; each goes through them.
  class Results {
    constructor(search, scope = "", chosen = {}, records = null) {
      const { index } = search;
      const { pages } = index.manifest;
      Object.assign(this, { search, index, whole: scope === "doc", clauses: search.clauses() });
      for (const name of ["best", "hits", "points"]) this[name] = new Int32Array(pages);
      this.isResult = new Uint8Array(pages);
      this.on = kinds.map(() => new Int32Array(pages));
      this.ordered = kinds.map(() => ({}));
      this.answering = this.clauses;
      const holds = this.clauseFilter(chosen, records);
      if (holds) this.answering = this.clauses.map((m, c) => m && holds(index.pageOf[c], c) && m);
      const fits = this.pageFilter(chosen);
      this.pageList = []; // pages that have results
      for (let p = 0; p < pages; p++) if (fits(p) && this.count(p, holds)) this.pageList.push(p);
      this.pages = this.pageList.reduce((n, p) => n + this.isResult[p], 0); // those that are results themselves
      this.totals = this.on.map((on) => this.pageList.reduce((n, p) => n + on[p], 0));
      this.total = this.totals.reduce((a, b) => a + b);
    }

    // count counts the results that belong to page p.
    count(p, holds) {
      const { linked, apart, first, columns: { kind } } = this.index;
      this.weigh(p);
      if (this.hits[p] && (!this.whole || this.search.whole(p)) && this.pageHolds(p, holds)) {
        this.isResult[p] = 1;
        this.on[kinds.indexOf(kind.values[kind.of[p]])][p]++;
      } else {
        this.points[p] = 0;
      }
      const { answering, on } = this;
      let [n, m] = [0, 0];
      for (let c = linked[p]; c < apart[p]; c++) n += answering[c] ? 1 : 0;
      for (let c = apart[p]; c < first[p + 1]; c++) m += answering[c] ? 1 : 0;
      on[measure][p] += n;
      on[target][p] += m;
      return this.isResult[p] || n || m;
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

    // hit reports whether clause c answers, or where the words may stand anywhere, holds one.
    hit(c) {
      return this.clauses[c] > 0 || this.whole && this.search.marks.some((m) => m[c]);
    }

    // weigh counts the hits of page p and finds the best one.
    weigh(p) {
      const { first, apart } = this.index;
      let [best, value, hits] = [-1, 0, 0];
      for (let c = first[p]; c < apart[p]; c++) {
        if (!this.hit(c)) continue;
        hits++;
        const v = c === first[p] ? 0 : this.clauses[c] & 2 ? 2 : 1;
        if (best < 0 || v > value) [best, value] = [c, v];
      }
      this.best[p] = best;
      this.hits[p] = hits;
      this.points[p] = (this.clauses[first[p]] ? titled : 0) + Math.round(80 * value + 8 * Math.log2(1 + hits));
    }

    // pageHolds reports whether a clause that answers has the chosen values.
    pageHolds(p, holds) {
      if (!holds) return true;
      for (let c = this.index.first[p]; c < this.index.first[p + 1]; c++) if (this.hit(c) && holds(p, c)) return true;
      return false;
    }

    // counts returns the number of results of each kind that has any: [[kind, n]].
    counts() {
      return kinds.map((kind, i) => [kind, this.totals[i]]).filter(([, n]) => n);
    }

    // each calls f for the results of a kind, page by page: with a clause, or with a page p as -1 - p.
    each(kind, f) {
      const { linked, apart, first, columns } = this.index;
      const own = columns.kind.values.indexOf(kinds[kind]);
      const [from, to] = kind === measure ? [linked, apart] : [apart, first.subarray(1)];
      for (const p of this.pageList) {
        if (this.isResult[p] && columns.kind.of[p] === own) f(-1 - p);
        if (kind !== measure && kind !== target) continue;
        for (let c = from[p]; c < to[p]; c++) if (this.answering[c]) f(c);
      }
    }

    // of returns the ids of a kind in an order, relevance or date; an id is a clause, or a page p
    // as -1 - p.
    of(kind, order) {
      const list = this.ordered[kinds.indexOf(kind)];
      if (list.order === order) return list.ids;
      const { date } = this.index.columns;
      const newest = date.values.map((_, i) => i).sort((a, b) => (date.values[a] < date.values[b] ? 1 : -1));
      const rank = new Int32Array(newest.length);
      newest.forEach((d, i) => { rank[d] = i; });
      const key = order === "date" ? (id) => rank[date.of[this.page(id)]] : (id) => scores - 1 - this.score(id);
      list.ids = inOrder((f) => this.each(kinds.indexOf(kind), f), key, order === "date" ? rank.length : scores);
      list.order = order;
      return list.ids;
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
      const ids = this.of(kind, "");
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
      for (const name of pageFilters) {
        const { values, of } = this.index.columns[name];
        const n = new Int32Array(values.length);
        for (const p of this.pageList) for (const i of asked) n[of[p]] += this.on[i][p];
        keep(name, values.map((v, i) => [v, n[i]]));
      }
      for (const name in records ? clauseFilters : {}) {
        const n = new Map();
        for (const i of asked) {
          this.each(i, (id) => {
            for (const v of this.valuesOf(id, name, records)) n.set(v, (n.get(v) || 0) + 1);
          });
        }
        keep(name, [...n]);
      }
      return found;
    }

    // valuesOf returns the values that a result has for a filter of clauses, those of a page
    // being those of its clauses that answer.
    valuesOf(id, name, records) {
      const p = this.page(id);
      const { clauses } = records.get(p);
      const start = this.index.first[p];
      if (id >= 0) return new Set(clauseFilters[name](clauses[id - start]));
      return new Set(clauses.filter((_, i) => this.clauses[start + i]).flatMap((c) => clauseFilters[name](c)));
    }
  }

  // inOrder returns the ids that each goes through by rising keys, which are less than limit; equal
  // ones stay as they are.
  function inOrder(each, key, limit) {
    const from = new Int32Array(limit + 1);
    each((id) => { from[key(id) + 1]++; });
    for (let k = 0; k < limit; k++) from[k + 1] += from[k];
    const sorted = new Int32Array(from[limit]);
    each((id) => { sorted[from[key(id)]++] = id; });
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

  // nearTerms returns parts of a unit that stand somewhere, the longest first: [text, pages].
  async function nearTerms(index, text) {
    const chars = [...fold(text)].slice(0, 12);
    const near = [];
    for (let n = chars.length - 1; n >= 2 && near.length < 3; n--) {
      for (let i = 0; i + n <= chars.length && near.length < 3; i++) {
        const part = chars.slice(i, i + n).join("");
        if (near.some(([t]) => t.includes(part))) continue;
        const found = new Results(await new Search(index, '"' + part + '"').run()).total;
        if (found) near.push([part, found]);
      }
    }
    return near;
  }

  const result = { Results, width, nearTerms, pageFilters, clauseFilters };
  if (isModule) module.exports = result;
  else window.zhengceSearchResult = result;
})();
