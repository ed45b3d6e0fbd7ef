// The quick box: bodies, papers and topics while one types, by the beginning of a name, any other name of a
// body, the sounds, a number or words inside of a title; Enter goes to the one chosen, or searches for
// what was typed. What was searched before is kept in this browser only.
(function () {
  "use strict";

  const { root, load } = window.zhengceSearch;
  const { fold } = window.zhengceSearchText;
  const { SearchIndex } = window.zhengceSearchEngine;
  const { numberForms } = window.zhengceSearchQuery;
  const index = new SearchIndex(load);
  const limit = 8;
  const recent = { key: "zhengce-recent", most: 8 };

  function element(name, properties, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  }

  // remembered returns what was searched for before, the last first; browsers may keep nothing.
  function remembered() {
    try {
      const list = JSON.parse(localStorage.getItem(recent.key) || "[]");
      return Array.isArray(list) ? list.filter((q) => typeof q === "string").slice(0, recent.most) : [];
    } catch {
      return [];
    }
  }

  function remember(list) {
    try {
      if (list.length) localStorage.setItem(recent.key, JSON.stringify(list.slice(0, recent.most)));
      else localStorage.removeItem(recent.key);
    } catch {
      // The box works without.
    }
  }

  // suggestions returns [name, kind, url] for what was typed: names that begin with it, those of bodies with
  // that name or sound, and pages with it in their titles.
  async function suggestions(text) {
    const term = fold(text);
    const found = new Map();
    const add = (list) => list.forEach(([name, kind, url]) => found.size < limit && found.set(url, [name, kind, url]));
    add(await index.suggestions(term, limit));
    for (const name of [...(index.names.get(term) || []), ...(index.sounds.get(term) || [])].slice(0, 3)) add(await index.suggestions(name, limit));
    if (found.size < limit && [...term].length > 1) add(await index.titled([term, ...numberForms(term)], limit));
    return [...found.values()];
  }

  class QuickBox {
    constructor() {
      this.input = element("input", { type: "search", id: "quick-q", autocomplete: "off" });
      const attributes = { role: "combobox", "aria-expanded": "true", "aria-controls": "quick-list", "aria-autocomplete": "list" };
      for (const name in attributes) this.input.setAttribute(name, attributes[name]);
      this.list = element("ul", { id: "quick-list" });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "建议");
      this.said = element("p", { className: "hidden" });
      this.said.setAttribute("aria-live", "polite");
      this.dialog = element("dialog", { className: "quick" },
        element("label", { htmlFor: "quick-q", textContent: "检索全文，或直达部门、文件" }), this.input, this.list, this.said,
        element("p", { className: "quick-keys", textContent: "↑↓ 选择　回车 打开　Esc 关闭　可用简称、文号、拼音，如 czt、caizhengting；查过的词只留在本浏览器" }));
      this.forget = element("button", { type: "button", textContent: "忘记查过的词" });
      this.forget.addEventListener("click", () => {
        remember([]);
        this.suggest();
        this.input.focus();
      });
      this.dialog.append(this.forget);
      document.body.append(this.dialog);
      this.run = 0;
      this.input.addEventListener("input", (e) => e.isComposing || this.suggest());
      this.input.addEventListener("compositionend", () => this.suggest());
      this.dialog.addEventListener("keydown", (e) => this.key(e));
      this.dialog.addEventListener("click", (e) => e.target === this.dialog && this.dialog.close());
    }

    open() {
      if (this.dialog.open) return;
      const page = document.querySelector("#q");
      this.input.value = page ? page.value : "";
      this.dialog.showModal();
      this.input.select();
      this.suggest();
    }

    async suggest() {
      const run = ++this.run;
      const text = this.input.value.trim();
      let names = [];
      try {
        await index.open();
        names = fold(text) ? await suggestions(text) : [];
      } catch {
        // Without the index the box still leads to the search page.
      }
      if (run !== this.run) return;
      const items = names.map(([name, kind, url]) => this.item(kind, name, root + url));
      if (text) items.unshift(this.item("检索", text, this.address(text)));
      else items.push(...remembered().map((q) => this.item("查过", q, this.address(q))));
      this.forget.hidden = text !== "" || !items.length;
      this.list.replaceChildren(...items);
      this.choose(0);
      this.said.textContent = text ? names.length + " 个建议" : "";
    }

    address(q) {
      return root + "search.html?q=" + encodeURIComponent(q);
    }

    item(kind, name, href) {
      const item = element("li", {},
        element("a", { href, tabIndex: -1 }, element("span", { className: "search-kind", textContent: kind }), " ", name));
      item.setAttribute("role", "option");
      if (kind === "检索") item.addEventListener("click", () => remember([name, ...remembered().filter((q) => q !== name)]));
      return item;
    }

    choose(n) {
      const items = [...this.list.children];
      this.chosen = items.length ? (n + items.length) % items.length : -1;
      items.forEach((item, i) => {
        item.id = "quick-" + i;
        item.setAttribute("aria-selected", String(i === this.chosen));
      });
      if (items.length) this.input.setAttribute("aria-activedescendant", items[this.chosen].id);
      else this.input.removeAttribute("aria-activedescendant");
    }

    key(e) {
      if (e.isComposing || e.keyCode === 229) return;
      if (e.key === "ArrowDown" || e.key === "ArrowUp") this.choose(this.chosen + (e.key === "ArrowDown" ? 1 : -1));
      else if (e.key === "Enter" && this.chosen >= 0) this.list.children[this.chosen].querySelector("a").click();
      else return;
      e.preventDefault();
    }
  }

  window.zhengceSearch.quick = new QuickBox();
})();
