// The search page: runs the query of its field or address and shows what the index holds, by
// kind of page, with filters, all of it kept in the address.
(function () {
  "use strict";

  const { root, load, addScript } = window.zhengceSearch;
  const step = 50; // results drawn at once
  const enough = 500; // results drawn without being asked for more, in a small library
  const smallLibrary = 300; // papers
  const first = 5; // results of a kind drawn at first in a larger one
  const detailed = 60; // pages that are read for the filters of clauses without being asked

  const titles = { region: "地区", year: "年份", type: "文种", agency: "责任部门", lead: "牵头或单独负责", set: "指标", heading: "部分" };
  const said = { target: "目标值", threshold: "条件、门槛" };

  function element(name, properties = {}, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  }

  function button(text, action, className = "search-more") {
    const b = element("button", { type: "button", className, textContent: text });
    b.addEventListener("click", action);
    return b;
  }

  function marked(pieces) {
    return pieces.map(([text, mark]) => (mark ? element("mark", { textContent: text }) : text));
  }

  // A SearchPage ties an index to the elements of the search page.
  class SearchPage {
    constructor(elements, engine, query) {
      Object.assign(this, elements, { engine, query, run: 0 });
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
      this.remember();
      this.clear();
      if (!this.query.parse(text).groups.length) {
        this.count.textContent = text ? "请至少写一个要找的词。" : "";
        return;
      }
      this.count.textContent = "正在查找……";
      try {
        const search = await new this.query.Search(this.index, text).run();
        if (run !== this.run) return;
        this.found = search;
        await this.refresh();
      } catch (e) {
        this.fail(e, run);
      }
    }

    fail(e, run) {
      if (run !== this.run) return;
      this.asked = null;
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
      const { found: search, query } = this;
      this.remember();
      let all = search.results(this.scope);
      const pages = [...new Set(all.map((r) => r.page))];
      const clauseFilter = Object.keys(this.chosen).some((n) => query.clauseFilters[n]);
      const details = clauseFilter || this.details || pages.length <= detailed;
      const records = details ? await this.index.records(pages) : null;
      all = query.filtered(all, this.chosen, search, records);
      const kinds = new Map();
      for (const r of all) kinds.set(r.kind, (kinds.get(r.kind) || 0) + 1);
      const shown = this.kind ? all.filter((r) => r.kind === this.kind) : all;
      this.results = query.sorted(shown, this.index, this.order);
      if (run !== this.run) return;
      this.showNotes(search);
      this.showTools(kinds, all.length, query.facets(shown, search, records), details, search);
      await this.showGroups(run);
      if (run !== this.run) return;
      this.count.setAttribute("data-result-count", String(shown.length));
      this.count.textContent = shown.length ? "共 " + shown.length + " 页：" +
        [...kinds].filter(([k]) => !this.kind || k === this.kind).map(([k, n]) => k + " " + n).join("、") : "共 0 页。";
      if (!shown.length) await this.explain(search, run);
    }

    showNotes(search) {
      const by = new Map();
      for (const { text, form } of search.notes) by.set(text, [...(by.get(text) || []), form]);
      const notes = [...by].map(([text, forms]) => element("p", {}, "“" + text + "”也按" + forms.map((f) => "“" + f + "”").join("") + "查找。"));
      if (search.groups.length > 1 && !this.scope) {
        const n = search.results("doc").filter((r) => r.clause < 0).length - search.results("").filter((r) => r.clause < 0).length;
        if (n > 0) notes.push(element("p", {}, "以上各词同在一条之内。另有 " + n + " 个页面分散含有各词：", this.choice("按同一文件查找", { scope: "doc" })));
      }
      this.notes.replaceChildren(...notes);
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

    showTools(kinds, total, facets, details, search) {
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
      if (this.results.length) row.append(button("下载结果（CSV）", () => this.download(), "search-choice"));
      this.tools.replaceChildren(tabs, row);
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
      const groups = new Map();
      for (const r of this.results) groups.set(r.kind, [...(groups.get(r.kind) || []), r]);
      const small = this.index.manifest.pages <= smallLibrary && this.results.length <= enough;
      const limit = Math.max(small ? enough : groups.size > 1 ? first : 2 * first, this.drawn);
      const sections = [];
      for (const [kind, results] of groups) {
        const list = element("ol");
        const section = element("section", { className: "search-group" }, element("h2", { textContent: kind + "（" + results.length + "）" }), list);
        await this.grow(section, results, limit, run);
        sections.push(section);
      }
      if (run === this.run) this.list.replaceChildren(...sections);
    }

    // grow draws results of a group up to the limit, and offers more.
    async grow(section, results, limit, run) {
      const list = section.querySelector("ol");
      const from = list.children.length;
      for (let n = from; n < Math.min(limit, results.length); n = list.children.length) {
        const items = await this.items(results.slice(n, Math.min(n + step, limit)));
        if (run !== this.run) return;
        list.append(...items);
      }
      const left = results.length - list.children.length;
      const old = section.querySelector(".search-more");
      if (old) old.remove();
      if (left <= 0) return;
      section.append(button("再显示 " + Math.min(left, step) + " 页（还有 " + left + " 页）", async () => {
        const next = list.children.length;
        this.drawn = Math.max(this.drawn, next + step);
        this.remember();
        await this.grow(section, results, next + step, this.run);
        list.children[next].querySelector("a").focus();
      }));
    }

    async items(results) {
      const described = await this.describe(results);
      return described.map((d) => this.item(d));
    }

    // describe reads what is shown of results: {href, kind, title, crumb, text}.
    async describe(results) {
      const records = await this.index.records(results.map((r) => r.page));
      const texts = await this.index.paragraphs(results.map((r) => r.best));
      return results.map((r, i) => {
        const page = records.get(r.page);
        const { first: start } = this.index.pages[r.page];
        const [, anchor, url, title, crumb] = page.clauses[r.best - start];
        const text = texts[i].find((t) => this.engine.occurrences(t, this.found.terms).length) || texts[i][0];
        if (r.clause >= 0) return { href: root + url, kind: r.kind, title, crumb, text };
        return { href: root + page.url + (anchor ? "#" + anchor : ""), kind: r.kind, title: page.title, crumb: page.crumb,
          text: r.best === start ? "" : text, more: r.hits > 1 ? "共 " + r.hits + " 条含有" : "" };
      });
    }

    item({ href, kind, title, crumb, text, more }) {
      const { terms } = this.found;
      const link = element("a", { className: "search-title", href }, ...marked(this.engine.snippet(title, terms, Infinity)));
      // The page opens with its words marked; the plain address is what one copies.
      link.addEventListener("click", () => {
        const [path, hash] = href.split("#");
        link.href = path + "?" + terms.map((t) => "hl=" + encodeURIComponent(t)).join("&") + (hash ? "#" + hash : "");
        setTimeout(() => { link.href = href; }, 1000);
      });
      const item = element("li", { className: "search-result" },
        element("p", { className: "search-head" }, element("span", { className: "search-kind", textContent: kind }), " ", link));
      item.dataset.result = "";
      item.dataset.kind = kind;
      if (text) item.append(element("p", { className: "search-snippet" }, ...marked(this.engine.snippet(text, terms, 120))));
      const below = [crumb, more].filter(Boolean).join(" · ");
      if (below) item.append(element("p", { className: "search-crumb", textContent: below }));
      return item;
    }

    // explain says why nothing was found, and what is near.
    async explain(search, run) {
      const lines = [];
      if (Object.keys(this.chosen).length || this.kind) {
        lines.push(element("p", {}, "筛选之后没有结果。", this.choice("去掉全部筛选", { chosen: {}, kind: "" })));
      }
      for (let i = 0; i < search.groups.length; i++) {
        if (search.marks[i].some((m) => m)) continue;
        const text = search.groups[i].map((u) => u.text).join("”“");
        const line = element("p", {}, "“" + text + "”在全部页面中都没有出现。");
        const near = await this.query.nearTerms(this.index, search.groups[i][0].text);
        if (near.length) line.append("相近的有：", ...near.flatMap(([t, n]) => [element("a", { href: "?q=" + encodeURIComponent(t), textContent: t }), "（" + n + " 页）"]));
        lines.push(line);
      }
      if (!lines.length && search.without.length) lines.push(element("p", {}, "含有各词的页面都含有要排除的词。"));
      if (!lines.length) lines.push(element("p", {}, "各词都有，但没有" + (this.scope ? "一个文件" : "一条") + "同时含有它们。可以减少字词。"));
      if (run === this.run) this.list.replaceChildren(...lines);
    }

    // download saves all results as a table.
    async download() {
      const rows = [["类别", "标题", "出处", "地址", "摘录"]];
      for (let i = 0; i < this.results.length; i += 500) {
        for (const d of await this.describe(this.results.slice(i, i + 500))) {
          rows.push([d.kind, d.title, d.crumb || "", new URL(d.href, location.href).href, this.engine.snippet(d.text || "", this.found.terms, 200).map((p) => p[0]).join("")]);
        }
      }
      const link = element("a", { download: "jiansuo.csv", href: URL.createObjectURL(new Blob(["\ufeff" + csv(rows)], { type: "text/csv" })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }
  }

  // csv writes rows; a cell that a spreadsheet would compute gets an apostrophe.
  function csv(rows) {
    const cell = (s) => '"' + (/^[=+\-@\t]/.test(s) ? "'" : "") + s.replace(/\s+/g, " ").replaceAll('"', '""') + '"';
    return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  const elements = { input: "#q", count: "[data-result-count]", list: "[data-results]", tools: "[data-search-tools]", notes: "[data-search-notes]" };
  for (const name in elements) elements[name] = document.querySelector(elements[name]);
  elements.input.value = new URLSearchParams(location.search).get("q") || elements.input.value;
  addScript("js/search-engine.js").then(() => addScript("js/search-query.js"))
    .then(() => new SearchPage(elements, window.zhengceSearchEngine, window.zhengceSearchQuery).start())
    .catch((e) => { elements.count.textContent = "读不到检索程序（" + e.message + "）。"; });
})();
