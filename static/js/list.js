// A list: its page comes with the first cards, and nothing is loaded until a reader chooses, sorts or turns the page, or
// the address has a state.
(function () {
  "use strict";

  const { fields, sorted, usual, read, write, toggled, active, select, counts, arrange, csv, sizes } = window.zhengceListState;
  const { element, button, card, pages, chips, save } = window.zhengceListCard;
  const mostSearched = 10000; // cards that are loaded to be searched

  class List {
    constructor(section) {
      this.base = document.documentElement.dataset.root || "";
      this.section = section;
      this.total = Number(section.dataset.total);
      this.fields = fields(section.dataset.fields);
      this.store = new window.zhengceListStore(section.dataset.list, this.base);
      this.items = section.querySelector("ol");
      this.first = Array.from(this.items.children);
      this.counted = section.querySelector(".list-count");
      this.paging = section.querySelector(".list-pages");
      this.more = section.querySelector(".list-more");
      this.state = this.read();
      this.tools(section.querySelector(".list-tools"));
      this.side = new window.zhengceListSide(this, section.querySelector(".list-side"));
      window.addEventListener("popstate", () => this.show(this.read()));
    }

    // unordered is what the order is called of a list without dates.
    get unordered() {
      return "默认";
    }

    read() {
      return read(location.search, this.fields, this.sizes);
    }

    get sizes() {
      return sizes;
    }

    // words makes the field in which one looks for words, and returns what stands before the tools.
    words() {
      this.field = element("input", { type: "search", autocomplete: "off", placeholder: "在本列表中查找" });
      this.field.setAttribute("aria-label", "在本列表中查找");
      this.form = element("form", { className: "list-search" }, this.field, element("button", {}, "查找"));
      this.form.setAttribute("role", "search");
      this.form.setAttribute("aria-label", "在本列表中查找");
      this.form.addEventListener("submit", (e) => {
        e.preventDefault();
        this.ask(this.field.value.trim());
      });
      this.field.addEventListener("search", () => this.field.value || !this.state.q || this.ask(""));
      return [this.form];
    }

    // tools makes the field, the button of the drawer and the order.
    tools(place) {
      const words = this.words();
      this.filter = button("筛选", () => {
        this.side.drawer.showModal();
      }, "list-button list-open");
      this.filter.setAttribute("aria-haspopup", "dialog");
      this.order = element("select");
      if (!usual(this.fields)) this.order.append(new Option(this.unordered, ""));
      for (const f of sorted(this.fields)) {
        const [down, up] = f.use === "number" ? ["：多的在前", "：少的在前"] : ["：最新在前", "：最早在前"];
        const both = [new Option(f.label + down, "-" + f.name), new Option(f.label + up, f.name)];
        this.order.append(...(f.use === "day" ? both.reverse() : both));
      }
      this.order.addEventListener("change", () => this.go({ sort: this.order.value, page: 1 }));
      this.chosen = element("div", { className: "list-chips" });
      const order = this.order.options.length ? [element("label", { className: "list-order" }, "排序 ", this.order)] : [];
      place.append(...words, this.filter, ...order);
      place.after(this.chosen);
      this.csv = button("下载筛选结果（CSV）", () => this.save());
      this.print = button("打印全部筛选结果", () => this.printAll());
      this.size = element("select");
      for (const n of this.sizes) this.size.append(new Option(n + " 条", n));
      this.size.addEventListener("change", () => this.go({ size: Number(this.size.value), page: 1 }));
      const size = element("label", { className: "list-order", hidden: this.total <= this.sizes[0] }, "每页 ", this.size);
      this.more.prepend(size, this.csv, this.print);
    }

    ask(q) {
      if (q && this.total > mostSearched) location.href = this.base + "search.html?q=" + encodeURIComponent(q);
      else this.go({ q, page: 1 });
    }

    toggle(name, value) {
      this.go(toggled(this.state, name, value));
    }

    // counts returns the values of a facet, with how many of what is chosen by the others each has.
    async counts(name) {
      const [{ total }, columns, found] = await Promise.all([this.store.index(), this.columns([name]), this.found()]);
      const { facets } = this.state;
      return counts(columns[name], total, select(total, columns, facets, found, name), facets[name]);
    }

    address(state) {
      return location.href.replace(/[?#].*$/, "") + write(state, this.fields, this.sizes);
    }

    // go changes the state, and notes it in the address.
    go(change, top) {
      const state = Object.assign({}, this.state, change);
      history.pushState(null, "", this.address(state));
      return this.show(state, top);
    }

    // columns loads those that are chosen by, and more.
    async columns(more = []) {
      const names = new Set(Object.keys(this.state.facets).concat(more));
      const all = {};
      await Promise.all(this.fields.filter((f) => names.has(f.name)).map(async (f) => (all[f.name] = await this.store.column(f))));
      return all;
    }

    // found returns the items that have the words of the state, or null if it has none.
    async found() {
      const { q } = this.state;
      if (!q) return null;
      if (this.asked !== q) [this.asked, this.hits] = [q, this.store.search(q)];
      return this.hits;
    }

    // result returns the numbers of all items of the state, in its order.
    async result() {
      const { facets, sort } = this.state;
      const by = sort === usual(this.fields) ? "" : sort.replace(/^-/, "");
      const [columns, found] = await Promise.all([this.columns(by ? [by] : []), this.found()]);
      const items = select(this.total, columns, facets, found);
      return by ? arrange(items, columns[by], sort.startsWith("-")) : items;
    }

    // answer returns what the state asks for, or null for the list as it came with its page.
    async answer() {
      return write(this.state, this.fields, this.sizes) ? this.result() : null;
    }

    async show(state, top) {
      this.state = state;
      const turn = (this.turn = (this.turn || 0) + 1);
      this.controls();
      try {
        const items = await this.answer();
        if (turn !== this.turn) return;
        const n = items ? items.length : this.total;
        const last = Math.max(1, Math.ceil(n / state.size));
        const page = Math.min(state.page, last);
        const from = (page - 1) * state.size;
        const shown = items ? await this.cards(await items.slice(from, from + state.size)) : this.first;
        if (turn !== this.turn) return;
        this.items.replaceChildren(...shown);
        this.count(n, from, shown.length);
        this.paging.replaceChildren(pages(page, last, (p) => this.address(Object.assign({}, state, { page: p })), (p) => this.go({ page: p }, true)));
        if (top) this.section.scrollIntoView();
        await this.side.show();
        this.section.dataset.ready = write(state, this.fields, this.sizes) || "?";
      } catch (e) {
        if (turn === this.turn) this.fail(e);
      }
    }

    controls() {
      delete this.section.dataset.ready;
      const { state } = this;
      const n = active(state);
      if (this.field.value.trim() !== state.q) this.field.value = state.q;
      this.order.value = state.sort;
      this.size.value = state.size;
      this.filter.textContent = n ? "筛选（" + n + "）" : "筛选";
      const clear = () => this.go({ facets: {}, page: 1 });
      this.chosen.replaceChildren(...chips(state, this.fields, (name, value) => this.toggle(name, value), clear));
      this.csv.hidden = this.print.hidden = !state.q && n === 0;
    }

    async cards(items) {
      return (await this.store.cards(items)).map((c) => card(c, this.fields, this.base));
    }

    // count says which part of the result is shown; of an empty one, the way back.
    count(n, from, shown) {
      const number = element("span", {}, String(n));
      number.dataset.listCount = "";
      const part = n > shown && shown > 0 ? "第 " + (from + 1) + "–" + (from + shown) + " 条，" : "";
      this.counted.replaceChildren(part + "共 ", number, " 条");
      this.side.done.textContent = "查看 " + n + " 条结果";
      if (n > 0) return;
      const { state } = this;
      const looser = [];
      if (active(state)) looser.push(button("清除全部筛选", () => this.go({ facets: {}, page: 1 })));
      if (state.q) looser.push(button("不限词语“" + state.q + "”", () => this.go({ q: "", page: 1 })));
      this.items.replaceChildren(element("li", { className: "list-none" }, element("p", {}, "没有符合条件的条目。"), ...looser));
    }

    fail() {
      this.counted.replaceChildren("列表的数据未能载入。" + (this.total > this.first.length ? "全部条目见页末“分页查看全部”。" : ""));
    }

    async save() {
      const rows = (await this.store.cards(await this.result())).map((c) => c[2]);
      save(this.section.dataset.list.replace(/\//g, "-") + ".csv", csv([this.fields.map((f) => f.label)].concat(rows)));
    }

    // printAll prints all cards of the result, and puts back the page that was shown.
    async printAll() {
      const shown = Array.from(this.items.children);
      this.items.replaceChildren(...(await this.cards(await this.result())));
      window.addEventListener("afterprint", () => this.items.replaceChildren(...shown), { once: true });
      window.print();
    }
  }

  window.zhengceListView = List;
  for (const section of document.querySelectorAll("section[data-list][data-total]:not([data-shelf])")) {
    section.zhengceList = new List(section);
    section.zhengceList.show(section.zhengceList.state);
  }
})();
