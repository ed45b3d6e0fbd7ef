// What a query means, and which pages answer it: terms, phrases, exclusions and alternatives;
// other forms of a term; scope, filters, order. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold, posting } = isModule ? require("./search-engine.js") : window.zhengceSearchEngine;

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

  // innerForms returns the term with the short name of a body in it, three characters or longer,
  // replaced by the name as printed: 发改委主任 → 发展改革委主任.
  function innerForms(term, aliases) {
    return aliases.filter(([short]) => [...short].length > 2 && term.includes(short)).map(([short, long]) => term.replace(short, long));
  }

  // forms returns the folded forms in which a unit is looked up, its own first.
  function forms(unit, index) {
    const term = fold(unit.text);
    if (unit.phrase) return [term];
    return [...new Set([term, ...numberForms(term), ...yearForms(term), ...aliasForms(term, index.aliases, index.regions)])];
  }

  const fours = (marks) => new Uint32Array(marks.buffer);

  // A Search is a query that is looked up in an index.
  class Search {
    constructor(index, query) {
      Object.assign(this, { index, query, notes: [], forms: [] });
      Object.assign(this, parse(query));
    }

    // run looks all terms up. Where candidates have to be checked for long, report is told of
    // each step: (done, all). What clauses says by then are hits, but not all of them.
    async run(report) {
      await this.index.open();
      const none = () => this.index.noMarks();
      this.excluded = this.without.map(none);
      this.marks = this.groups.map(none);
      this.forms = this.groups.map(() => []);
      const all = this.groups.flat().flatMap((unit) => forms(unit, this.index));
      await Promise.all([
        this.lookUpLeads(all),
        ...this.without.map((unit, i) => this.unit(unit, this.excluded[i])),
        ...this.groups.map(async (units, i) => {
          for (const unit of units) await this.unit(unit, this.marks[i], this.forms[i], report);
        }),
      ]);
      await this.lookUpLeads(this.terms.filter((t) => !all.includes(t)));
      return this;
    }

    // unit marks the clauses in which a unit stands, in one of its forms. What it finds is noted in
    // found, unless the unit is excluded.
    async unit(unit, marks, found, report) {
      const look = async (list) => {
        const there = await Promise.all(list.map((form) => this.index.find(form, marks, report)));
        return list.filter((_, i) => there[i]);
      };
      const own = forms(unit, this.index);
      let there = await look(own);
      if (!found) return;
      if (!there.length) there = await look(await this.fallbacks(unit));
      found.push(...there);
      for (const form of there) if (form !== own[0]) this.notes.push({ text: unit.text, form });
    }

    get terms() {
      return this.forms.flat();
    }

    // lookUpLeads marks the clauses for which an agency that is asked for by name leads or answers alone.
    async lookUpLeads(terms) {
      const asked = terms.filter((t) => t.length > 1);
      const names = asked.length ? this.index.bodies.filter((body) => asked.some((t) => body.endsWith(t))).slice(0, 8) : [];
      if (!names.length) return;
      this.leads = this.leads || this.index.noMarks();
      for (const code of await Promise.all(names.map((name) => this.index.lookUp("leads", name)))) {
        for (const c of posting(code || "")) this.leads[c] = 1;
      }
    }

    // fallbacks returns what a unit may mean that stands nowhere: a phrase in leaning quotes
    // without them, traditional characters, a longer word with a body's short name in it, or the body
    // whose initials it is.
    async fallbacks(unit) {
      const leaning = unit.text.match(/^“(.+)”$/u);
      if (leaning) return [fold(leaning[1])].filter(Boolean);
      if (unit.phrase) return [];
      const term = fold(unit.text);
      const simple = /\p{Script=Han}/u.test(term) ? await this.index.simple(term) : term;
      if (simple !== term) return forms({ text: simple }, this.index);
      const longer = innerForms(term, this.index.aliases);
      if (longer.length || !/^[a-z]{2,}$/.test(term)) return longer;
      const names = await this.index.suggestions(term, 200);
      return [...new Set(names.filter(([, kind, , exact]) => kind !== "常用词" && exact).map(([name]) => fold(this.bare(name))))].slice(0, 5);
    }

    // bare returns a body's name without its region, as papers print it.
    bare(name) {
      const region = this.index.regions.find((r) => r && name.startsWith(r) && name.length > r.length + 1);
      return region ? name.slice(region.length) : name;
    }

    // clauses marks those in which all groups occur and nothing that is excluded: 1, or more where
    // a term stands in the sentence that begins them. It works on four marks at a time.
    clauses() {
      const { marks, excluded } = this;
      const all = this.index.noMarks();
      if (!marks.length) return all;
      all.set(marks[0]);
      const words = fours(all);
      for (const others of marks.slice(1).map(fours)) {
        for (let i = 0; i < words.length; i++) if (words[i] !== 0) words[i] = (words[i] | others[i]) & 3 * (words[i] & others[i] & 0x01010101);
      }
      for (const others of excluded.map(fours)) {
        for (let i = 0; i < words.length; i++) if (words[i] !== 0) words[i] &= ~(3 * (others[i] & 0x01010101));
      }
      return all;
    }

    // any marks the clauses in which a group occurs.
    any() {
      const all = this.index.noMarks();
      const words = fours(all);
      for (const others of this.marks.map(fours)) for (let i = 0; i < words.length; i++) words[i] |= others[i];
      return all;
    }

    // whole marks the pages on which all groups occur, wherever, and nothing that is excluded.
    whole() {
      const { first, apart, manifest: { pages } } = this.index;
      const all = new Uint8Array(pages).fill(this.marks.length ? 1 : 0);
      const keep = (marks, wanted) => {
        for (let p = 0; p < pages; p++) {
          if (all[p] === 0) continue;
          let c = first[p];
          for (const end = apart[p]; c < end && marks[c] === 0;) c++;
          if (c < apart[p] !== wanted) all[p] = 0;
        }
      };
      for (const m of this.marks) keep(m, true);
      for (const m of this.excluded) keep(m, false);
      return all;
    }
  }

  const query = { parse, forms, numberForms, yearForms, aliasForms, innerForms, Search };
  if (isModule) module.exports = query;
  else window.zhengceSearchQuery = query;
})();
