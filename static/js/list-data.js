// The files of a list, loaded as scripts when they are asked for, which works from file:// too. Each calls zhengceList
// with the name of the list, of the part, its number and its data.
(function () {
  "use strict";

  const waiting = new Map();

  // expand returns the values of a column: its runs are how many items follow with a value, and the value.
  function expand(runs) {
    const out = [];
    for (let i = 0; i < runs.length; i += 2) for (let n = 0; n < runs[i]; n++) out.push(runs[i + 1]);
    return out;
  }

  const isModule = typeof module !== "undefined";
  const state = isModule ? require("./validity.js") : window.zhengceState;
  const due = isModule ? require("./due.js") : window.zhengceDue;

  // read are the uses in which words are days, a facet is what they give today.
  const read = { state: state.said, due: due.said };

  // merge returns the files of a column as one: their words once, their values as places among them.
  function merge(kind, blocks) {
    const use = read[kind] ? "facet" : kind;
    const words = [];
    const places = new Map();
    const values = [];
    for (const [list, runs] of blocks) {
      const to = list.map((w) => (read[kind] ? read[kind](w) : w)).map((w) => {
        if (!places.has(w)) places.set(w, words.push(w) - 1);
        return places.get(w);
      });
      const mine = expand(runs);
      for (const v of mine) values.push(use !== "facet" ? v : Array.isArray(v) ? v.map((x) => to[x]) : to[v]);
    }
    return { use, words, values, order: kind === "due" ? due.order : null };
  }

  function receive(list, part, n, ...data) {
    const key = [list, part, n].join("/");
    if (waiting.has(key)) waiting.get(key)(data);
  }

  // A store loads the parts of one list, each once.
  class Store {
    constructor(name, base) {
      this.name = name;
      this.base = base;
      this.parts = new Map();
    }

    load(part, n) {
      const key = [this.name, part, n].join("/");
      if (!this.parts.has(key)) {
        const asked = new Promise((resolve, reject) => {
          waiting.set(key, resolve);
          const script = document.createElement("script");
          script.src = this.base + "data/lists/" + this.name + "/" + part + "-" + n + ".js";
          script.onerror = () => reject(new Error(key));
          script.onload = () => script.remove();
          document.head.append(script);
        });
        this.parts.set(key, asked);
        asked.catch(() => this.parts.delete(key));
      }
      return this.parts.get(key);
    }

    async index() {
      return (await this.load("index", 0))[0];
    }

    async column(field) {
      const { blocks } = await this.index();
      const all = await Promise.all(blocks[field.name].map((_, n) => this.load(field.name, n)));
      this.columns = this.columns || {};
      this.columns[field.name] = this.columns[field.name] || merge(field.use, all);
      return this.columns[field.name];
    }

    // cards returns the cards of items: address, words of the link, cells.
    async cards(items) {
      const { shard } = await this.index();
      const shards = new Map();
      for (const i of items) shards.set(Math.floor(i / shard), null);
      await Promise.all(Array.from(shards.keys(), async (n) => shards.set(n, (await this.load("cards", n))[0])));
      return items.map((i) => shards.get(Math.floor(i / shard))[i % shard]);
    }

    // search returns the items whose cards have all words.
    async search(q) {
      const { total } = await this.index();
      const words = q.toLowerCase().split(/\s+/).filter(Boolean);
      const all = await this.cards(Array.from(Array(total).keys()));
      return all.map((card, i) => [card[2].join("\n").toLowerCase(), i]).filter(([text]) => words.every((w) => text.includes(w))).map(([, i]) => i);
    }
  }

  if (!isModule) {
    window.zhengceList = receive;
    window.zhengceListStore = Store;
  } else module.exports = { expand, merge };
})();
