// Terms are looked up in the index: listed strings, candidates, and the check of candidates against their text. Nothing here
// touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { numbers } = isModule ? require("./search-code.js") : window.zhengceSearchCode;
  const { compareText, IndexFiles } = isModule ? require("./search-files.js") : window.zhengceSearchFiles;

  // pieces cuts a folded term where the generator cuts texts: at the ends of sentences, and at
  // blanks, over which no listed string goes.
  function pieces(term) {
    return (term.match(/[^。!?; ]*[。!?;]|[^。!?; ]+/g) || []);
  }

  const ends = /[。!?;]/; // of sentences, folded

  // places returns the places of a code, whose distances run from a clause.
  function places(code, clause) {
    const all = numbers(code);
    for (let i = 0; i < all.length; i++) {
      clause += all[i] >> 1;
      all[i] = 2 * clause + (all[i] & 1);
    }
    return all;
  }

  // common returns the numbers of b that are also in a, both rising; a may be null, for all.
  function common(a, b) {
    let i = 0;
    return a ? b.filter((n) => {
      while (i < a.length && a[i] < n) i++;
      return a[i] === n;
    }) : b;
  }

  const wideCount = 60; // what a wide string is reckoned to stand in
  const few = 3; // chunks whose texts cost less than to find better ones
  const more = 4; // the same for each further stretch of a long term, which takes as many files
  const fewClauses = 24; // the same of clauses
  const span = 16; // characters of a long term that are looked up at once

  // A SearchIndex looks terms up.
  class SearchIndex extends IndexFiles {
    get wideCount() {
      return wideCount;
    }

    // noMarks returns marks for all clauses, none of them set: 1 or 3 where a term stands.
    noMarks() {
      return new Uint8Array(Math.ceil(this.manifest.clauses / 8) * 8);
    }

    // refer marks the clauses in which sentences of a chunk stand: 1, or 3 where one begins them.
    async refer(chunk, sentences, marks) {
      const mark = (place) => { marks[place >> 1] |= place & 1 ? 3 : 1; };
      const long = [];
      for (const n of sentences) {
        chunk.places[n].forEach(mark);
        const later = chunk.later.get(n);
        if (typeof later === "number") long.push(later);
        else if (later) places(later, chunk.start).forEach(mark);
      }
      for (const code of (await this.at("refs", long)).values()) places(code, chunk.start).forEach(mark);
    }

    // find marks in marks the clauses in which a folded term stands: 1, or 3 where it stands in
    // the sentence that begins them. It returns whether there are any. While candidates are
    // checked against their text, report is told of each step: (done, all).
    async find(term, marks, report) {
      const parts = pieces(term);
      if (parts.length > 1) return this.findAcross(term, parts, marks, report);
      if (!this.manifest.many) return this.check(term, Array.from({ length: this.manifest.chunks }, (_, i) => i), marks, report);
      const chars = [...term];
      const of = await this.gram(chars);
      if (!Array.isArray(of)) return this.check(term, of || await this.candidates(chars), marks, report);
      for (const c of await this.clauses(of)) marks[c] |= 1;
      return true;
    }

    // findIn is find in the pages of a region only.
    async findIn(region, term, marks) {
      const all = this.noMarks();
      if (!await this.find(term, all)) return false;
      const { values, of } = this.columns.region;
      const wanted = values.indexOf(region);
      let any = false;
      for (let p = 0; p < of.length; p++) {
        if (of[p] !== wanted) continue;
        for (let c = this.first[p]; c < this.first[p + 1]; c++) {
          marks[c] |= all[c];
          any = any || all[c] > 0;
        }
      }
      return any;
    }

    // candidates returns the chunks in which all listed strings of a term stand, those of the first stretches of it
    // where these are few.
    async candidates(chars) {
      let found = null;
      for (let at = 0, enough = few; at < chars.length - 1 && !(found && found.length <= enough); at += span / 2, enough += more) {
        const some = await this.within(chars.slice(at, at + span));
        if (some === undefined) return [];
        if (some) found = common(found, some);
      }
      return found || await this.within(chars) || [];
    }

    // within returns the chunks in which all listed strings of a few characters stand: null where all of these are wide,
    // undefined where one stands nowhere. From pairs of characters on, longer ones are listed where shorter ones are wide.
    async within(chars) {
      let found = null;
      let starts = chars.slice(1).map((_, i) => i);
      for (let length = 2; starts.length; length++) {
        const listed = await Promise.all(starts.map((i) => this.gram(chars.slice(i, i + length))));
        if (listed.includes(undefined)) return undefined;
        const wide = new Set(starts.filter((_, k) => Array.isArray(listed[k])));
        for (const of of listed) if (!Array.isArray(of)) found = common(found, of);
        if (found && found.length <= few) break;
        starts = starts.filter((i) => wide.has(i) && wide.has(i + 1));
      }
      return found;
    }

    // check marks the clauses of the sentences of chunks whose text holds term.
    async check(term, chunks, marks, report) {
      let any = false;
      let done = 0;
      await Promise.all(Array.from(chunks, async (i) => {
        const chunk = await this.chunk(i);
        if (!chunk) return;
        const holding = chunk.folded.map((_, n) => n).filter((n) => chunk.folded[n].includes(term));
        any = any || holding.length > 0;
        await this.refer(chunk, holding, marks);
        done++;
        if (report && chunks.length > 2 * this.manifest.many) await report(done, chunks.length);
      }));
      return any;
    }

    // joints marks the clauses in which all short strings stand that go over the ends of sentences in a term; null where there are
    // none, undefined where one stands nowhere.
    async joints(chars) {
      const wanted = [];
      for (let i = 0; i + 1 < chars.length; i++) if (ends.test(chars[i]) && chars[i + 1] !== " ") wanted.push(i);
      if (!wanted.length) return null;
      let all = null;
      const add = async (some) => {
        const of = await this.gram(some);
        if (!of) return 0;
        const list = await this.clauses(of);
        all = common(all, list);
        return list.length;
      };
      for (const i of wanted) {
        if (all && all.length <= fewClauses) break;
        const n = await add(chars.slice(i, i + 2));
        if (!n) return undefined;
        if (n < this.manifest.many) continue;
        const before = i > 0 && !ends.test(chars[i - 1]) && chars[i - 1] !== " ";
        const behind = i + 2 < chars.length && !ends.test(chars[i + 1]) && chars[i + 2] !== " ";
        if (before && !await add(chars.slice(i - 1, i + 2)) || behind && !await add(chars.slice(i, i + 3))) return undefined;
      }
      return all;
    }

    // findAcross finds a term that goes on over the end of a sentence or over a blank: in the
    // clauses that hold its parts, whose paragraphs decide.
    async findAcross(term, parts, marks, report) {
      let found = null; // clauses
      if (this.manifest.many) {
        found = await this.joints([...term]);
        if (found === undefined) return false;
      }
      for (const part of [...new Set(parts)].sort((a, b) => b.length - a.length)) {
        if (found && found.length <= fewClauses) break;
        const here = this.noMarks();
        if (!await this.find(part, here, report)) return false;
        const list = [];
        for (const c of found || here.keys()) if (here[c]) list.push(c);
        found = list;
      }
      let any = false;
      for (let at = 0; at < found.length; at += fewClauses) {
        const some = Array.from(found.slice(at, at + fewClauses));
        const texts = await this.paragraphs(some);
        some.forEach((c, i) => {
          if (!texts[i].some((p) => fold(p).includes(term))) return;
          marks[c] |= 1;
          any = true;
        });
        if (report && found.length > fewClauses) await report(at + some.length, found.length);
      }
      return any;
    }

    // counts returns for each character in how many sentences, or chunks, the strings that begin with it
    // stand, by their lengths: counts[i][n-1], at most so many, and some for those of wide strings.
    async counts(chars, longest) {
      if (!this.manifest.many) return this.countAll(chars, longest);
      const none = [];
      const held = chars.map(() => []); // null for a wide string
      for (let n = 1; n <= longest; n++) {
        await Promise.all(chars.slice(0, Math.max(0, chars.length - n + 1)).map(async (_, i) => {
          const [a, b] = n > 1 ? [held[i][n - 2], held[i + 1][n - 2]] : [null, null];
          if (a === none || b === none) {
            held[i][n - 1] = none;
            return;
          }
          const of = n < 3 || a === null && b === null ? await this.gram(chars.slice(i, i + n)) : undefined;
          if (Array.isArray(of)) held[i][n - 1] = null;
          else if (of !== undefined) held[i][n - 1] = of;
          else if (n < 3 || a === null && b === null) held[i][n - 1] = none;
          else held[i][n - 1] = a === null ? b : b === null ? a : common(a, b);
        }));
      }
      return held.map((list) => list.map((h) => (h === null ? wideCount : h.length)));
    }

    // countAll counts in the texts themselves.
    async countAll(chars, longest) {
      const texts = (await this.allChunks()).flatMap((c) => c.folded);
      const within = (list, text) => list.filter((t) => t.includes(text));
      return chars.map((c, i) => {
        const counts = [];
        for (let n = 1, list = texts; n <= Math.min(longest, chars.length - i); n++) {
          list = list.length ? within(list, chars.slice(i, i + n).join("")) : list;
          counts.push(list.length);
        }
        return counts;
      });
    }

    // soundOf returns how a character is spoken, or undefined.
    async soundOf(c) {
      const [sound] = (await this.entries("sounds", 0)).find(([, all]) => all.includes(c)) || [];
      return sound;
    }

    // simple returns a folded term with simple characters for traditional ones.
    async simple(term) {
      const simple = await Promise.all([...term].map((c) => this.lookUp("traditional", c)));
      return [...term].map((c, i) => simple[i] || c).join("");
    }

    // titled returns pages in whose title, number or names a folded text stands: [title, kind, url].
    async titled(forms, limit) {
      const marks = this.noMarks();
      await Promise.all(forms.map((form) => this.find(form, marks)));
      const pages = [];
      for (let p = 0; p < this.manifest.pages && pages.length < limit; p++) if (marks[this.first[p]]) pages.push(p);
      const { values, of } = this.columns.kind;
      return [...(await this.records(pages))].map(([p, { title, url }]) => [title, values[of[p]], url]);
    }

    // suggestions returns names that begin with the folded text: [name, kind, url, whether it is all].
    async suggestions(text, limit) {
      const begins = this.manifest.begins.names || [];
      const found = new Map(); // by number, whether it is all
      for (let i = Math.max(this.shardOf("names", text), 0); i < begins.length && found.size < limit && (compareText(begins[i], text) <= 0 || begins[i].startsWith(text)); i++) {
        for (const [key, code] of await this.entries("names", i)) {
          if (key.startsWith(text)) for (const n of numbers(code)) if (!found.has(n)) found.set(n, key === text);
        }
      }
      const some = [...found].slice(0, limit);
      const named = await this.at("named", some.map(([n]) => n));
      return some.filter(([n]) => named.has(n)).map(([n, isAll]) => {
        const [name, kind, url] = named.get(n);
        return [name, kind, url || "search.html?q=" + encodeURIComponent(name), isAll];
      });
    }
  }

  const engine = { pieces, SearchIndex };
  if (isModule) module.exports = engine;
  else window.zhengceSearchEngine = engine;
})();
