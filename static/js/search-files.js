// The files of the index that the generator's package search writes, as they are asked for: each is read once, and one that cannot
// be read is told of. Nothing here touches the page.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { fold } = isModule ? require("./search-text.js") : window.zhengceSearchText;
  const { numbers, starts, grams, Lists } = isModule ? require("./search-code.js") : window.zhengceSearchCode;

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

  // An IndexFiles reads the files of an index. Its load returns a promise of the data of a file by name.
  class IndexFiles {
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
      const { names, stems, sounds, places, characters } = lists;
      Object.assign(this, { names, stems, sounds, places, characters });
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

    // words returns the lists by which a query is understood: {asking: [[pattern, what]], particles: words that hold others together,
    // clinging: those of them with which words hardly begin or end, others: Map of a word
    // to the words for the same, names: Map of a body's name to how the papers print it, stems: the same by what its short name begins
    // with, 人社 for 人社局, sounds: by its sounds, places: Map of a region's name to {name, asked, level}, characters: all of the library}.
    words() {
      this.reading = this.reading || this.shard("words", 0).then(([asking = [], groups = [], bodies = [], regions = [], characters = ""]) => {
        const others = new Map();
        const names = new Map();
        const [stems, sounds, places] = [new Map(), new Map(), new Map()];
        const add = (map, word, list) => map.set(word, [...new Set([...(map.get(word) || []), ...list.filter((o) => o !== word)])]);
        for (const group of groups) for (const w of group) add(others, w, group);
        for (const [printed, asked, spelled] of bodies) {
          for (const w of [...asked, ...printed]) {
            names.set(w, [...new Set([...(names.get(w) || []), ...printed])]);
            if ([...w].length === 3) add(stems, w.slice(0, 2), printed);
          }
          for (const w of spelled) add(sounds, w, printed);
        }
        for (const [name, asked, level] of regions) for (const w of asked) places.set(fold(w), { name, asked: asked.map((a) => fold(a)), level: fold(level) });
        const [particles, clinging] = ["particle", "clinging"].map((kind) => new Set(asking.filter(([, what]) => what === kind).flatMap(([list]) => list.split(" "))));
        return { asking: asking.filter(([, what]) => what !== "particle" && what !== "clinging"), particles, clinging, others, names, stems, sounds, places, characters: [...characters] };
      });
      return this.reading;
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
  }

  const files = { sequence, compareText, IndexFiles };
  if (isModule) module.exports = files;
  else window.zhengceSearchFiles = files;
})();
