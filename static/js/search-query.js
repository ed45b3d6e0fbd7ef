// What a query means, and which pages answer it: terms, phrases, exclusions and alternatives;
// other forms of a term; scope, filters, order. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { posting } = isModule ? require("./search-code.js") : window.zhengceSearchCode;

  // parse reads a query as groups that must all occur, each a list of alternatives, and as terms
  // that must not: {groups: [[{text, phrase}]], without: [{text, phrase}]}.
  function parse(query) {
    const groups = [];
    const without = [];
    let or = false;
    for (const m of joinNumber(query).matchAll(/([-－]?)(?:["＂]([^"＂]*)["＂]?|(“[^”]*”)(?=\s|$)|(\S+))/gu)) {
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

  // shapes are the ways in which people write a document number: what stands before its year, the year, its number.
  const shapes = [
    /^(?<of>.*?)[〔[(【〈{《<](?<year>(?:19|20)\d{2})[〕\])】〉}》>](?<n>.*)$/u,
    /^(?<of>\p{Script=Han}{2,})[〔[(【〈{《<](?<year>\d{2})[〕\])】〉}》>](?<n>第?\d{1,5}号?)$/u,
    /^(?<of>)(?<year>(?:19|20)\d{2})年(?<n>第?\d{1,5}号)$/u,
    /^(?<of>\p{Script=Han}{2,})(?<year>(?:19|20)\d{2})(?:年|\/|-)?(?<n>第?\d{1,5}号?)$/u,
    /^(?<year>(?:19|20)\d{2})年?(?<of>\p{Script=Han}{2,}?)(?<n>第?\d{1,5}号?)$/u,
    /^(?<of>)(?<year>(?:19|20)\d{2})[〕\])】〉}》>](?<n>第?\d{1,5}号?)$/u,
  ];

  // numberOf reads a folded document number: {of, year, n}, null for what is none.
  function numberOf(term) {
    const found = shapes.map((shape) => term.match(shape)).find(Boolean);
    if (!found || !/\d/.test(found.groups.n) && !/\p{Script=Han}/u.test(found.groups.of)) return null;
    const { of, year, n } = found.groups;
    return { of, year: year.length > 2 ? year : (year < "50" ? "20" : "19") + year, n: n.replace(/^第/u, "") };
  }

  // numberForms returns a document number in the ways in which papers write it: each style of brackets
  // around its year, with and without 第. What precedes the year may be left out, and so may 号.
  function numberForms(term) {
    const tail = term.match(/^[〕\])】〉}》>]第?(\d{1,5}号)$/u);
    if (tail) return brackets.flatMap(([, b]) => [b + tail[1], b + "第" + tail[1]]).filter((f) => f !== term);
    const number = numberOf(term);
    if (!number) return [];
    const { of, year, n } = number;
    const end = /\d$/.test(n) ? n + "号" : n;
    return brackets.flatMap(([a, b]) => [of + a + year + b + end, of + a + year + b + "第" + end]).filter((f) => f !== term);
  }

  // joinNumber puts the pieces of a document number together that was typed with blanks, with a dash, without its
  // brackets or so: 豫政2015 42, 豫政 2015-42号; yz2015 42 is one word.
  function joinNumber(query) {
    const pieces = /\s*[〔[(【〈{《<]?\s*((?:19|20)\d{2})\s*[〕\])】〉}》>]?(?:\s+|\s*-\s*|年(?=\s*第|\s*\d+\s*号))第?\s*(?!20\d\d(?!\d))(\d{1,5})\s*号?(?=\s|$)/.source;
    const half = query.replace(/[０-９－（）]/g, (c) => c.normalize("NFKC"));
    const joined = half.replace(new RegExp("(^|\\s)(\\p{Script=Han}{2,8})" + pieces, "gu"), "$1$2〔$3〕$4号").replace(new RegExp("(^|\\s)([a-z]{2,8})" + pieces, "giu"), "$1$2$3-$4");
    return joined === half ? query : joined;
  }

  // yearForms returns the term with its years in the other digits: 2015年 and 二〇一五年.
  function yearForms(term) {
    const forms = [
      term.replace(/(?<!\d)(\d{4})(?=年)/g, (y) => [...y].map((d) => chinese[d]).join("")),
      term.replace(/(?<![〇一二三四五六七八九十百千])[一二][〇一二三四五六七八九]{3}(?=年)/g, (y) => [...y].map((d) => chinese.indexOf(d)).join("")),
    ];
    return forms.filter((f) => f !== term);
  }

  // digitForms returns the term with digits for the numerals before a unit: 两万 and 2万.
  function digitForms(term) {
    const form = term.replace(/(?<![〇一二三四五六七八九十百千])[一二两三四五六七八九](?=[百千万亿倍]|个月|小时)/gu, (c) => String("〇一二三四五六七八九".indexOf(c === "两" ? "二" : c)));
    return form === term ? [] : [form];
  }

  // levels are the words that may stand before the name of a body, besides a region.
  const levels = ["", "省", "市", "区", "县", "州", "盟", "旗", "自治区", "国家", "中央", "全国", "各省", "各市"];

  // nameForms returns the names as printed of a body that is called by one of its names, with what stands before it kept:
  // 省发改委 → 省发展改革委. That of a region has two, and is the one of its own papers: 豫发改委 → 河南省发展改革委, and
  // 省发展改革委 in the papers of 河南省. names are those that are asked for, places the regions.
  function nameForms(term, names, places) {
    for (let i = 0; i < term.length - 1; i++) {
      const name = term.slice(i);
      const printed = names.get(name);
      const before = term.slice(0, i);
      const region = places.get(before);
      if (printed && region) {
        const full = region.asked.slice(0, 2).flatMap((place) => printed.map((n) => place + n));
        return [...full, ...(region.level ? printed.map((n) => ({ text: region.level + n, region: region.name })) : [])];
      }
      if (printed && levels.includes(before)) return printed.map((n) => before + n).filter((n) => n !== term);
    }
    return [];
  }

  // innerForms returns the term with the name of a body in it, three characters or longer, replaced by the
  // name as printed: 发改委主任 → 发展改革委主任.
  function innerForms(term, names) {
    for (let n = term.length; n > 2; n--) {
      for (let i = 0; i + n <= term.length; i++) {
        const printed = names.get(term.slice(i, i + n));
        if (printed) return printed.map((name) => term.slice(0, i) + name + term.slice(i + n));
      }
    }
    return [];
  }

  // forms returns the folded forms in which a unit is looked up, its own first; those for papers of one region only are
  // {text, region}.
  function forms(unit, index, off = new Set()) {
    const term = fold(unit.text);
    if (unit.phrase) return [term];
    const bare = term.replace(/^中华人民共和国/u, "");
    const short = bare !== term ? [bare, ...(index.names.get(bare) || [])].filter(Boolean) : [];
    const all = [term, ...numberForms(term), ...yearForms(term), ...nameForms(term, index.names, index.places), ...short];
    return all.filter((f, i) => (f === term || !off.has(f.text || f)) && all.findIndex((other) => (other.text || other) === (f.text || f)) === i);
  }

  const longest = 48; // characters of a term in which names of bodies are looked for
  const [usual, usualLength] = [8, 64]; // groups, and characters, of a query that is looked up as a whole
  const fewClauses = 24; // so few that their texts are read rather than other lists
  const length = (units) => Math.max(...units.map((u) => u.text.length));

  // groupForms returns the forms of a group that are looked for in texts.
  const groupForms = (units, index, off) => units.flatMap((unit) => forms(unit, index, off)).filter((f) => !f.text);

  const fours = (marks) => new Uint32Array(marks.buffer);

  // A Search is a query that is looked up in an index; off are other forms of its words that are left out.
  class Search {
    constructor(index, query, off = new Set()) {
      Object.assign(this, { index, query, off, notes: [], forms: [] });
      Object.assign(this, parse(query));
    }

    // run looks all terms up. Where candidates have to be checked for long, report is told of
    // each step: (done, all). What clauses says by then are hits, but not all of them.
    async run(report) {
      this.index.renew();
      await this.index.open();
      const none = () => this.index.noMarks();
      this.excluded = this.without.map(none);
      this.marks = this.groups.map(none);
      this.forms = this.groups.map(() => []);
      const all = this.groups.flat().flatMap((unit) => forms(unit, this.index, this.off)).map((f) => f.text || f);
      await Promise.all([
        this.lookUpLeads(all),
        ...this.without.map((unit, i) => this.unit(unit, this.excluded[i])),
        this.lookUpGroups(report),
      ]);
      await this.lookUpLeads(this.terms.filter((t) => !all.includes(t)));
      return this;
    }

    // lookUpGroups looks up what must occur together: of a text with many blanks first some parts, the longest ones. Where these stand
    // together in few clauses, the others are looked for there.
    async lookUpGroups(report) {
      const { index, groups, marks } = this;
      const order = groups.map((_, i) => i).sort((a, b) => length(groups[b]) - length(groups[a]));
      const step = groups.length > usual || this.query.length > usualLength ? 1 : usual;
      for (let from = 0; from < order.length; from += step) {
        if (from > 0) {
          const both = order.slice(0, from).map((i) => marks[i]);
          const few = [];
          for (let c = 0; c < both[0].length && few.length <= fewClauses; c++) if (both.every((m) => m[c])) few.push(c);
          if (few.length <= fewClauses) {
            await this.lookUpIn(few, order.slice(from));
            return;
          }
        }
        await Promise.all(order.slice(from, from + step).map((i) => this.group(i, report)));
      }
    }

    async group(i, report) {
      for (const unit of this.groups[i]) await this.unit(unit, this.marks[i], this.forms[i], report);
    }

    // complete looks up everywhere what was looked for in a few clauses only.
    async complete() {
      const left = this.left || [];
      this.left = null;
      await Promise.all(left.map((i) => this.group(i)));
    }

    // lookUpIn marks those of a few clauses in which groups occur.
    async lookUpIn(clauses, which) {
      const texts = await this.index.paragraphs(clauses);
      clauses.forEach((c, k) => {
        const folded = texts[k].map((p) => fold(p));
        for (const i of which) {
          for (const form of groupForms(this.groups[i], this.index, this.off)) {
            if (!folded.some((p) => p.includes(form))) continue;
            this.marks[i][c] |= 1;
            if (!this.forms[i].includes(form)) this.forms[i].push(form);
          }
        }
      });
      this.left = which; // not known anywhere else
    }

    // unit marks the clauses in which a unit stands, in one of its forms. What it finds is noted in
    // found, unless the unit is excluded.
    async unit(unit, marks, found, report) {
      const look = async (list) => {
        const there = await Promise.all(list.map((form) => (form.text ? this.index.findIn(form.region, form.text, marks) : this.index.find(form, marks, report))));
        return list.filter((_, i) => there[i]).map((form) => form.text || form);
      };
      const own = forms(unit, this.index, this.off);
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
      const called = await this.called(term);
      if (called.length) return called;
      const stem = nameForms(term, this.index.stems, this.index.places);
      if (stem.some((f) => f.text)) return stem;
      const longer = term.length > longest ? [] : innerForms(term, this.index.names);
      if (longer.length || !/^[a-z]{2,}(?:\d{4}-\d+)?$/.test(term)) return longer;
      const bodies = this.index.sounds.get(term) || [];
      const names = await this.index.suggestions(term, 200);
      return [...new Set([...bodies, ...names.filter(([, kind, , exact]) => kind !== "常用词" && exact).map(([name]) => fold(this.bare(name)))])].slice(0, 8);
    }

    // called returns the papers whose files have a document number for a name, though their texts do not tell it.
    async called(term) {
      const { of, year, n } = numberOf(term) || {};
      const sounds = of ? await Promise.all([...of].map((c) => this.index.soundOf(c))) : [];
      if (!sounds.length || sounds.includes(undefined)) return [];
      const names = await this.index.suggestions(sounds.join("") + year + "-" + n.replace(/\D/g, ""), 2);
      return names.filter(([, , , exact]) => exact).map(([name]) => fold(name));
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

  const query = { parse, forms, numberForms, yearForms, digitForms, nameForms, innerForms, Search };
  if (isModule) module.exports = query;
  else window.zhengceSearchQuery = query;
})();
