// The search page: runs the query of its field or address and shows what the index holds. Index
// and engine come as scripts that are added when they are needed, because a page opened from
// disk may load nothing else.
(function () {
  "use strict";

  const base = document.documentElement.dataset.root || "";
  const root = base && !base.endsWith("/") ? base + "/" : base;

  // The index files call zhengceSearch.add(name, data).
  const waiting = new Map();

  function add(name, data) {
    waiting.get(name).resolve(data);
  }

  // addScript loads a script of the site; its promise tells when it ran.
  function addScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = resolve;
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });
  }

  // load returns a promise of the data of an index file.
  function load(name) {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => {
        entry.resolve = resolve;
        addScript("search/" + name + ".js").catch((e) => {
          waiting.delete(name);
          reject(e);
        });
      });
      waiting.set(name, entry);
    }
    return waiting.get(name).promise;
  }

  const step = 50; // results drawn at once
  const enough = 500; // results drawn without being asked for more

  // A SearchPage ties an index to the elements of the search page.
  class SearchPage {
    constructor(input, count, list, engine) {
      Object.assign(this, { input, count, list, engine, run: 0, shown: 0 });
      this.index = new engine.SearchIndex(load);
      this.more = document.createElement("button");
      this.more.type = "button";
      this.more.className = "search-more";
      this.more.hidden = true;
      list.after(this.more);
    }

    start() {
      let timer = 0;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.search(), 150);
      };
      // While an input method composes, the field holds letters that nobody wants to find.
      this.input.addEventListener("input", (e) => e.isComposing || later());
      this.input.addEventListener("compositionend", later);
      if (this.input.form) {
        this.input.form.addEventListener("submit", (e) => {
          e.preventDefault();
          clearTimeout(timer);
          this.search();
        });
      }
      this.more.addEventListener("click", () => this.showMore());
      this.search();
    }

    async search() {
      const query = this.input.value.trim();
      const terms = this.engine.searchTerms(query);
      if (terms.length && terms.join(" ") === this.asked) return;
      this.asked = terms.join(" ");
      const run = ++this.run;
      this.remember(query);
      if (!terms.length) return this.clear("");
      this.count.setAttribute("data-result-count", "");
      this.count.textContent = "正在查找……";
      try {
        const results = await this.index.query(terms);
        if (run !== this.run) return;
        await this.show(results, terms, run);
      } catch (e) {
        if (run !== this.run) return;
        this.asked = null;
        this.clear("读不到检索文件（" + e.message + "）。请刷新页面再试；若从磁盘打开，请确认整个文件夹已复制完整。");
      }
    }

    // remember keeps the query in the address, so that it can be sent and comes back with the page.
    remember(query) {
      const address = query ? "?q=" + encodeURIComponent(query) : location.pathname;
      try {
        history.replaceState(null, "", address);
      } catch {
        // Some browsers allow it only on servers; the search works without.
      }
    }

    clear(message) {
      this.list.replaceChildren();
      this.more.hidden = true;
      this.count.setAttribute("data-result-count", "");
      this.count.textContent = message;
    }

    // show draws the results; the number appears with the first of them.
    async show(results, terms, run) {
      const { kinds } = await this.index.manifest();
      const items = await this.items(results.slice(0, step), terms);
      if (run !== this.run) return;
      Object.assign(this, { results, terms, shown: items.length, limit: enough });
      this.list.replaceChildren(...items);
      this.count.setAttribute("data-result-count", String(results.length));
      const tally = kinds.map(([, name], k) => [name, results.filter((r) => r.kind === k).length])
        .filter(([, n]) => n).map(([name, n]) => name + " " + n);
      this.count.textContent = results.length
        ? "共 " + results.length + " 页：" + tally.join("、")
        : "共 0 页。没有页面" + (terms.length > 1 ? "同时含有“" : "含有“") + terms.join("”“") + "”。可以减少字词，或换一种写法。";
      await this.grow(run);
    }

    // grow draws further results in steps, as far as the limit goes.
    async grow(run) {
      this.more.hidden = true;
      while (this.shown < Math.min(this.limit, this.results.length)) {
        const items = await this.items(this.results.slice(this.shown, this.shown + step), this.terms);
        await new Promise((done) => setTimeout(done));
        if (run !== this.run) return;
        this.shown += items.length;
        this.list.append(...items);
      }
      const left = this.results.length - this.shown;
      this.more.hidden = left === 0;
      this.more.textContent = "再显示 " + Math.min(left, enough) + " 页（还有 " + left + " 页）";
    }

    async showMore() {
      const first = this.shown;
      this.limit += enough;
      await this.grow(this.run);
      const item = this.list.children[first];
      if (item) item.querySelector("a").focus();
    }

    async items(results, terms) {
      const { kinds } = await this.index.manifest();
      const places = results.map((r) => r.places.filter((p) => p.anchor !== 0).slice(0, 2));
      const [table, texts] = await Promise.all([
        this.index.at("table", results.map((r) => r.page)),
        this.index.at("texts", places.flat().map((p) => p.passage)),
      ]);
      return results.map((r, i) => {
        const [url, title, crumb] = table.get(r.page);
        const anchor = places[i].length ? places[i][0].anchor : "";
        return this.item({
          href: root + url + (anchor ? "#" + anchor : ""),
          kind: kinds[r.kind][1], title, crumb, terms,
          texts: places[i].map((p) => texts.get(p.passage)),
        });
      });
    }

    item({ href, kind, title, crumb, texts, terms }) {
      const item = element("li", "search-result");
      item.dataset.result = "";
      item.dataset.kind = kind;
      const link = element("a", "search-title");
      link.href = href;
      link.append(...marked(this.engine.snippet(title, terms, title.length)));
      const label = element("span", "search-kind", kind);
      const head = element("p", "search-head");
      head.append(label, " ", link);
      item.append(head);
      for (const text of texts) {
        const p = element("p", "search-snippet");
        p.append(...marked(this.engine.snippet(text, terms, 120)));
        item.append(p);
      }
      if (crumb) item.append(element("p", "search-crumb", crumb));
      return item;
    }
  }

  function element(name, className, text = "") {
    const e = document.createElement(name);
    e.className = className;
    e.textContent = text;
    return e;
  }

  function marked(pieces) {
    return pieces.map(([text, mark]) => {
      if (!mark) return text;
      const e = document.createElement("mark");
      e.textContent = text;
      return e;
    });
  }

  window.zhengceSearch = { add };
  const [input, count, list] = ["#q", "[data-result-count]", "[data-results]"].map((s) => document.querySelector(s));
  if (input && count && list) {
    input.value = new URLSearchParams(location.search).get("q") || input.value;
    addScript("js/search-engine.js")
      .then(() => new SearchPage(input, count, list, window.zhengceSearchEngine).start())
      .catch((e) => { count.textContent = "读不到检索程序（" + e.message + "）。"; });
  }
})();
