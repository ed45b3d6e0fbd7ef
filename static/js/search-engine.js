// Full-text search in the index that the generator's package search writes: grams, candidates, and the
// check of candidates against their text. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;

  // pieces cuts a folded term where the generator cuts texts: at the ends of sentences, and at
  // blanks, over which no listed string goes.
  function pieces(term) {
    return (term.match(/[^。!?; ]*[。!?;]|[^。!?; ]+/g) || []);
  }

  const values = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((c, i) => { values[c.charCodeAt(0)] = i; });

  // numbers returns the numbers of a code, see generator/search/gram.go.
  function numbers(code) {
    const all = new Int32Array(code.length);
    let n = 0;
    let value = 0;
    let shift = 0;
    for (let i = 0; i < code.length; i++) {
      const d = values[code.charCodeAt(i)];
      value |= (d & 31) << shift;
      if (d < 32) {
        all[n++] = value;
        value = shift = 0;
      } else {
        shift += 5;
      }
    }
    return all.subarray(0, n);
  }

  // posting returns the rising numbers of a code of distances.
  function posting(code) {
    const all = numbers(code);
    for (let i = 1; i < all.length; i++) all[i] += all[i - 1] + 1;
    return all;
  }

  // starts returns the first number of each shard and the one after the last, by how many they hold.
  function starts(code) {
    const counts = numbers(code);
    const all = new Int32Array(counts.length + 1);
    for (let i = 0; i < counts.length; i++) all[i + 1] = all[i] + counts[i];
    return all;
  }

  function markPosting(code, marks) {
    const all = posting(code);
    for (let i = 0; i < all.length; i++) marks[all[i]] |= 1;
  }

  function markMap(code, marks) {
    for (let i = 0, c = 0; i < code.length; i++, c += 6) {
      for (let bits = values[code.charCodeAt(i)], k = c; bits; bits >>= 1, k++) marks[k] |= bits & 1;
    }
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

  // common returns the numbers of b that are also in a, both rising; a may be null, for all.
  function common(a, b) {
    let i = 0;
    return a ? b.filter((n) => {
      while (i < a.length && a[i] < n) i++;
      return a[i] === n;
    }) : b;
  }

  const wideCount = 60; // what a wide string is reckoned to stand in
  const few = 8; // candidates whose text costs less than to find better ones
  const step = 200; // candidates that are checked between two reports

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
      this.folded = new Map(); // texts by sentence
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
      const { pages, clauses, columns, counts } = this.manifest;
      this.starts = Object.fromEntries(Object.keys(counts).map((sort) => [sort, starts(counts[sort])]));
      const parts = numbers(columns.counts);
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
      const column = ({ values, of }) => ({ values, of: numbers(of) });
      const years = [...new Set(columns.dates.values.map((d) => d.slice(0, 4)))];
      const yearOf = columns.dates.values.map((d) => years.indexOf(d.slice(0, 4)));
      const date = column(columns.dates);
      this.columns = { kind: column(columns.kinds), region: column(columns.regions), type: column(columns.types), days: column(columns.days), date,
        year: { values: years, of: date.of.map((d) => yearOf[d]) } };
      const lists = await this.words();
      Object.assign(this, { bodies: columns.bodies, regions: columns.regions.values });
      Object.assign(this, { names: lists.names, sounds: lists.sounds });
    }

    // shard returns the data of a file, or what knows nothing where it cannot be read; failed tells of it.
    async shard(sort, i) {
      try {
        const data = await this.load(this.manifest.folder + "/" + sort + "/" + i);
        if (!Array.isArray(data)) throw new Error(sort + "/" + i + " 不完整");
        return data;
      } catch {
        this.failed.add(sort + "/" + i);
        return [];
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
    // to the words for the same, names: Map of a body's name to how the papers print it, sounds: the same by its sounds}.
    words() {
      this.reading = this.reading || this.shard("words", 0).then(([asking = [], groups = [], bodies = []]) => {
        const others = new Map();
        const names = new Map();
        const sounds = new Map();
        const add = (map, word, list) => map.set(word, [...new Set([...(map.get(word) || []), ...list.filter((o) => o !== word)])]);
        for (const group of groups) for (const w of group) add(others, w, group);
        for (const [printed, asked, spelled] of bodies) {
          for (const w of [...asked, ...printed]) add(names, w, printed);
          for (const w of spelled) add(sounds, w, printed);
        }
        return { asking, others, names, sounds };
      });
      return this.reading;
    }

    // counts returns for each character the number of sentences in which the strings that begin with it
    // stand, by their lengths: counts[i][n-1], at most so many, and some for those of wide strings.
    async counts(chars, longest) {
      const none = [];
      const held = chars.map(() => []); // null for a wide string
      for (let n = 1; n <= longest; n++) {
        await Promise.all(chars.slice(0, Math.max(0, chars.length - n + 1)).map(async (_, i) => {
          const [a, b] = n > 1 ? [held[i][n - 2], held[i + 1][n - 2]] : [null, null];
          if (a === none || b === none) {
            held[i][n - 1] = none;
            return;
          }
          const of = n < 3 || a === null && b === null ? await this.lookUp("grams", chars.slice(i, i + n).join("")) : undefined;
          if (typeof of === "number") held[i][n - 1] = null;
          else if (of !== undefined) held[i][n - 1] = posting(of);
          else if (n < 3 || a === null && b === null) held[i][n - 1] = none;
          else held[i][n - 1] = a === null ? b : b === null ? a : common(a, b);
        }));
      }
      return held.map((list) => list.map((h) => (h === null ? wideCount : h.length)));
    }

    // shardOf returns which shard of a sort holds a key, or -1.
    shardOf(sort, key) {
      const begins = this.manifest.begins[sort];
      return lastAtMost(begins.length, (i) => begins[i], key, compareText);
    }

    // entries returns the keys and values [[key, value]] of a shard of a sort that is looked up by
    // key. A key is written as the number of characters that it has in common with the one before
    // it, and the others.
    async entries(sort, i) {
      const data = await this.shard(sort, i);
      if (!this.entriesOf.has(data)) {
        const list = [];
        const key = [];
        for (let k = 0; k < data.length; k += 2) {
          const digits = data[k].match(/^[g-z0-9_-]*[A-Za-f]/)[0];
          key.length = numbers(digits)[0];
          key.push(...data[k].slice(digits.length));
          list.push([key.join(""), data[k + 1]]);
        }
        this.entriesOf.set(data, list);
      }
      return this.entriesOf.get(data);
    }

    // lookUp returns the value of a key, or undefined.
    async lookUp(sort, key) {
      const i = this.shardOf(sort, key);
      if (i < 0) return undefined;
      const entries = await this.entries(sort, i);
      const [found, value] = entries[lastAtMost(entries.length, (k) => entries[k][0], key, compareText)] || [];
      return found === key ? value : undefined;
    }

    async foldedTexts(list) {
      if (this.folded.size > 5000) this.folded.clear();
      const missing = list.filter((n) => !this.folded.has(n));
      for (const [n, text] of await this.at("texts", missing)) this.folded.set(n, fold(text));
      return list.map((n) => this.folded.get(n) || "");
    }

    // noMarks returns marks for all clauses, none of them set: 1 or 3 where a term stands.
    noMarks() {
      return new Uint8Array(Math.ceil(this.manifest.clauses / 8) * 8);
    }

    // refer marks the clauses in which sentences stand: 1, or 3 where one begins them.
    async refer(sentences, marks) {
      for (const code of (await this.at("refs", sentences)).values()) {
        const places = numbers(code);
        for (let i = 0, clause = 0; i < places.length; i++) {
          clause += places[i] >> 1;
          marks[clause] |= places[i] & 1 ? 3 : 1;
        }
      }
    }

    // referWide marks the clauses with a number in the list of wide strings: a posting, or a map in
    // which each digit tells of six clauses.
    async referWide(number, marks) {
      const [code, isMap] = (await this.at("wide", [number])).get(number) || [""];
      if (isMap) markMap(code, marks);
      else markPosting(code, marks);
    }

    // find marks in marks the clauses in which a folded term stands: 1, or 3 where it stands in
    // the sentence that begins them. It returns whether there are any. While candidates are
    // checked against their text, report is told of each step: (done, all).
    async find(term, marks, report) {
      const of = await this.lookUp("grams", term);
      if (of !== undefined) {
        await (typeof of === "number" ? this.referWide(of, marks) : this.refer(posting(of), marks));
        return true;
      }
      const parts = pieces(term);
      if (parts.length > 1) return this.findAcross(term, parts, marks, report);
      return this.check(term, await this.candidates(term), marks, report);
    }

    // candidates returns sentences in which all listed strings of a term stand. From pairs of
    // characters on, longer ones are listed where shorter ones are wide.
    async candidates(term) {
      const chars = [...term];
      let found = null;
      let starts = chars.slice(1).map((_, i) => i);
      for (let length = 2; starts.length; length++) {
        const listed = await Promise.all(starts.map((i) => this.lookUp("grams", chars.slice(i, i + length).join(""))));
        if (listed.includes(undefined)) return [];
        const wide = new Set();
        listed.forEach((of, k) => {
          if (typeof of === "number") wide.add(starts[k]);
          else found = common(found, posting(of));
        });
        if (found && found.length <= few) break;
        starts = starts.filter((i) => wide.has(i) && wide.has(i + 1));
      }
      return Array.from(found || []);
    }

    // check marks the clauses of those sentences whose text holds term.
    async check(term, sentences, marks, report) {
      let any = false;
      for (let at = 0; at < sentences.length; at += step) {
        const some = sentences.slice(at, at + step);
        const texts = await this.foldedTexts(some);
        const holding = some.filter((n, i) => texts[i].includes(term));
        any = any || holding.length > 0;
        await this.refer(holding, marks);
        if (report && sentences.length > step) await report(at + some.length, sentences.length);
      }
      return any;
    }

    // findAcross finds a term that goes on over the end of a sentence or over a blank: in the
    // clauses that hold its parts, whose paragraphs decide.
    async findAcross(term, parts, marks, report) {
      const holding = [...new Set(parts)].map((part) => [part, this.noMarks()]);
      const there = await Promise.all(holding.map(([part, here]) => this.find(part, here, report)));
      if (there.includes(false)) return false;
      const candidates = [];
      for (let c = 0; c < marks.length; c++) if (holding.every(([, here]) => here[c] !== 0)) candidates.push(c);
      let any = false;
      for (let at = 0; at < candidates.length; at += step) {
        const some = candidates.slice(at, at + step);
        const texts = await this.paragraphs(some);
        some.forEach((c, i) => {
          if (!texts[i].some((p) => fold(p).includes(term))) return;
          marks[c] |= 1;
          any = true;
        });
        if (report && candidates.length > step) await report(at + some.length, candidates.length);
      }
      return any;
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
      const records = await this.records(clauses.map((c) => this.pageOf[c]));
      const lists = clauses.map((c) => {
        const p = this.pageOf[c];
        const { clauses } = records.get(p) || { clauses: [] };
        return sequence((clauses[c - this.first[p]] || [""])[0]);
      });
      const texts = await this.at("texts", lists.flat(2));
      return lists.map((paragraphs) => paragraphs.map((p) => p.map((n) => texts.get(n) || "").join("")));
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
      const begins = this.manifest.begins.names;
      const found = new Map();
      // Names with one key may stand in two shards, the second of which begins with it.
      let i = lastAtMost(begins.length, (k) => begins[k], text, (a, b) => compareText(a, b) || 1);
      for (i = Math.max(i, 0); i < begins.length && found.size < limit && (compareText(begins[i], text) <= 0 || begins[i].startsWith(text)); i++) {
        for (const [key, [name, kind, url]] of await this.entries("names", i)) {
          if (key.startsWith(text) && !found.has(url)) found.set(url, [name, kind, url, key === text]);
        }
      }
      return [...found.values()].slice(0, limit);
    }
  }

  const engine = { pieces, numbers, posting, sequence, compareText, SearchIndex };
  if (isModule) module.exports = engine;
  else window.zhengceSearchEngine = engine;
})();
