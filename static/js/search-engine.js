// Full-text search in the index that the generator's package search writes: listed strings, candidates, and the
// check of candidates against their text. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { numbers, starts, grams, Lists } = isModule ? require("./search-code.js") : window.zhengceSearchCode;

  // pieces cuts a folded term where the generator cuts texts: at the ends of sentences, and at
  // blanks, over which no listed string goes.
  function pieces(term) {
    return (term.match(/[^。!?; ]*[。!?;]|[^。!?; ]+/g) || []);
  }

  const ends = /[。!?;]/; // of sentences, folded

  // sequence returns the paragraphs of a clause of a chunk, each a list of sentences [chunk, number]; next is the first one of the
  // chunk that no clause before has.
  function sequence(code, chunk, next) {
    const paragraphs = [[]];
    const all = numbers(code);
    for (let i = 0; i < all.length; i++) {
      const last = paragraphs[paragraphs.length - 1];
      if (all[i] === 0) paragraphs.push([]);
      else if (all[i] === 1) last.push([chunk, next++]);
      else if (all[i] % 2 === 0) last.push([chunk, all[i] / 2 - 1]);
      else last.push([chunk - (all[i] - 1) / 2, all[++i]]);
    }
    return paragraphs;
  }

  // places returns the places of a code, whose distances run from a clause.
  function places(code, clause) {
    const all = numbers(code);
    for (let i = 0; i < all.length; i++) {
      clause += all[i] >> 1;
      all[i] = 2 * clause + (all[i] & 1);
    }
    return all;
  }

  // joinColumns joins columns of values.
  function joinColumns(list) {
    const values = [...new Set(list.flatMap((c) => c.values))];
    const number = new Map(values.map((v, i) => [v, i]));
    return { values, of: Int32Array.from(list.flatMap((c) => Array.from(numbers(c.of), (k) => number.get(c.values[k])))) };
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
  const fewClauses = 24; // the same of clauses
  const span = 16; // characters of a long term that are looked up at once
  const filesOfFolder = 256;
  const binary = ["pairs", "grams", "wide"]; // sorts that are no JSON

  // lastAtMost returns the place of the last of n keys that is not above key, or -1.
  function lastAtMost(n, keyAt, key, compare) {
    let low = 0;
    let high = n;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (compare(keyAt(mid), key) <= 0) low = mid + 1;
      else high = mid;
    }
    return low - 1;
  }

  // A SearchIndex looks terms up. Its load returns a promise of the data of a file by name.
  class SearchIndex {
    constructor(load) {
      this.load = load;
      this.failed = new Set(); // files that could not be read since the last question
      this.entriesOf = new WeakMap(); // by the data of a shard
    }

    // renew forgets which files could not be read, before a question.
    renew() {
      if (this.failed.size === 0) return;
      this.failed.clear();
      this.reading = this.opening = null;
    }

    // open reads the manifest, with what is known of every page, once.
    open() {
      this.opening = this.opening || this.read().catch((e) => {
        this.opening = null;
        throw e;
      });
      return this.opening;
    }

    async read() {
      this.manifest = await this.load("index");
      const { pages, clauses, files } = this.manifest;
      const [lists, ...columns] = await Promise.all([this.words(), ...Array.from({ length: files.columns }, (_, i) => this.load(this.path("columns", i)))]);
      const all = columns.map(([c]) => c);
      const joined = (name) => Int32Array.from(all.flatMap((c) => [...numbers(c[name])]));
      const parts = joined("counts");
      const [{ chunks, records, refs, named }] = all.length ? all : [{ chunks: "", records: "", refs: "", named: "" }];
      this.starts = { texts: starts(chunks), records: starts(records), refs: starts(refs), named: starts(named) };
      // The clauses of page p: its own from first[p], those with a page too from linked[p], those that
      // stand on a page of their own only from apart[p].
      const [first, linked, apart] = [0, 1, 2].map(() => new Int32Array(pages + 1).fill(clauses));
      const pageOf = new Int32Array(clauses);
      for (let p = 0, at = 0; p < pages; p++) {
        first[p] = at;
        linked[p] = at + parts[3 * p];
        apart[p] = linked[p] + parts[3 * p + 1];
        pageOf.fill(p, at, at = apart[p] + parts[3 * p + 2]);
      }
      Object.assign(this, { first, linked, apart, pageOf });
      const column = (name) => joinColumns(all.map((c) => c[name]));
      const date = column("dates");
      const years = [...new Set(date.values.map((d) => d.slice(0, 4)))];
      const yearOf = date.values.map((d) => years.indexOf(d.slice(0, 4)));
      this.columns = { kind: column("kinds"), region: column("regions"), type: column("types"), days: column("days"), date, issuer: column("issuers"), code: column("codes"),
        year: { values: years, of: date.of.map((d) => yearOf[d]) } };
      Object.assign(this, { bodies: all.flatMap((c) => c.bodies), regions: this.columns.region.values });
      Object.assign(this, { names: lists.names, sounds: lists.sounds, characters: lists.characters });
    }

    // path returns where a file of a sort stands.
    path(sort, i) {
      return this.manifest.folders[sort][Math.floor(i / filesOfFolder)] + "/" + sort + "/" + i;
    }

    // shard returns the data of a file, or what knows nothing where it cannot be read; failed tells of it.
    async shard(sort, i) {
      try {
        const data = await this.load(this.path(sort, i));
        if (binary.includes(sort) ? !(data instanceof Uint8Array) : !Array.isArray(data)) throw new Error(sort + "/" + i + " 不完整");
        return data;
      } catch {
        this.failed.add(sort + "/" + i);
        return [];
      }
    }

    // kept returns what is made of the data of a file, once; nothing where it could not be read.
    async kept(sort, i, make) {
      const data = await this.shard(sort, i);
      if (!data.length) return null;
      try {
        if (!this.entriesOf.has(data)) this.entriesOf.set(data, make(data));
        return this.entriesOf.get(data);
      } catch {
        this.failed.add(sort + "/" + i);
        return null;
      }
    }

    // at returns the values with the given numbers from the shards of one sort.
    async at(sort, list) {
      const found = new Map();
      const starts = this.starts[sort];
      const wanted = new Map(); // by shard
      for (const n of new Set(list)) {
        const i = lastAtMost(starts.length - 1, (k) => starts[k], n, (a, b) => a - b);
        if (!wanted.has(i)) wanted.set(i, []);
        wanted.get(i).push(n);
      }
      await Promise.all([...wanted].map(async ([i, some]) => {
        const data = await this.shard(sort, i);
        if (data.length && data.length < starts[i + 1] - starts[i]) this.failed.add(sort + "/" + i);
        for (const n of some) if (data[n - starts[i]] !== undefined) found.set(n, data[n - starts[i]]);
      }));
      return found;
    }

    // words returns the lists by which a query is understood: {asking: [[pattern, what]], others: Map of a word
    // to the words for the same, names: Map of a body's name to how the papers print it, sounds: the same by its sounds,
    // characters: all of the library}.
    words() {
      this.reading = this.reading || this.shard("words", 0).then(([asking = [], groups = [], bodies = [], characters = ""]) => {
        const others = new Map();
        const names = new Map();
        const sounds = new Map();
        const add = (map, word, list) => map.set(word, [...new Set([...(map.get(word) || []), ...list.filter((o) => o !== word)])]);
        for (const group of groups) for (const w of group) add(others, w, group);
        for (const [printed, asked, spelled] of bodies) {
          for (const w of [...asked, ...printed]) add(names, w, printed);
          for (const w of spelled) add(sounds, w, printed);
        }
        return { asking, others, names, sounds, characters: [...characters] };
      });
      return this.reading;
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

    // shardOf returns which shard of a sort holds a key, or -1.
    shardOf(sort, key) {
      const begins = this.manifest.begins[sort] || [];
      return lastAtMost(begins.length, (i) => begins[i], key, compareText);
    }

    // entries returns the keys and values [[key, value]] of a shard of a sort that is looked up by
    // key. A key is written as the number of characters that it has in common with the one before
    // it, and the others.
    async entries(sort, i) {
      return await this.kept(sort, i, (data) => {
        const list = [];
        const key = [];
        for (let k = 0; k < data.length; k += 2) {
          const digits = data[k].match(/^[g-z0-9_-]*[A-Za-f]/)[0];
          key.length = numbers(digits)[0];
          key.push(...data[k].slice(digits.length));
          list.push([key.join(""), data[k + 1]]);
        }
        return list;
      }) || [];
    }

    // lookUp returns the value of a key, or undefined.
    async lookUp(sort, key) {
      const i = this.shardOf(sort, key);
      if (i < 0) return undefined;
      const entries = await this.entries(sort, i);
      const [found, value] = entries[lastAtMost(entries.length, (k) => entries[k][0], key, compareText)] || [];
      return found === key ? value : undefined;
    }

    // gram returns what is listed of a string of characters: the chunks in which it stands, or [file, number] of the list
    // of its clauses where it is wide; undefined where it is not listed.
    async gram(chars) {
      const sort = chars.length < 3 ? "pairs" : "grams";
      const i = this.shardOf(sort, chars.join(""));
      const found = i < 0 ? null : await this.kept(sort, i, (data) => grams(data, this.manifest, this.characters));
      return found ? found.get(chars.join("")) : undefined;
    }

    // clauses returns a list of clauses, which may be told as a part of another.
    async clauses([file, number]) {
      const none = new Int32Array(0);
      const lists = await this.kept("wide", file, (data) => new Lists(data, file, this.manifest.bits[0]));
      if (!lists) return none;
      const { of, list } = lists.get(number);
      if (!of) return list;
      const all = await this.clauses(of);
      return all.length ? list.map((i) => all[i]) : none;
    }

    // chunk returns a chunk of texts, nothing where it cannot be read: its sentences, also folded, and its clauses, each a
    // list of paragraphs, which are lists of sentences [chunk, number].
    chunk(i) {
      return this.kept("texts", i, ([[texts, clauses, refs]]) => {
        const places = texts.map(() => []); // clauses, twice each, plus one where the sentence begins it
        const later = new Map();
        for (let k = 0; k < refs.length; k += 2) later.set(refs[k], refs[k + 1]);
        const start = this.starts.texts[i];
        let next = 0;
        const read = clauses.map((code, n) => {
          const paragraphs = sequence(code, i, next);
          paragraphs.flat().forEach(([of, k], at) => {
            if (of === i) {
              next = Math.max(next, k + 1);
              places[k].push(2 * (start + n) + (at === 0 && paragraphs[0].length ? 1 : 0));
            }
          });
          return paragraphs;
        });
        return { number: i, texts, folded: texts.map((t) => fold(t)), clauses: read, places, later, start };
      });
    }

    async allChunks() {
      return (await Promise.all(Array.from({ length: this.manifest.chunks }, (_, i) => this.chunk(i)))).filter(Boolean);
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

    // candidates returns the chunks in which all listed strings of a term stand, those of the first stretches of it
    // where these are few.
    async candidates(chars) {
      let found = null;
      for (let at = 0; at < chars.length - 1 && !(found && found.length <= few); at += span / 2) {
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

    // records returns what is shown of pages.
    async records(pages) {
      const all = await this.at("records", pages);
      return new Map([...all].map(([p, [url, title, crumb, clauses]]) => [p, { url, title, crumb, clauses }]));
    }

    // paragraphs returns the texts of clauses, paragraph by paragraph.
    async paragraphs(clauses) {
      const { texts: starts } = this.starts;
      const chunkOf = (c) => lastAtMost(starts.length - 1, (k) => starts[k], c, (a, b) => a - b);
      return Promise.all(clauses.map(async (c) => {
        const chunk = await this.chunk(chunkOf(c));
        const paragraphs = (chunk && chunk.clauses[c - chunk.start]) || [];
        return Promise.all(paragraphs.map(async (p) => (await Promise.all(p.map(([i, n]) => this.sentence(i, n)))).join("")));
      }));
    }

    async sentence(i, n) {
      const chunk = await this.chunk(i);
      return (chunk && chunk.texts[n]) || "";
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

  const engine = { pieces, sequence, compareText, SearchIndex };
  if (isModule) module.exports = engine;
  else window.zhengceSearchEngine = engine;
})();
