// Looser answers: clauses and papers that hold the words into which a query was cut, or most of
// them, or other words for them, the best paper first. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { width } = isModule ? require("./search-result.js") : window.zhengceSearchResult;

  // What a word counts where it stands: in the clause itself, as another word for it, in the title or
  // region of its paper, anywhere else in the paper.
  const here = 1;
  const other = 0.9;
  const title = 0.75;
  const paper = 0.25;
  const heading = 0.1; // more where it stands in the words that begin the clause
  const told = 0.12; // of all that the words weigh, more for a clause that tells who, or how much, where this is asked
  const apart = 0.8; // its parts, where it is not whole
  const lone = 0.5; // a single character
  const least = 0.45; // of all that the words weigh, for an answer worth showing,
  const fallback = 0.25; // and for one of the few that are shown where there is none,
  const fewest = 3;
  const enough = 100; // clauses with a word, so many that its parts are not asked for
  const looked = 6; // papers of which clauses are read to order them,
  const each = 2; // and how many of each

  // The levels, the strictest first.
  const levels = ["clause", "paper", "synonym", "part"];

  // closeness returns how near to each other the words of a text stand: 1 side by side, 0 where none does.
  function closeness(text, forms) {
    const there = forms.map((list) => list.filter((f) => text.includes(f))).filter((list) => list.length);
    const length = there.reduce((sum, list) => sum + list[0].length, 0);
    return length ? (there.length / forms.length) * Math.min(1, length / width(text, there)) : 0;
  }

  // clauseOf returns what is known of a clause, nothing where its file could not be read.
  const clauseOf = (records, page, n) => (records.get(page) || { clauses: [] }).clauses[n] || [];

  // A Loose is the answers to a meaning: results [{page, clause, level, score}], one for each paper.
  class Loose {
    constructor(index, meaning) {
      Object.assign(this, { index, meaning });
    }

    async run() {
      const { index, meaning: { words } } = this;
      await Promise.all(words.map((w) => this.look(w)));
      for (const w of words) if (w.count >= enough) w.parts = [];
      await Promise.all(words.flatMap((w) => w.parts).map((w) => this.look(w)));
      this.missing = words.filter((w) => !w.count && !w.parts.some((part) => part.count)).map((w) => w.text);
      this.weight = words.reduce((sum, w) => sum + w.rare, 0);
      this.scores = new Float32Array(index.manifest.clauses);
      for (const w of words) this.add(w);
      await this.order(words.filter((w) => !this.missing.includes(w.text)));
      return this;
    }

    // look marks the clauses of a word and of the other words for it.
    async look(w) {
      const { index } = this;
      w.marks = index.noMarks();
      w.like = index.noMarks();
      const found = await Promise.all([index.find(w.text, w.marks), ...w.others.map((f) => index.find(f, w.like))]);
      w.found = [w.text, ...w.others].filter((_, i) => found[i]);
      const { pages } = index.manifest;
      w.pages = new Uint8Array(pages); // 3 in the title or region, 1 elsewhere
      const regions = index.columns.region;
      const isRegion = regions.values.map((r) => [...w.text].length > 1 && r.startsWith(w.text));
      w.count = 0;
      for (let p = 0; p < pages; p++) {
        const start = index.first[p];
        if (w.marks[start] || w.like[start] || isRegion[regions.of[p]]) w.pages[p] = 3;
        for (let c = start; c < index.first[p + 1]; c++) {
          if (!w.marks[c] && !w.like[c]) continue;
          w.count++;
          if (!w.pages[p]) w.pages[p] = 1;
        }
        if (w.pages[p] === 3 && !w.count) w.count = 1;
      }
      w.rare = Math.log(1 + index.manifest.clauses / Math.max(1, w.count)) * ([...w.text].length > 1 ? 1 : lone);
    }

    // add gives each clause what a word counts for it.
    add(w) {
      const { scores, index: { first, manifest: { pages } } } = this;
      const all = w.parts.reduce((sum, part) => sum + part.rare, 0);
      for (let p = 0; p < pages; p++) {
        const around = this.around(w, p);
        const within = w.parts.filter((part) => part.pages[p]);
        if (!around && !within.length) continue;
        for (let c = first[p]; c < first[p + 1]; c++) {
          let of = w.marks[c] ? here : w.like[c] ? Math.max(other, around) : around;
          if (of < apart) {
            for (const part of within) of += apart * (part.rare / all) * (part.marks[c] ? here : part.like[c] ? other : this.around(part, p));
          }
          scores[c] += w.rare * (Math.min(of, here) + ((w.marks[c] | w.like[c]) & 2 ? heading : 0));
        }
      }
    }

    around(w, p) {
      return w.pages[p] === 3 ? title : w.pages[p] ? paper : 0;
    }

    // order keeps of each page its best clauses, reads those that may come first, and orders the pages by
    // what their best clause scores then; of equal ones the newer paper comes first.
    async order(words) {
      const { index, scores, weight } = this;
      const { date } = index.columns;
      let list = this.above(least * weight);
      const few = !list.length;
      if (few) list = this.above(fallback * weight);
      const newest = (a, b) => (date.values[date.of[a.page]] < date.values[date.of[b.page]] ? 1 : -1);
      list.sort((a, b) => b.score - a.score || newest(a, b));
      if (few) list = list.slice(0, fewest);
      await this.near(list.slice(0, looked), words);
      list.sort((a, b) => b.score - a.score || newest(a, b));
      for (const r of list) r.level = this.level(r.page, r.clause, words);
      this.results = list;
    }

    // above returns the pages with clauses that score so much, each with these, the best first.
    above(score) {
      const { index, scores } = this;
      const { kind } = index.columns;
      const list = [];
      for (let p = 0; p < index.manifest.pages; p++) {
        const clauses = [];
        for (let c = index.first[p]; c < index.first[p + 1]; c++) if (scores[c] >= score) clauses.push(c);
        if (!clauses.length) continue;
        clauses.sort((a, b) => scores[b] - scores[a] || a - b);
        list.push({ page: p, clauses, clause: clauses[0], score: scores[clauses[0]], kind: kind.values[kind.of[p]] });
      }
      return list;
    }

    // near reads the first clauses of pages, and scores those higher in which the words stand close
    // together, or that tell what was asked: who, or how much.
    async near(list, words) {
      const { index, scores, weight, meaning: { intents } } = this;
      const some = list.flatMap((r) => r.clauses.slice(0, each).map((clause) => ({ r, clause })));
      const [texts, records] = await Promise.all([index.paragraphs(some.map((s) => s.clause)), index.records(list.map((r) => r.page))]);
      const forms = words.map((w) => (w.count ? w.found : w.parts.flatMap((part) => part.found)));
      for (const r of list) r.score = 0;
      some.forEach(({ r, clause }, i) => {
        const [, , , , , , roles = [], sets = []] = clauseOf(records, r.page, clause - index.first[r.page]);
        const close = Math.max(...texts[i].map((t) => closeness(fold(t), forms)));
        let score = scores[clause] + weight * (0.1 * close + (intents.has("who") && roles.length ? told : 0) + (intents.has("amount") && sets.length ? told : 0));
        if (clause === index.first[r.page]) score -= 0.02 * weight; // the clause tells more than the title
        if (score > r.score) Object.assign(r, { score, clause });
      });
    }

    level(p, c, words) {
      if (this.missing.length) return "part";
      const within = (w) => w.marks[c] || w.pages[p] === 3 || w.parts.length > 1 && w.parts.every(within);
      if (words.every(within)) return "clause";
      if (words.every((w) => within(w) || w.like[c])) return "synonym";
      return words.every((w) => w.pages[p] || w.parts.length > 1 && w.parts.every((part) => part.pages[p])) ? "paper" : "part";
    }
  }

  const loose = { Loose, levels };
  if (isModule) module.exports = loose;
  else window.zhengceSearchLoose = loose;
})();
