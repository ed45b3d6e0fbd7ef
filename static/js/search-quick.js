// The quick box: names of agencies and papers while one types, by their beginning or the first
// letters of their sounds; Enter goes to the one chosen, or searches for what was typed.
(function () {
  "use strict";

  const { root, load } = window.zhengceSearch;
  const { fold } = window.zhengceSearchText;
  const { SearchIndex } = window.zhengceSearchEngine;
  const index = new SearchIndex(load);
  const limit = 8;

  function element(name, properties, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
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
        element("p", { className: "quick-keys", textContent: "↑↓ 选择　回车 打开　Esc 关闭　可用拼音首字母，如 czt" }));
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
        names = fold(text) ? await index.suggestions(fold(text), limit) : [];
      } catch {
        // Without the index the box still leads to the search page.
      }
      if (run !== this.run) return;
      const items = names.map(([name, kind, url]) => this.item(kind, name, root + url));
      if (text) items.unshift(this.item("检索", text, root + "search.html?q=" + encodeURIComponent(text)));
      this.list.replaceChildren(...items);
      this.choose(0);
      this.said.textContent = text ? names.length + " 个建议" : "";
    }

    item(kind, name, href) {
      const item = element("li", {},
        element("a", { href, tabIndex: -1 }, element("span", { className: "search-kind", textContent: kind }), " ", name));
      item.setAttribute("role", "option");
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
