// Full-text search in the index that the generator's package search writes: folding of texts,
// grams, candidates, and the check of candidates against their text. Nothing here touches the page.
(function () {
  "use strict";

  // Characters that count as one in a search though NFKC keeps them apart.
  const variants = { "○": "〇", "零": "〇", "◯": "〇" };
  for (const c of "“”„‟") variants[c] = '"';
  for (const c of "‘’‛′") variants[c] = "'";

  const blank = /[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
  const word = /[a-z0-9]/;
  const plain = /^[\u4e00-\u96f5\u96f7-\u9fff]$/; // all but 零

  function foldCharacter(c) {
    if (plain.test(c)) return [c];
    const folded = [];
    for (const f of c.normalize("NFKC")) {
      folded.push(variants[f] || String.fromCodePoint(f.toLowerCase().codePointAt(0)));
    }
    return folded;
  }

  // fold returns text as it is matched, the same as fold in generator/search/fold.go. With a list
  // as places, it notes there for each unit of the result the place in text that it comes from.
  function fold(text, places) {
    let out = "";
    let gap = false;
    let at = 0;
    const push = (f) => {
      out += f;
      if (places) for (let i = 0; i < f.length; i++) places.push(at);
    };
    for (const c of text) {
      for (const f of blank.test(c) ? [" "] : foldCharacter(c)) {
        if (blank.test(f)) {
          gap = true;
          continue;
        }
        if (gap && out && word.test(out[out.length - 1]) && word.test(f)) push(" ");
        gap = false;
        push(f);
      }
      at += c.length;
    }
    return out;
  }

  // searchGrams returns grams that cover term: itself if it is one, else pairs of characters. A
  // blank is in no gram.
  function searchGrams(term) {
    const grams = [];
    for (const run of term.split(" ")) {
      const chars = [...run];
      if (chars.length <= 2) grams.push(run);
      for (let i = 0; chars.length > 2 && i < chars.length - 1; i += 2) grams.push(chars[i] + chars[i + 1]);
      if (chars.length > 2 && chars.length % 2) grams.push(chars.slice(-2).join(""));
    }
    return [...new Set(grams)].filter(Boolean);
  }

  // pieces cuts a folded term where the generator cuts paragraphs into sentences.
  function pieces(term) {
    return term.match(/[^。!?;]*[。!?;]|[^。!?;]+/g) || [];
  }

  // occurrences returns the stretches [start, end) of text in which terms stand, joined where they touch.
  function occurrences(text, terms) {
    const places = [];
    const folded = fold(text, places);
    places.push(text.length);
    const found = [];
    for (const term of terms) {
      for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + 1)) {
        // A stretch ends with the character that its last folded unit comes from.
        const last = places[i + term.length - 1];
        found.push([places[i], last + String.fromCodePoint(text.codePointAt(last)).length]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const joined = [];
    for (const [start, end] of found) {
      const before = joined[joined.length - 1];
      if (before && start < before[1]) before[1] = Math.max(before[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  // snippet returns the sentences of text around its first occurrence, some width characters
  // long, as pieces [string, marked]. Only a sentence that is longer than that is cut inside.
  function snippet(text, terms, width) {
    const found = occurrences(text, terms);
    const first = found.length ? found[0] : [0, 0];
    const ends = [0];
    for (const m of text.matchAll(/[。！？；!?;][”’"'」』）)]*/g)) ends.push(m.index + m[0].length);
    if (ends[ends.length - 1] < text.length) ends.push(text.length);
    let from = Math.max(...ends.filter((e) => e <= first[0]));
    let to = Math.min(...ends.filter((e) => e >= first[1]), text.length);
    for (const e of ends) if (e > to && e - from <= width) to = e;
    if (to - from > width) {
      const start = from;
      from = Math.max(start, first[0] - Math.floor(width / 3));
      to = Math.min(to, Math.max(from + width, first[1]));
    }
    const split = (i) => i > 0 && i < text.length && /[\udc00-\udfff]/.test(text[i]);
    if (split(from)) from--;
    if (split(to)) to++;
    const out = [];
    const push = (s, marked) => s && out.push([s, marked]);
    push(from > 0 ? "…" : "", false);
    let at = from;
    for (const [start, end] of found) {
      if (end <= from || start >= to) continue;
      push(text.slice(at, Math.max(at, start)), false);
      push(text.slice(Math.max(at, start), Math.min(to, end)), true);
      at = Math.min(to, end);
    }
    push(text.slice(at, to), false);
    push(to < text.length ? "…" : "", false);
    return out;
  }

  const values = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((c, i) => { values[c.charCodeAt(0)] = i; });

  // numbers returns the numbers of a code, see generator/search/gram.go.
  function numbers(code) {
    const all = [];
    let value = 0;
    let shift = 0;
    for (let i = 0; i < code.length; i++) {
      const d = values[code.charCodeAt(i)];
      value += (d & 31) * 2 ** shift;
      shift += 5;
      if (d < 32) {
        all.push(value);
        value = shift = 0;
      }
    }
    return all;
  }

  // posting returns the rising numbers of a code of distances.
  function posting(code) {
    let next = 0;
    return numbers(code).map((d) => (next += d + 1) - 1);
  }

  // sequence returns the paragraphs of a clause, each a list of sentences.
  function sequence(code) {
    const paragraphs = [[]];
    let last = 0;
    for (const n of numbers(code)) {
      if (n === 0) {
        paragraphs.push([]);
        continue;
      }
      last += n % 2 ? (n - 1) / 2 : -(n - 2) / 2;
      paragraphs[paragraphs.length - 1].push(last);
    }
    return paragraphs;
  }

  // compareText orders strings by their characters; < would order them by UTF-16 units.
  function compareText(a, b) {
    const x = [...a];
    const y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
    }
    return x.length - y.length;
  }

  const compareNumbers = (a, b) => a - b;

  // lastAtMost returns the number of the last entry [key, …] that is not above key, or -1.
  function lastAtMost(entries, key, compare) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (compare(entries[mid][0], key) <= 0) low = mid + 1;
      else high = mid;
    }
    return low - 1;
  }

  // A SearchIndex looks terms up. Its load returns a promise of the data of a shard by name.
  class SearchIndex {
    constructor(load) {
      this.load = load;
      this.folded = new Map();
    }

    // open reads the manifest and what is known of every page.
    async open() {
      if (this.pages) return;
      this.manifest = await this.load("index");
      const columns = await this.load(this.manifest.columns);
      const counts = numbers(columns.counts);
      const pages = [];
      this.pageOf = new Int32Array(this.manifest.clauses);
      for (let p = 0, at = 0; p < this.manifest.pages; p++) {
        const [own, linked, apart] = counts.slice(3 * p, 3 * p + 3);
        pages.push({ first: at, linked: at + own, apart: at + own + linked });
        this.pageOf.fill(p, at, at += own + linked + apart);
      }
      for (const name of ["kinds", "regions", "types", "dates"]) {
        numbers(columns[name].of).forEach((n, p) => { pages[p][name.slice(0, -1)] = columns[name].values[n]; });
      }
      Object.assign(this, { pages, aliases: columns.aliases, bodies: columns.bodies, regions: columns.regions.values });
    }

    // shard returns [first key, data] of the shard in which key would be, or null.
    async shard(sort, key, compare) {
      let { depth, entries } = this.manifest[sort];
      for (; ; depth--) {
        const i = lastAtMost(entries, key, compare);
        if (i < 0) return null;
        if (depth === 0) return [entries[i][0], await this.load(entries[i][1])];
        entries = await this.load(entries[i][1]);
      }
    }

    // at returns the values with the given numbers from the shards of one sort.
    async at(sort, list) {
      const found = new Map();
      await Promise.all([...new Set(list)].map(async (n) => {
        const [first, data] = await this.shard(sort, n, compareNumbers);
        found.set(n, data[n - first]);
      }));
      return found;
    }

    // lookUp returns the entry of a gram, or null.
    async lookUp(sort, gram) {
      const shard = await this.shard(sort, gram, compareText);
      if (!shard) return null;
      const i = lastAtMost(shard[1], gram, compareText);
      return i >= 0 && shard[1][i][0] === gram ? shard[1][i] : null;
    }

    async foldedTexts(list) {
      if (this.folded.size > 50000) this.folded.clear();
      const missing = list.filter((n) => !this.folded.has(n));
      for (const [n, text] of await this.at("texts", missing)) this.folded.set(n, fold(text));
      return list.map((n) => this.folded.get(n));
    }

    // sentences returns those in which term stands. The posting of a gram is exact; of a longer
    // term it only tells where its grams are, so the text decides.
    async sentences(term, entries) {
      const postings = entries.map((e) => posting(e[1])).sort((a, b) => a.length - b.length);
      let found = postings[0];
      for (const p of postings.slice(1)) {
        const there = new Set(p);
        found = found.filter((n) => there.has(n));
      }
      if (entries.length === 1 && entries[0][0] === term) return found;
      const texts = await this.foldedTexts(found);
      return found.filter((n, i) => texts[i].includes(term));
    }

    // find marks in marks the clauses in which a folded term stands: 1, or 3 where it stands in
    // their first sentence. It returns the sentences, or null where only the clauses are known.
    async find(term, marks) {
      const parts = pieces(term);
      if (parts.length > 1) return this.findAcross(term, parts, marks);
      const entries = await Promise.all(searchGrams(term).map((g) => this.lookUp("grams", g)));
      if (!entries.length || entries.includes(null)) return [];
      if (entries.length === 1 && entries[0][0] === term && entries[0][2]) {
        for (const c of posting((await this.lookUp("wide", term))[1])) marks[c] |= 1;
        return null;
      }
      const found = await this.sentences(term, entries);
      for (const code of (await this.at("refs", found)).values()) {
        let clause = 0;
        for (const n of numbers(code)) {
          clause += n >> 1;
          marks[clause] |= n & 1 ? 3 : 1;
        }
      }
      return found;
    }

    // findAcross finds a term that goes on over the end of a sentence.
    async findAcross(term, parts, marks) {
      const found = new Uint8Array(marks.length);
      for (const part of parts) {
        const here = new Uint8Array(marks.length);
        await this.find(part, here);
        for (let c = 0; c < found.length; c++) if (here[c]) found[c]++;
      }
      const candidates = [];
      for (let c = 0; c < found.length; c++) if (found[c] === parts.length) candidates.push(c);
      const texts = await this.paragraphs(candidates);
      candidates.forEach((c, i) => {
        if (texts[i].some((p) => fold(p).includes(term))) marks[c] |= 1;
      });
      return null;
    }

    // records returns what is shown of pages.
    async records(pages) {
      const all = await this.at("records", pages);
      return new Map([...all].map(([p, [url, title, crumb, clauses]]) => [p, { url, title, crumb, clauses }]));
    }

    // paragraphs returns the texts of clauses, paragraph by paragraph.
    async paragraphs(clauses) {
      const records = await this.records(clauses.map((c) => this.pageOf[c]));
      const lists = clauses.map((c) => {
        const p = this.pageOf[c];
        return sequence(records.get(p).clauses[c - this.pages[p].first][0]);
      });
      const texts = await this.at("texts", lists.flat(2));
      return lists.map((paragraphs) => paragraphs.map((p) => p.map((n) => texts.get(n)).join("")));
    }

    // suggestions returns names that begin with the folded text: [name, kind, url, whether it is all].
    async suggestions(text, limit) {
      const shard = await this.shard("names", text, compareText) || await this.shard("names", "\u{10ffff}", compareText);
      let list = shard ? shard[1] : [];
      const fitting = () => list.filter(([key]) => key.startsWith(text));
      const found = new Map();
      const keep = () => fitting().forEach(([key, name, kind, url]) => found.has(url) || found.set(url, [name, kind, url, key === text]));
      keep();
      // The names may go on in the next shard.
      if (shard && found.size < limit && list[list.length - 1][0].startsWith(text)) {
        list = (await this.shard("names", text + "\u{10ffff}", compareText))[1];
        keep();
      }
      return [...found.values()].slice(0, limit);
    }
  }

  const engine = { fold, searchGrams, pieces, occurrences, snippet, numbers, posting, sequence, compareText, SearchIndex };
  if (typeof module === "undefined") window.zhengceSearchEngine = engine;
  else module.exports = engine;
})();
