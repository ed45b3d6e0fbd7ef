// Full-text search in the index that the generator's package search writes: folding of texts,
// grams, candidates, and the check of candidates against their text. Nothing here touches the page.
(function () {
  "use strict";

  // Characters that count as one in a search though NFKC keeps them apart.
  const searchVariants = { "○": "〇", "零": "〇", "◯": "〇" };

  const searchBlank = /[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

  const searchWord = /[a-z0-9]/;

  function foldCharacter(c) {
    const folded = [];
    for (const f of c.normalize("NFKC")) {
      folded.push(searchVariants[f] || String.fromCodePoint(f.toLowerCase().codePointAt(0)));
    }
    return folded;
  }

  // fold returns text as it is matched, the same as fold in generator/search/fold.go. With a list
  // as places, it notes there for each unit of the result the place in text that it comes from.
  function fold(text, places) {
    let out = "";
    let blank = false;
    let at = 0;
    const push = (f) => {
      out += f;
      if (places) for (let i = 0; i < f.length; i++) places.push(at);
    };
    for (const c of text) {
      for (const f of searchBlank.test(c) ? [" "] : foldCharacter(c)) {
        if (searchBlank.test(f)) {
          blank = true;
          continue;
        }
        if (blank && out && searchWord.test(out[out.length - 1]) && searchWord.test(f)) push(" ");
        blank = false;
        push(f);
      }
      at += c.length;
    }
    return out;
  }

  // searchTerms returns the folded words of a query, each once. All of them must occur.
  function searchTerms(query) {
    const words = query.normalize("NFKC").split(new RegExp(searchBlank.source + "+"));
    return [...new Set(words.map((w) => fold(w)).filter(Boolean))];
  }

  // searchGrams returns grams that cover term: itself if it is one, else pairs of characters.
  function searchGrams(term) {
    const chars = [...term];
    if (chars.length <= 2) return [term];
    const grams = [];
    for (let i = 0; i < chars.length - 1; i += 2) grams.push(chars[i] + chars[i + 1]);
    if (chars.length % 2) grams.push(chars.slice(-2).join(""));
    return [...new Set(grams)];
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
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  // snippet returns the part of text around its first occurrence, some width characters long, as
  // pieces [string, marked].
  function snippet(text, terms, width) {
    const found = occurrences(text, terms);
    const first = found.length ? found[0] : [0, 0];
    let from = Math.max(0, first[0] - Math.floor(width / 3));
    let to = Math.min(text.length, Math.max(from + width, first[1]));
    from = Math.max(0, Math.min(from, to - width));
    const split = (i) => i > 0 && i < text.length && /[\udc00-\udfff]/.test(text[i]);
    if (split(from)) from--;
    if (split(to)) to++;
    const pieces = [];
    const push = (s, marked) => s && pieces.push([s, marked]);
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
    return pieces;
  }

  // decodePosting returns the passages of a posting, see generator/search/gram.go.
  function decodePosting(code) {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const all = [];
    let next = 0;
    let value = 0;
    let shift = 0;
    for (const c of code) {
      const d = digits.indexOf(c);
      value += (d & 31) * 2 ** shift;
      shift += 5;
      if (d < 32) {
        all.push(next + value);
        next += value + 1;
        value = shift = 0;
      }
    }
    return all;
  }

  // compareGrams orders grams by their characters; < would order them by UTF-16 units.
  function compareGrams(a, b) {
    const x = [...a];
    const y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
    }
    return x.length - y.length;
  }

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

  // A SearchIndex answers queries. Its load returns a promise of the data of a shard by name.
  class SearchIndex {
    constructor(load) {
      this.load = load;
      this.folded = new Map();
    }

    async manifest() {
      return this.load("index");
    }

    // at returns the values with the given numbers from the shards of one sort.
    async at(sort, numbers) {
      const shards = (await this.manifest())[sort];
      const needed = new Map();
      for (const n of numbers) {
        const s = lastAtMost(shards, n, (a, b) => a - b);
        if (!needed.has(s)) needed.set(s, this.load(shards[s][1]));
      }
      const values = new Map();
      const data = new Map();
      for (const [s, promise] of needed) data.set(s, await promise);
      for (const n of numbers) {
        const s = lastAtMost(shards, n, (a, b) => a - b);
        values.set(n, data.get(s)[n - shards[s][0]]);
      }
      return values;
    }

    async posting(gram) {
      const { grams } = await this.manifest();
      const s = lastAtMost(grams, gram, compareGrams);
      if (s < 0) return [];
      const list = await this.load(grams[s][1]);
      const i = lastAtMost(list, gram, compareGrams);
      return i >= 0 && list[i][0] === gram ? decodePosting(list[i][1]) : [];
    }

    // passages returns the passages in which term stands. The posting of a gram is exact; of a
    // longer term it only tells where its grams are, so the text decides.
    async passages(term) {
      const grams = searchGrams(term);
      const postings = await Promise.all(grams.map((g) => this.posting(g)));
      postings.sort((a, b) => a.length - b.length);
      let found = postings[0];
      for (const p of postings.slice(1)) {
        const there = new Set(p);
        found = found.filter((n) => there.has(n));
      }
      if (grams.length === 1 && grams[0] === term) return found;
      const texts = await this.at("texts", found);
      return found.filter((n) => {
        if (!this.folded.has(n)) this.folded.set(n, fold(texts.get(n)));
        return this.folded.get(n).includes(term);
      });
    }

    // query returns every page on which all terms stand, best first within each kind of page:
    // {page, kind, places: [{passage, anchor, terms}], inTitle}.
    async query(terms) {
      const pages = new Map();
      for (const passages of await Promise.all(terms.map((t) => this.passages(t)))) {
        const refs = await this.at("refs", passages);
        const hit = new Set();
        for (const passage of passages) {
          const flat = refs.get(passage);
          for (let i = 0; i < flat.length; i += 2) {
            hit.add(flat[i]);
            this.note(pages, flat[i], passage, flat[i + 1]);
          }
        }
        for (const page of hit) pages.get(page).terms++;
      }
      const { kinds } = await this.manifest();
      const results = [];
      for (const [page, { terms: n, places, inTitle }] of pages) {
        if (n < terms.length) continue;
        const kind = lastAtMost(kinds, page, (a, b) => a - b);
        const best = [...places.values()].sort((a, b) => b.terms - a.terms || a.passage - b.passage);
        results.push({ page, kind, places: best, inTitle });
      }
      return results.sort((a, b) => a.kind - b.kind || b.inTitle - a.inTitle ||
        b.places.length - a.places.length || a.page - b.page);
    }

    note(pages, page, passage, anchor) {
      if (!pages.has(page)) pages.set(page, { terms: 0, places: new Map(), inTitle: 0 });
      const p = pages.get(page);
      if (anchor === 0) p.inTitle++;
      if (!p.places.has(passage)) p.places.set(passage, { passage, anchor, terms: 0 });
      p.places.get(passage).terms++;
    }
  }

  const engine = { fold, searchTerms, searchGrams, occurrences, snippet, decodePosting, SearchIndex };
  if (typeof module === "undefined") window.zhengceSearchEngine = engine;
  else module.exports = engine;
})();
