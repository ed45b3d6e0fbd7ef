// What a query means, and which pages answer it: terms, phrases, exclusions and alternatives;
// other forms of a term; scope, filters, order. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-engine.js") : window.zhengceSearchEngine;

  // parse reads a query as groups that must all occur, each a list of alternatives, and as terms
  // that must not: {groups: [[{text, phrase}]], without: [{text, phrase}]}.
  function parse(query) {
    const groups = [];
    const without = [];
    let or = false;
    for (const m of query.matchAll(/([-－]?)(?:["＂]([^"＂]*)["＂]?|(“[^”]*”)(?=\s|$)|(\S+))/gu)) {
      const [whole, minus, quoted, leaning, bare] = m;
      const phrase = quoted !== undefined;
      const text = phrase ? quoted : leaning || bare;
      if (!phrase && !minus && /^(或|或者|OR|\||｜)$/.test(text)) {
        or = groups.length > 0;
        continue;
      }
      const unit = fold(text) ? { text: text.trim(), phrase } : { text: whole, phrase: true };
      if (!fold(unit.text)) continue;
      if (minus && fold(text)) without.push(unit);
      else if (or) groups[groups.length - 1].push(unit);
      else groups.push([unit]);
      or = false;
    }
    const seen = new Set();
    const once = (list) => {
      const key = list.map((u) => fold(u.text)).join("|");
      return !seen.has(key) && seen.add(key);
    };
    return { groups: groups.filter(once), without };
  }

  const chinese = "〇一二三四五六七八九";
  const brackets = [["〔", "〕"], ["[", "]"], ["(", ")"], ["【", "】"], ["《", "》"]];

  // numberForms returns a document number with each style of brackets around its year.
  function numberForms(term) {
    const m = term.match(/^(.*)[〔[(【〈{《]((?:19|20)\d{2})[〕\])】〉}》](.*)$/u);
    if (!m || !/\d/.test(m[3]) && !/\p{Script=Han}/u.test(m[1])) return [];
    return brackets.map(([a, b]) => m[1] + a + m[2] + b + m[3]);
  }

  // yearForms returns the term with its years in the other digits: 2015年 and 二〇一五年.
  function yearForms(term) {
    const forms = [
      term.replace(/(?<!\d)(\d{4})(?=年)/g, (y) => [...y].map((d) => chinese[d]).join("")),
      term.replace(/(?<![〇一二三四五六七八九十百千])[一二][〇一二三四五六七八九]{3}(?=年)/g, (y) => [...y].map((d) => chinese.indexOf(d)).join("")),
    ];
    return forms.filter((f) => f !== term);
  }

  // aliasForms returns the names as printed of a body that is called by its short name, with the
  // word for its level or region kept: 省发改委 → 省发展改革委.
  function aliasForms(term, aliases, regions) {
    const places = ["", "省", "市", "区", "县", "州", "盟", "旗", "自治区", "国家", "中央", "全国", "各省", "各市"];
    for (const r of regions) places.push(fold(r), fold(r.replace(/(省|市|.{2,3}族自治区|自治区|特别行政区)$/u, "")));
    return aliases.filter(([short]) => term.endsWith(short) && places.includes(term.slice(0, -short.length)))
      .map(([short, long]) => term.slice(0, -short.length) + long);
  }

  // forms returns the folded forms in which a unit is looked up, its own first.
  function forms(unit, index) {
    const term = fold(unit.text);
    if (unit.phrase) return [term];
    return [...new Set([term, ...numberForms(term), ...yearForms(term), ...aliasForms(term, index.aliases, index.regions)])];
  }

  // A Search is a query that has been looked up.
  class Search {
    constructor(index, query) {
      Object.assign(this, { index, query, terms: [], notes: [] });
      Object.assign(this, parse(query));
    }

    // run looks all terms up; show tells afterwards which pages answer.
    async run() {
      await this.index.open();
      this.marks = await Promise.all(this.groups.map((g) => this.group(g)));
      this.excluded = await Promise.all(this.without.map((u) => this.group([u], true)));
      return this;
    }

    // group returns the clauses in which one of the units stands.
    async group(units, silent) {
      const marks = new Uint8Array(this.index.manifest.clauses);
      marks.sentences = new Set();
      for (const unit of units) {
        const asked = forms(unit, this.index);
        let any = await this.mark(asked[0], marks, silent);
        for (const form of asked.slice(1)) {
          if (!await this.mark(form, marks, silent)) continue;
          any = true;
          if (!silent) this.notes.push({ text: unit.text, form });
        }
        if (any || silent) continue;
        for (const form of await this.fallbacks(unit)) {
          if (await this.mark(form, marks)) this.notes.push({ text: unit.text, form });
        }
      }
      return marks;
    }

    // fallbacks returns what a unit may mean that stands nowhere: a phrase in leaning quotes
    // without them, or the body whose initials it is.
    async fallbacks(unit) {
      const leaning = unit.text.match(/^“(.+)”$/u);
      if (leaning) return [fold(leaning[1])].filter(Boolean);
      const term = fold(unit.text);
      if (unit.phrase || !/^[a-z]{2,}$/.test(term)) return [];
      const names = await this.index.suggestions(term, 200);
      return [...new Set(names.filter(([, , , exact]) => exact).map(([name]) => fold(this.bare(name))))].slice(0, 5);
    }

    // bare returns a body's name without its region, as papers print it.
    bare(name) {
      const region = this.index.regions.find((r) => r && name.startsWith(r) && name.length > r.length + 1);
      return region ? name.slice(region.length) : name;
    }

    async mark(form, marks, silent) {
      const here = new Uint8Array(marks.length);
      const sentences = await this.index.find(form, here);
      let any = false;
      for (let c = 0; c < here.length; c++) {
        if (here[c]) {
          any = true;
          marks[c] |= here[c];
        }
      }
      if (!sentences) marks.sentences = null;
      else if (marks.sentences) for (const s of sentences) marks.sentences.add(s);
      if (any && !silent) this.terms.push(form);
      return any;
    }

    // clauses marks those in which all groups occur and nothing that is excluded.
    clauses() {
      const all = new Uint8Array(this.index.manifest.clauses);
      for (let c = 0; c < all.length; c++) {
        let m = this.marks.length ? 4 : 0;
        for (const marks of this.marks) {
          if (!marks[c]) {
            m = 0;
            break;
          }
          m |= marks[c];
        }
        if (m && !this.excluded.some((e) => e[c])) all[c] = m;
      }
      return all;
    }

    // whole returns the pages on which all groups occur, wherever, and nothing that is excluded.
    whole() {
      const { pages } = this.index;
      return pages.map((p) => {
        const on = (marks) => {
          for (let c = p.first; c < p.apart; c++) if (marks[c]) return true;
          return false;
        };
        return this.marks.length > 0 && this.marks.every(on) && !this.excluded.some(on);
      });
    }

    // results returns every page that answers: {page, clause, kind, score, best}, clause being
    // -1 for a page that is no part of another, best the clause to show.
    results(scope) {
      const { index } = this;
      const clauses = this.clauses();
      const whole = scope === "doc" ? this.whole() : null;
      const found = [];
      index.pages.forEach((p, page) => {
        let score = 0;
        let best = -1;
        let hits = 0;
        for (let c = p.first; c < p.apart; c++) {
          const hit = clauses[c] || whole && whole[page] && this.marks.some((m) => m[c]);
          if (!hit) continue;
          hits++;
          const value = c === p.first ? 0 : clauses[c] & 2 ? 2 : 1;
          if (best < 0 || value > score) [best, score] = [c, value];
        }
        if (whole ? whole[page] : hits) {
          const titled = clauses[p.first] ? 100 : 0;
          found.push({ page, clause: -1, kind: p.kind, best, hits, score: titled + 10 * score + Math.log2(1 + hits) });
        }
        const rank = found.length && found[found.length - 1].page === page ? found[found.length - 1].score : 0;
        for (let c = p.linked; c < (pages(index, page + 1) || clauses.length); c++) {
          if (!clauses[c]) continue;
          const kind = c < p.apart ? "措施" : "指标";
          found.push({ page, clause: c, kind, best: c, hits: 1, score: (clauses[c] & 2 ? 1000 : 0) + rank });
        }
      });
      return found;
    }
  }

  // pages returns the first clause of a page.
  function pages(index, page) {
    return page < index.pages.length ? index.pages[page].first : 0;
  }

  const kindOrder = ["文件", "机构", "措施", "指标", "说明"];

  // sorted orders results by kind, and within it by relevance or date.
  function sorted(results, index, order) {
    const date = (r) => index.pages[r.page].date || "";
    const byDate = (a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0);
    return results.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      (order === "date" ? byDate(a, b) : b.score - a.score) || a.page - b.page || a.clause - b.clause);
  }

  // The filters, by the name that they have in the address. Those of pages need nothing more
  // than the columns; those of clauses need the records.
  const pageFilters = {
    region: (p) => p.region,
    year: (p) => (p.date || "").slice(0, 4),
    type: (p) => p.type,
  };
  const clauseFilters = {
    agency: ([, , , , , , roles = []]) => roles.filter((_, i) => i % 2 === 0),
    lead: ([, , , , , , roles = []]) => roles.filter((_, i) => roles[i + 1] === "lead" || roles[i + 1] === "sole"),
    set: ([, , , , , , , sets = []]) => sets,
    heading: ([, , , , , heading]) => (heading ? [heading] : []),
  };

  // valuesOf returns the values that a result has for a filter of clauses.
  function valuesOf(result, name, search, records) {
    const { clauses } = records.get(result.page);
    const first = search.index.pages[result.page].first;
    if (result.clause >= 0) return clauseFilters[name](clauses[result.clause - first]);
    const hit = search.hit || (search.hit = search.clauses());
    const all = new Set();
    clauses.forEach((c, i) => {
      if (hit[first + i]) for (const v of clauseFilters[name](c)) all.add(v);
    });
    return [...all];
  }

  // facets counts the values of each filter over results: {name: [[value, n]]}, most frequent first.
  function facets(results, search, records) {
    const counts = {};
    const count = (name, v) => {
      if (!v) return;
      counts[name] = counts[name] || new Map();
      counts[name].set(v, (counts[name].get(v) || 0) + 1);
    };
    for (const r of results) {
      for (const name in pageFilters) count(name, pageFilters[name](search.index.pages[r.page]));
      if (records) for (const name in clauseFilters) for (const v of new Set(valuesOf(r, name, search, records))) count(name, v);
    }
    for (const name in counts) counts[name] = [...counts[name]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return counts;
  }

  // filtered returns the results that have every chosen value: {name: value}.
  function filtered(results, chosen, search, records) {
    return results.filter((r) => Object.entries(chosen).every(([name, value]) => {
      if (pageFilters[name]) return pageFilters[name](search.index.pages[r.page]) === value;
      return !clauseFilters[name] || valuesOf(r, name, search, records).includes(value);
    }));
  }

  // nearTerms returns parts of a unit that stand somewhere, the longest first: [text, pages].
  async function nearTerms(index, text) {
    const chars = [...fold(text)].slice(0, 12);
    const near = [];
    for (let n = chars.length - 1; n >= 2 && near.length < 3; n--) {
      for (let i = 0; i + n <= chars.length && near.length < 3; i++) {
        const part = chars.slice(i, i + n).join("");
        if (near.some(([t]) => t.includes(part))) continue;
        const search = await new Search(index, '"' + part + '"').run();
        const found = search.results("").length;
        if (found) near.push([part, found]);
      }
    }
    return near;
  }

  const query = { parse, forms, numberForms, yearForms, aliasForms, Search, sorted, facets, filtered, nearTerms, pageFilters, clauseFilters };
  if (isModule) module.exports = query;
  else window.zhengceSearchQuery = query;
})();
