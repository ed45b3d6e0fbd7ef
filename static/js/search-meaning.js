// What a query that stands nowhere may mean: its words of asking told from what is asked about, and
// this cut into words that the library holds, each with the other words for it. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { numberForms, yearForms, digitForms } = isModule ? require("./search-query.js") : window.zhengceSearchQuery;

  const longest = 8; // characters of a word that the library is asked for
  const most = 48; // characters of a query that are cut; a longer one is not a question
  const often = 100; // a character in one of so many sentences tells nothing by itself
  const light = 2; // costs of a word, as logarithms of how rare it is: one that holds others together,
  const known = 3; // one of the lists,
  const lone = 3; // what a single character costs besides,
  const torn = 3; // one that begins or ends with such a one, besides,
  const strange = 12; // and one that stands nowhere

  // asking takes the words of asking out of a folded query: {rest: [string], intents: Set}.
  function asking(text, words) {
    const intents = new Set();
    let rest = text;
    for (const [form, intent] of words) {
      const pattern = new RegExp(form, "gu");
      rest = rest.replace(pattern, (found, ...at) => {
        intents.add(intent);
        return kept(found, at) || " ";
      });
    }
    return { rest: rest.split(/[\s,.;:!?、。"'()]+/u).filter(Boolean), intents };
  }

  // kept returns what a word of asking leaves of itself: 补贴多少 is asked about 补贴.
  function kept(found, at) {
    const groups = at.filter((a, i) => i < at.length - 2 && typeof a === "string");
    return groups.length ? groups.join(" ") + " " : "";
  }

  const listed = (lists, word) => lists.others.has(word) || lists.names.has(word);

  // A Meaning is a query cut into words: words [{text, forms: [string], rare}], in their order.
  class Meaning {
    constructor(index, query, off = new Set()) {
      Object.assign(this, { index, query, off, words: [], intents: new Set(), lost: [] });
    }

    async read() {
      const lists = await this.index.words();
      const { rest, intents } = asking(fold(this.query).slice(0, 3 * most), lists.asking);
      this.intents = intents;
      const runs = rest.flatMap((r) => r.match(/[a-z0-9.%+-]+年?|[一二两三四五六七八九十]+(?:个月|小时)|(?:(?![一二两三四五六七八九十]+(?:个月|小时))[^a-z0-9])+/gu) || []);
      let left = most;
      for (const run of runs) {
        const chars = [...run].slice(0, left);
        left -= chars.length;
        if (chars.length) await this.cut(chars, lists);
      }
      return this;
    }

    // cut adds the words of a run of characters: those whose costs are least together. What is reckoned
    // from its pairs only may stand nowhere; then the run is cut again.
    async cut(chars, lists) {
      if (/^(?:[a-z0-9]|[一二两三四五六七八九十]+(?:个月|小时)$)/u.test(chars.join(""))) {
        this.add(chars.join(""), [], lists);
        return;
      }
      const counts = await this.index.counts(chars, longest);
      for (;;) {
        const cut = this.cheapest(chars, 0, chars.length, longest + 4, counts, lists);
        const there = await Promise.all(cut.map((w) => w.n < 3 || !w.here || this.stands(w.text)));
        cut.forEach((w, i) => {
          if (!there[i]) counts[w.start][w.n - 1] = 0;
        });
        if (there.includes(false)) continue;
        for (const w of cut) this.keep(w, chars, counts, lists);
        return;
      }
    }

    // cheapest cuts chars[start:end] into words of at most so many characters.
    cheapest(chars, start, end, longest, counts, lists) {
      const best = [{ cost: 0 }];
      for (let to = 1; to <= end - start; to++) {
        best.push({ cost: Infinity });
        for (let n = 1; n <= longest && n <= to; n++) {
          const at = start + to - n;
          const text = chars.slice(at, at + n).join("");
          const count = counts[at][n - 1] || 0;
          const cost = best[to - n].cost + this.cost(text, n, count, lists);
          if (cost < best[to].cost) best[to] = { cost, n, text, start: at, here: count > 0 };
        }
      }
      const cut = [];
      for (let to = end - start; to > 0; to -= best[to].n) cut.unshift(best[to]);
      return cut;
    }

    keep({ text, start, n, here }, chars, counts, lists) {
      if (lists.particles.has(text)) return;
      const { sentences, chunks, many } = this.index.manifest;
      const common = counts[start][0] >= this.index.wideCount && chunks > often * many; // so long a list is not worth its bytes
      if (n === 1 && (common || counts[start][0] * often > sentences)) return;
      if (!here && !listed(lists, text)) {
        this.lost.push(text);
        return;
      }
      const parts = n < 4 ? [] : this.cheapest(chars, start, start + n, n - 1, counts, lists).filter((w) => w.n > 1 && (w.here || listed(lists, w.text)));
      this.add(text, parts.map((w) => this.word(w.text, [], lists)), lists);
    }

    // stands reports whether a string stands anywhere.
    stands(text) {
      return this.index.find(text, this.index.noMarks());
    }

    cost(text, n, count, lists) {
      if (n > 1 && listed(lists, text)) return known;
      if (lists.particles.has(text)) return light;
      if (!count) return n > 1 ? Infinity : strange;
      const rare = Math.log(1 + this.index.manifest.sentences / count);
      return n > 1 ? rare + (lists.clinging.has(text[0]) || lists.clinging.has(text[text.length - 1]) ? torn : 0) : rare + lone;
    }

    word(text, parts, lists) {
      const others = [...(lists.names.get(text) || []), ...(lists.others.get(text) || []), ...(lists.sounds.get(text) || []), ...numberForms(text), ...yearForms(text), ...digitForms(text)];
      return { text, parts, others: [...new Set(others)].filter((f) => f !== text && !this.off.has(f)) };
    }

    add(text, parts, lists) {
      if (!this.words.some((w) => w.text === text)) this.words.push(this.word(text, parts, lists));
    }
  }

  const tried = 20; // clauses in which the right character is looked for

  // slips returns the query with one character changed, where a word of it stands nowhere but the library has
  // one that differs from it in a single character: 营商坏境 → 营商环境.
  async function slips(index, { query, words, lost }) {
    const text = fold(query);
    const known = [...words.map((w) => w.text)];
    const found = [];
    for (const odd of [...lost, ...known.filter((w) => [...w].length === 1)].slice(0, 3)) {
      const at = text.indexOf(odd);
      const before = known.find((w) => w.length > 1 && text.indexOf(w) >= 0 && text.indexOf(w) + w.length === at) || "";
      const behind = known.find((w) => text.indexOf(w, at + odd.length) === at + odd.length) || "";
      if ([...odd].length !== 1 || before.length + behind.length < 2) continue;
      const right = await between(index, before, behind);
      const [a, b] = await Promise.all([odd, right || ""].map((c) => c && index.soundOf(c)));
      if (right && right !== odd && (lost.includes(odd) || a && a === b)) found.push(query.replace(before + odd + behind, before + right + behind));
    }
    return [...new Set(found)].filter((t) => t !== query);
  }

  // between returns the character that stands most often between two strings.
  async function between(index, before, behind) {
    const marks = [before, behind].filter(Boolean).map(() => index.noMarks());
    await Promise.all([before, behind].filter(Boolean).map((t, i) => index.find(t, marks[i])));
    const clauses = [];
    for (let c = 0; c < marks[0].length && clauses.length < tried; c++) if (marks.every((m) => m[c])) clauses.push(c);
    const counts = new Map();
    const pattern = new RegExp(escape(before) + "(\\p{Script=Han})" + escape(behind), "gu");
    for (const texts of await index.paragraphs(clauses)) {
      for (const m of fold(texts.join("\n")).matchAll(pattern)) counts.set(m[1], (counts.get(m[1]) || 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c)[0];
  }

  const fewest = 2; // characters of a word that is known by its sounds

  // sounding returns names and frequent words of the library that sound like the query, or like a part of it that
  // stands nowhere: 盈伤环境 → 营商环境; and those whose sounds or initials it is: yshj.
  async function sounding(index, { query, words, lost }) {
    const text = fold(query);
    if (/^[a-z]{2,}$/.test(text)) return (await named(index, text)).slice(0, 3);
    const odd = [...lost, ...words.map((w) => w.text).filter((w) => [...w].length === 1)];
    if (words.length > 0 && !odd.length || [...text].length > longest || !/^\p{Script=Han}+$/u.test(text)) return [];
    const sounds = await Promise.all([...text].map((c) => index.soundOf(c)));
    if (sounds.includes(undefined)) return [];
    return (await named(index, sounds.join(""))).filter((name) => [...name].length >= fewest && fold(name) !== text).slice(0, 3);
  }

  // named returns the names with these sounds.
  const named = async (index, sounds) => [...new Set((await index.suggestions(sounds, 20)).filter(([, , , exact]) => exact).map(([name]) => name))];

  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  const meaning = { asking, Meaning, slips, sounding };
  if (isModule) module.exports = meaning;
  else window.zhengceSearchMeaning = meaning;
})();
