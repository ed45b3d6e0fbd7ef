// The search page: the list of what the index holds for the query of its field or address. Query, filters, order and
// page stand in the address, as in every list.
(function () {
  "use strict";

  const { load, addScript } = window.zhengceSearch;
  const { SearchIndex } = window.zhengceSearchEngine;
  const { parse, Search } = window.zhengceSearchQuery;
  const { Results, clauseFilters } = window.zhengceSearchResult;
  const { fold } = window.zhengceSearchText;
  const { element, button, describe, item, cards, row, fields: columns, step } = window.zhengceSearchList;
  const { csv, read, write, toggled, active } = window.zhengceListState;
  const { save } = window.zhengceListCard;
  const List = window.zhengceListView;

  const few = 5; // pages that answer, below which looser answers are offered
  const small = 300; // papers of a library in which the titles of all results are listed,
  const enough = 2000; // of at most so many results
  const kept = 500; // results that are printed at once
  const scopes = { doc: "同一文件", title: "只查标题" };

  // isLoose reports whether a search may be answered loosely: not one for phrases, or without words.
  const isLoose = (search) => search.groups.flat().some((unit) => !unit.phrase) && !search.without.length;

  // loosely reads the scripts for looser answers, which most questions do not need.
  async function loosely() {
    for (const part of ["meaning", "loose", "more"]) await addScript("js/search-" + part + ".js");
    return { asking: window.zhengceSearchMeaning.asking, Looser: window.zhengceSearchMore.Looser };
  }

  class SearchPage extends List {
    constructor(section) {
      super(section);
      this.index = new SearchIndex(load);
      this.notes = section.querySelector("[data-search-notes]");
      this.looser = section.querySelector(".search-looser");
      this.rest = section.querySelector(".search-rest");
      this.counted.setAttribute("data-result-count", "");
    }

    get unordered() {
      return "相关程度";
    }

    // words ties the field of the page to the list.
    words() {
      this.field = document.querySelector("#q");
      let timer = 0;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.type(), 150);
      };
      // While an input method composes, the field holds letters that nobody wants to find.
      this.field.addEventListener("input", (e) => e.isComposing || later());
      this.field.addEventListener("compositionend", later);
      this.field.form.addEventListener("submit", (e) => {
        e.preventDefault();
        clearTimeout(timer);
        this.type();
        this.typing = false;
      });
      return [];
    }

    // type asks for what was typed; all of it is one step back.
    type() {
      const q = this.field.value.trim();
      if (q === this.state.q && !this.broken) return;
      const state = Object.assign({}, this.state, { q, page: 1, facets: Object.assign({}, this.state.facets) });
      delete state.facets.off;
      this.note(state, this.typing ? "replaceState" : "pushState");
      this.typing = true;
      this.show(state);
    }

    // note writes a state into the address.
    note(state, how) {
      try {
        history[how](null, "", this.address(state));
      } catch {
        // Some browsers allow it only on servers; the search works without.
      }
    }

    go(change, top) {
      this.typing = false;
      const state = Object.assign({}, this.state, change);
      this.note(state, "pushState");
      return this.show(state, top);
    }

    // read returns the state that the address has, also as addresses of before had it: kind=措施, scope=doc.
    read() {
      const state = read(location.search, this.fields, this.sizes);
      const p = new URLSearchParams(location.search);
      for (const { name } of this.fields) {
        const value = p.get(name);
        if (value) state.facets[name] ||= [scopes[value] || value];
      }
      if (p.get("sort") === "date" && p.has("n")) state.sort = "-date";
      return state;
    }

    // Of a page with ten the first query loads what is shown of ten papers, which may stand in as many files.
    get sizes() {
      return [10, 20, 50];
    }

    toggle(name, value) {
      const one = name === "scope" && !(this.state.facets.scope || []).includes(value);
      this.go(toggled(one ? Object.assign({}, this.state, { facets: Object.assign({}, this.state.facets, { scope: [] }) }) : this.state, name, value));
    }

    get scope() {
      const [value] = this.state.facets.scope || [];
      return Object.keys(scopes).find((s) => scopes[s] === value) || "";
    }

    get kinds() {
      return this.state.facets.kind || [];
    }

    async start() {
      const y = history.state && history.state.y;
      this.section.addEventListener("click", (e) => e.target.closest("a") && history.replaceState({ y: scrollY }, ""));
      await this.show(this.state);
      if (y) scrollTo(0, y);
    }

    // ready empties the list before a question.
    ready() {
      this.section.hidden = false;
      this.counted.setAttribute("data-result-count", "");
      this.looser.replaceChildren();
      this.rest.hidden = true;
      this.rest.querySelector("ol").replaceChildren();
      this.more.hidden = true;
    }

    async show(state, top) {
      this.state = state;
      this.ready();
      if (!parse(state.q).groups.length) {
        this.turn = (this.turn || 0) + 1;
        this.controls();
        for (const e of [this.items, this.notes, this.paging]) e.replaceChildren();
        this.counted.textContent = state.q ? "请至少写一个要找的词。" : "";
        this.section.hidden = !state.q;
        return;
      }
      const drawn = super.show(state, top);
      const turn = this.turn; // no pattern: the minifier puts one before the call
      await drawn;
      if (turn !== this.turn || this.broken) return;
      await this.follow(turn).catch((e) => turn === this.turn && this.fail(e));
    }

    // answer looks the query up, and returns the results of the state.
    async answer() {
      const { turn, state: { q, facets } } = this;
      const off = new Set(facets.off || []);
      const asked = q + "\n" + [...off].join("\n");
      if (this.asked !== asked || this.index.failed.size || this.broken) {
        this.broken = false;
        this.counted.textContent = "正在查找……";
        this.items.replaceChildren();
        this.notes.replaceChildren();
        this.records = null;
        const search = new Search(this.index, q, off);
        await search.run((done, all) => this.check(search, turn, done, all));
        if (turn !== this.turn) return [];
        [this.search, this.asked] = [search, asked];
      }
      this.results = await this.narrowed(this.state.facets);
      return this.listed(this.results);
    }

    // check says how far the candidates are checked, and shows the first hits.
    async check(search, turn, done, all) {
      if (turn !== this.turn) throw new Error("有新的查找");
      this.counted.textContent = "正在逐条核对（" + done + "/" + all + "）……";
      if (this.items.children.length) return;
      const some = await new Results(search).some([], "", 0, this.state.size);
      const drawn = await this.cards(some, search.terms);
      if (turn === this.turn && !this.items.children.length) this.items.append(...drawn);
    }

    // narrowed returns the results that have the chosen values; those of clauses need the records.
    async narrowed(facets) {
      const { search } = this;
      const scope = Object.keys(scopes).find((s) => scopes[s] === (facets.scope || [])[0]) || "";
      if (scope === "doc") await search.complete();
      if (!Object.keys(clauseFilters).some((name) => facets[name])) return new Results(search, scope, facets);
      const all = new Results(search, scope, facets, null);
      return new Results(search, scope, facets, await this.index.records(all.pageList));
    }

    // listed returns results as a list that is read in parts.
    listed(results) {
      const { kinds, state: { sort } } = this;
      const length = results.counts().reduce((n, [kind, k]) => n + (!kinds.length || kinds.includes(kind) ? k : 0), 0);
      return { length, slice: (from, to) => results.some(kinds, sort, from, Math.min(to, length)) };
    }

    cards(results, terms = this.search.terms) {
      return cards(this.index, results, () => terms);
    }

    async counts(name) {
      const facets = Object.assign({}, this.state.facets);
      const mine = facets[name] || [];
      delete facets[name];
      if (name === "scope") {
        const n = (scope) => this.listed(new Results(this.search, scope, facets)).length;
        return Object.entries(scopes).map(([scope, said]) => [said, n(scope)]);
      }
      const results = await this.narrowed(facets);
      const found = name === "kind" ? results.counts() : results.facet(name, this.kinds, clauseFilters[name] && await this.index.records(results.pageList));
      return [...found, ...mine.filter((v) => !found.some(([value]) => value === v)).map((v) => [v, 0])];
    }

    // count says how many results there are as the words stand in them, and of which kinds.
    count(n, from, shown) {
      const part = n > shown && shown > 0 ? "第 " + (from + 1) + "–" + (from + shown) + " 条，" : "";
      const number = element("span", {}, String(n));
      number.dataset.listCount = "";
      const kinds = this.kinds.length ? [] : this.results.counts();
      const by = kinds.length > 1 ? kinds.flatMap(([kind, k], i) => [i ? " " : "：", button(kind + " " + k, () => this.toggle("kind", kind), "search-by")]) : [];
      this.counted.replaceChildren(...(n ? [part + "共 ", number, " 条", ...by] : ["原样含有所查词语的，共 ", number, " 条。"]));
      this.side.done.textContent = "查看 " + n + " 条结果";
      this.shownCount = n;
      this.more.hidden = n === 0;
      this.csv.textContent = "下载结果（CSV）";
      this.csv.hidden = this.print.hidden = false;
      this.print.textContent = n > kept ? "打印前 " + kept + " 条" : "打印全部结果";
      this.size.parentElement.hidden = n <= this.sizes[0];
      this.explain(n);
      this.tell();
    }

    // follow adds what stands behind the results: titles of those that other pages of the list show, and looser answers.
    async follow(turn) {
      const { search, results, shownCount: n, state } = this;
      await this.list(n, turn);
      if (turn !== this.turn) return;
      const whole = !active(state) || active(state) === (state.facets.off || []).length;
      if (whole && state.page === 1 && results.pages < few && isLoose(search)) {
        if (n && !await this.isQuestion()) this.offer(turn);
        else await this.loosen(turn);
      }
      if (turn !== this.turn) return;
      this.counted.setAttribute("data-result-count", String(n));
      this.tell();
    }

    // list names the results that stand on other pages of the list, in a library that is small.
    async list(n, turn) {
      const first = (this.state.page - 1) * this.state.size;
      if (n <= this.state.size || n > enough || this.index.manifest.pages > small) return;
      const all = await this.listed(this.results).slice(0, n);
      const others = all.filter((_, i) => i < first || i >= first + this.state.size);
      const records = await this.index.records(others.map((r) => r.page));
      if (turn !== this.turn) return;
      const { root } = window.zhengceSearch;
      this.rest.querySelector("summary").textContent = "其余 " + others.length + " 条的标题";
      this.rest.querySelector("ol").replaceChildren(...others.map((r) => {
        const page = records.get(r.page) || { clauses: [], url: "", title: "" };
        const [, anchor, url, title, crumb] = page.clauses[r.best - this.index.first[r.page]] || [];
        const own = r.clause >= 0;
        const li = element("li", {}, element("a", { href: root + (own ? url : page.url + (anchor ? "#" + anchor : "")) }, own ? title : page.title), own && crumb ? "（" + crumb + "）" : "");
        Object.assign(li.dataset, { result: "", kind: r.kind });
        return li;
      }));
      this.rest.hidden = false;
    }

    async loosen(turn) {
      const { search, results } = this;
      const shown = new Set(results.pageList.filter((p) => results.isResult[p]));
      const { Looser } = await loosely();
      const looser = await new Looser(search, shown).run();
      const off = (word) => this.go({ facets: Object.assign({}, this.state.facets, { off: [...(this.state.facets.off || []), word] }), page: 1 });
      const drawn = await looser.elements(off);
      if (turn !== this.turn) return;
      this.looser.replaceChildren(...drawn);
      this.loose = looser;
      this.more.hidden = !looser.results.length && !this.shownCount;
    }

    // isQuestion reports whether a query asks something, or finds nothing but how the site is used.
    async isQuestion() {
      const { asking: list } = await this.index.words();
      const { asking } = await loosely();
      return this.results.counts().every(([kind]) => kind === "说明") || asking(fold(this.state.q), list).intents.size > 0;
    }

    offer(turn) {
      this.looser.replaceChildren(button("放宽查找：拆开词句，也查近义词", () => this.loosen(turn).then(() => this.tell())));
    }

    // tell says in what other writing words were looked up, what stands apart, and which files could not be read.
    tell() {
      const { search } = this;
      const by = new Map();
      for (const { text, form } of search.notes) by.set(text, [...(by.get(text) || []), form]);
      const notes = [...by].map(([text, forms]) => element("p", {}, "“" + text + "”也按" + forms.map((f) => "“" + f + "”").join("") + "查找。",
        button("只查“" + text + "”", () => this.go({ q: this.state.q.replace(text, '"' + text + '"'), page: 1 }), "search-choice")));
      if (search.groups.length > 1 && !this.scope && !search.left) {
        const n = search.whole().reduce((a, b) => a + b, 0) - this.results.pages;
        if (n > 0 && !active(this.state)) {
          notes.push(element("p", {}, "以上各词同在一条之内。另有 " + n + " 个页面分散含有各词：", button("按同一文件查找", () => this.toggle("scope", scopes.doc), "search-choice")));
        }
      }
      const failed = [...this.index.failed];
      if (failed.length) {
        notes.unshift(element("p", { className: "search-failed" }, "有 " + failed.length + " 个检索文件读不到或不完整（" + failed.slice(0, 3).join("、") +
          "），下面的结果可能不全。", button("再试一次", () => this.show(this.state), "search-choice")));
      }
      this.notes.replaceChildren(...notes);
    }

    // explain says why nothing stands as it was asked.
    explain(n) {
      if (n) return;
      const { search, state } = this;
      const lines = [];
      if (active(state)) lines.push(element("p", {}, "筛选之后没有结果。", button("清除全部筛选", () => this.go({ facets: {}, page: 1 }))));
      for (let i = 0; i < search.groups.length; i++) {
        if (search.left || search.marks[i].some((m) => m)) continue;
        lines.push(element("p", {}, "“" + search.groups[i].map((u) => u.text).join("”“") + "”在全部页面中都没有原样出现。"));
      }
      if (!lines.length && search.without.length) lines.push(element("p", {}, "含有各词的页面都含有要排除的词。"));
      if (!lines.length) lines.push(element("p", {}, (search.left ? "没有" : "各词都有，但没有") + (this.scope ? "一个文件" : "一条") + "同时含有它们。"));
      this.items.replaceChildren(element("li", { className: "list-none" }, ...lines));
    }

    fail(e) {
      this.broken = true;
      for (const place of [this.items, this.notes, this.paging]) place.replaceChildren();
      this.counted.textContent = "读不到检索文件（" + e.message + "）。请刷新页面再试；若从磁盘打开，请确认整个文件夹已复制完整。";
    }

    // save gives all results as a table, those that are looser behind the others.
    async save() {
      const list = this.listed(this.results);
      const rows = [columns];
      for (let i = 0; i < list.length; i += step) {
        for (const d of await describe(this.index, await list.slice(i, i + step))) rows.push(row(d, this.search.terms, "原样含有"));
      }
      if (this.loose && this.looser.querySelector("[data-looser]")) rows.push(...await this.loose.rows());
      save("jiansuo.csv", csv(rows.map((cells) => cells.map((text) => text.replace(/\s+/g, " ")))));
    }

    async printAll() {
      const shown = Array.from(this.items.children);
      if (this.shownCount) this.items.replaceChildren(...(await describe(this.index, await this.listed(this.results).slice(0, kept))).map((d) => item(d, this.search.terms)));
      window.addEventListener("afterprint", () => this.items.replaceChildren(...shown), { once: true });
      window.print();
    }
  }

  const section = document.querySelector("section[data-list='search']");
  section.zhengceList = new SearchPage(section);
  section.zhengceList.start();
})();
