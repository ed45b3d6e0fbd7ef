// The search page: runs the query of its field or address and shows what the index holds, by
// kind of page, with filters, all of it kept in the address.
(function () {
  "use strict";

  const { load } = window.zhengceSearch;
  const engine = window.zhengceSearchEngine;
  const { parse, Search } = window.zhengceSearchQuery;
  const { Results, clauseFilters } = window.zhengceSearchResult;
  const { looser, isLoose } = window.zhengceSearchMore;
  const few = 5; // pages that answer, below which looser answers are offered
  const { element, button, items, save } = window.zhengceSearchList;
  const step = 50; // results drawn at once
  const enough = 500; // results drawn without being asked for more, in a small library
  const smallLibrary = 300; // papers
  const first = 3; // results of a kind drawn at first in a larger one
  const alone = 10; // the same where there is one kind only
  const detailed = 60; // pages that are read for the filters of clauses without being asked

  const titles = { region: "地区", year: "年份", type: "文种", state: "时效", agency: "责任部门", lead: "牵头或单独负责", set: "指标", heading: "部分" };
  const said = { target: "目标值", threshold: "条件、门槛" };

  // A SearchPage ties an index to the elements of the search page.
  class SearchPage {
    constructor(elements) {
      Object.assign(this, elements, { run: 0 });
      this.index = new engine.SearchIndex(load);
      this.read(new URLSearchParams(location.search));
    }

    // read takes what is asked for from an address.
    read(address) {
      this.chosen = {};
      for (const name in titles) if (address.get(name)) this.chosen[name] = address.get(name);
      this.kind = address.get("kind") || "";
      this.scope = address.get("scope") === "doc" ? "doc" : "";
      this.order = address.get("sort") === "date" ? "date" : "";
      this.drawn = Number(address.get("n")) || 0;
    }

    // remember keeps all that is asked for in the address, so that it can be sent.
    remember() {
      const address = new URLSearchParams();
      const q = this.input.value.trim();
      const all = { q, ...this.chosen, kind: this.kind, scope: this.scope, sort: this.order, n: this.drawn || "" };
      for (const name in all) if (all[name]) address.set(name, all[name]);
      if (this.address === String(address)) return; // the browser takes its time to change it
      this.address = String(address);
      try {
        history.replaceState(history.state, "", q ? "?" + address : location.pathname);
      } catch {
        // Some browsers allow it only on servers; the search works without.
      }
    }

    start() {
      let timer = 0;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.ask(), 150);
      };
      // While an input method composes, the field holds letters that nobody wants to find.
      this.input.addEventListener("input", (e) => e.isComposing || later());
      this.input.addEventListener("compositionend", later);
      this.input.form.addEventListener("submit", (e) => {
        e.preventDefault();
        clearTimeout(timer);
        this.ask();
      });
      const y = history.state && history.state.y;
      this.search().then(() => y && scrollTo(0, y));
      this.list.addEventListener("click", () => history.replaceState({ y: scrollY }, ""));
    }

    // ask searches for what was typed, from the beginning.
    ask() {
      if (this.input.value.trim() === this.asked) return;
      this.chosen = {};
      this.kind = "";
      this.drawn = 0;
      this.search();
    }

    async search() {
      const text = this.input.value.trim();
      const run = ++this.run;
      this.asked = text;
      this.clear();
      if (!parse(text).groups.length) {
        this.remember();
        this.count.textContent = text ? "请至少写一个要找的词。" : "";
        return;
      }
      this.count.textContent = "正在查找……";
      try {
        this.found = new Search(this.index, text);
        await this.found.run((done, all) => this.check(run, done, all));
        if (run === this.run) await this.refresh();
      } catch (e) {
        this.fail(e, run);
      }
    }

    // check says how far the candidates are checked, and shows the first hits.
    async check(run, done, all) {
      if (run !== this.run) throw new Error("有新的查找");
      this.count.textContent = "正在逐条核对（" + done + "/" + all + "）……";
      if (this.list.children.length) return;
      const results = new Results(this.found);
      if (results.total) {
        this.results = results;
        await this.showGroups(run);
      }
    }

    fail(e, run) {
      if (run !== this.run) return;
      this.asked = null;
      this.remember();
      this.clear();
      this.count.textContent = "读不到检索文件（" + e.message + "）。请刷新页面再试；若从磁盘打开，请确认整个文件夹已复制完整。";
    }

    clear() {
      for (const e of [this.list, this.tools, this.notes]) e.replaceChildren();
      this.count.setAttribute("data-result-count", "");
    }

    // refresh shows the found pages by the chosen scope, filters and order.
    async refresh() {
      const run = ++this.run;
      try {
        await this.draw(run);
      } catch (e) {
        this.fail(e, run);
      }
    }

    async draw(run) {
      const { found: search } = this;
      let results = new Results(search, this.scope, this.chosen);
      const pages = results.pageList;
      const clauseFilter = Object.keys(this.chosen).some((n) => clauseFilters[n]);
      const details = clauseFilter || this.details || pages.length <= detailed;
      const reading = details ? this.index.records(pages) : null;
      if (clauseFilter) results = new Results(search, this.scope, this.chosen, await reading);
      if (run !== this.run) return;
      this.results = results;
      const drawing = this.showGroups(run); // which loads while the rest is computed
      drawing.catch(() => {}); // awaited below
      const records = await reading;
      if (run !== this.run) return;
      const kinds = results.counts();
      const shown = kinds.reduce((n, [kind, k]) => n + (!this.kind || kind === this.kind ? k : 0), 0);
      this.showNotes(search);
      this.showTools(kinds, results.total, shown, results.facets(this.kind, records), details, search);
      await drawing;
      if (run !== this.run) return;
      this.count.setAttribute("data-result-count", String(shown));
      this.count.textContent = shown ? "共 " + shown + " 页：" +
        kinds.filter(([k]) => !this.kind || k === this.kind).map(([k, n]) => k + " " + n).join("、") : "原样含有所查词语的，共 0 页。";
      this.remember();
      if (!shown) this.explain(search);
      if (run === this.run && !this.kind && !Object.keys(this.chosen).length) await this.loosen(search, results, run);
      if (run === this.run) this.warn(search.index.failed);
    }

    // loosen adds looser answers where there is none as it was asked, and offers them where there are few.
    async loosen(search, results, run) {
      if (results.pages >= few || !isLoose(search)) return;
      const shown = new Set(results.pageList.filter((p) => results.isResult[p]));
      const add = async () => {
        const more = await looser(search, shown);
        if (run === this.run) this.list.append(...more);
      };
      if (!results.total) {
        await add();
        return;
      }
      const offer = button("放宽查找：拆开词句，也查近义词", () => {
        offer.remove();
        add();
      });
      this.list.append(offer);
    }

    // warn says which files of the index could not be read.
    warn(failed) {
      if (!failed.size) return;
      const names = [...failed];
      this.notes.prepend(element("p", { className: "search-failed" }, "有 " + names.length + " 个检索文件读不到或不完整（" + names.slice(0, 3).join("、") +
        "），下面的结果可能不全。", button("再试一次", () => this.search(), "search-choice")));
    }

    showNotes(search) {
      const by = new Map();
      for (const { text, form } of search.notes) by.set(text, [...(by.get(text) || []), form]);
      const notes = [...by].map(([text, forms]) => element("p", {}, "“" + text + "”也按" + forms.map((f) => "“" + f + "”").join("") + "查找。", this.literally(text)));
      if (search.groups.length > 1 && !this.scope) {
        const together = Object.keys(this.chosen).length ? new Results(search) : this.results;
        const n = search.whole().reduce((a, b) => a + b, 0) - together.pages;
        if (n > 0) notes.push(element("p", {}, "以上各词同在一条之内。另有 " + n + " 个页面分散含有各词：", this.choice("按同一文件查找", { scope: "doc" })));
      }
      this.notes.replaceChildren(...notes);
    }

    // literally returns a button that looks for a term as it is.
    literally(text) {
      return button("只查“" + text + "”", () => {
        this.input.value = this.input.value.replace(text, '"' + text + '"');
        this.ask();
      }, "search-choice");
    }

    // choice returns a button that changes what is chosen.
    choice(text, change, pressed) {
      const b = button(text, () => {
        Object.assign(this, { drawn: 0 }, change);
        this.refresh();
      }, "search-choice");
      if (pressed !== undefined) b.setAttribute("aria-pressed", String(pressed));
      return b;
    }

    showTools(kinds, total, shown, facets, details, search) {
      if (!total && !this.kind && !Object.keys(this.chosen).length && !this.scope) {
        this.tools.replaceChildren();
        return;
      }
      const tabs = element("div", { className: "search-tabs" }, this.choice("全部 " + total, { kind: "" }, !this.kind));
      for (const [kind, n] of kinds) tabs.append(this.choice(kind + " " + n, { kind }, this.kind === kind));
      const row = element("div", { className: "search-tools" });
      if (search.groups.length > 1) {
        row.append(this.select("范围", [["", "各词同在一条"], ["doc", "各词同在一个文件"]], this.scope, (v) => { this.scope = v; }));
      }
      row.append(this.select("排序", [["", "相关程度"], ["date", "日期，新的在前"]], this.order, (v) => { this.order = v; }));
      for (const name in titles) {
        const values = (facets[name] || []).map(([v, n]) => [v, (said[v] || v) + "（" + n + "）"]);
        const chosen = this.chosen[name];
        if (chosen && !values.some(([v]) => v === chosen)) values.unshift([chosen, (said[chosen] || chosen) + "（0）"]);
        if (!values.length) continue;
        const select = this.select(titles[name], [["", "全部"], ...values], chosen || "", (v) => {
          delete this.chosen[name];
          if (v) this.chosen[name] = v;
        });
        select.querySelector("select").dataset.facet = name;
        row.append(select);
      }
      if (!details) {
        row.append(button("列出部门、指标、部分的筛选", () => {
          this.details = true;
          this.refresh();
        }, "search-choice"));
      }
      if (shown) row.append(button("下载结果（CSV）", () => save(this.results, this.kind, this.order), "search-choice"));
      const number = Object.keys(this.chosen).length;
      const drawer = element("details", { className: "search-filter", open: this.open || matchMedia("(min-width: 60rem)").matches },
        element("summary", { textContent: "筛选与排序" + (number ? "（" + number + "）" : "") }), row);
      drawer.addEventListener("toggle", () => { this.open = drawer.open; });
      this.tools.replaceChildren(tabs, drawer);
    }

    select(name, options, value, set) {
      const select = element("select", {}, ...options.map(([v, text]) => new Option(text, v, false, v === value)));
      select.addEventListener("change", () => {
        set(select.value);
        this.drawn = 0;
        this.refresh();
      });
      return element("label", {}, name + " ", select);
    }

    // showGroups draws the results by kind: all of them where that is not much to load.
    async showGroups(run) {
      const { results } = this;
      const counts = results.counts().filter(([kind]) => !this.kind || kind === this.kind);
      const total = counts.reduce((sum, [, n]) => sum + n, 0);
      const small = this.index.manifest.pages <= smallLibrary && total <= enough;
      const limit = Math.max(small ? enough : counts.length > 1 ? first : alone, this.drawn);
      const sections = await Promise.all(counts.map(async ([kind, n]) => {
        if (!this.order && results.search.groups.length > 1) await results.nearer(kind, small ? enough : first);
        const list = element("ol");
        const section = element("section", { className: "search-group" }, element("h2", { textContent: kind + "（" + n + "）" }), list);
        await this.grow(section, kind, results, limit, run);
        return section;
      }));
      if (run === this.run) this.list.replaceChildren(...sections);
    }

    // grow draws results of a group up to the limit, and offers more.
    async grow(section, kind, results, limit, run) {
      const list = section.querySelector("ol");
      const ids = results.of(kind, this.order, limit);
      for (let n = list.children.length; n < Math.min(limit, ids.length); n = list.children.length) {
        const some = Array.from(ids.subarray(n, Math.min(n + step, limit)), (id) => results.result(kind, id));
        const drawn = await items(results.search, some);
        if (run !== this.run) return;
        list.append(...drawn);
      }
      const left = results.count(kind) - list.children.length;
      const old = section.querySelector(".search-more");
      if (old) old.remove();
      if (left <= 0) return;
      const more = button("再显示 " + Math.min(left, step) + " 页（还有 " + left + " 页）", async () => {
        const next = list.children.length;
        more.disabled = true;
        this.drawn = Math.max(this.drawn, next + step);
        this.remember();
        await this.grow(section, kind, results, next + step, this.run);
        list.children[next].querySelector("a").focus();
      });
      section.append(more);
    }

    // explain says why nothing stands as it was asked.
    explain(search) {
      const lines = [];
      if (Object.keys(this.chosen).length || this.kind) {
        lines.push(element("p", {}, "筛选之后没有结果。", this.choice("去掉全部筛选", { chosen: {}, kind: "" })));
      }
      for (let i = 0; i < search.groups.length; i++) {
        if (search.marks[i].some((m) => m)) continue;
        const text = search.groups[i].map((u) => u.text).join("”“");
        lines.push(element("p", {}, "“" + text + "”在全部页面中都没有原样出现。"));
      }
      if (!lines.length && search.without.length) lines.push(element("p", {}, "含有各词的页面都含有要排除的词。"));
      if (!lines.length) lines.push(element("p", {}, "各词都有，但没有" + (this.scope ? "一个文件" : "一条") + "同时含有它们。"));
      this.list.replaceChildren(...lines);
    }
  }

  const elements = { input: "#q", count: "[data-result-count]", list: "[data-results]", tools: "[data-search-tools]", notes: "[data-search-notes]" };
  for (const name in elements) elements[name] = document.querySelector(elements[name]);
  elements.input.value = new URLSearchParams(location.search).get("q") || elements.input.value;
  new SearchPage(elements).start();
})();
