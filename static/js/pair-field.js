// The fields in which a reader names the two papers to compare: the papers that have the words typed so far are offered, of
// an empty field the newest. They come from the list of papers, whose files are loaded when a field is used.
(function () {
  "use strict";

  const offered = 8;

  function make(name, properties, ...children) {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  }

  class Field {
    // The field is the element box; store gives the papers, shown are the columns that tell them apart.
    constructor(box, store, shown) {
      this.store = store;
      this.shown = shown;
      this.input = box.querySelector("[role=combobox]");
      this.paper = "";
      this.list = box.querySelector("[role=listbox]");
      this.said = box.querySelector("[role=status]");
      this.run = 0;
      this.input.addEventListener("input", (e) => {
        this.paper = "";
        if (!e.isComposing) this.offer();
      });
      this.input.addEventListener("compositionend", () => this.offer());
      this.input.addEventListener("focus", () => this.paper || this.offer());
      this.input.addEventListener("blur", () => this.close());
      this.input.addEventListener("keydown", (e) => this.key(e));
      this.list.addEventListener("pointerdown", (e) => e.preventDefault());
    }

    set(id, title) {
      this.run++;
      this.paper = id;
      this.input.value = title;
      this.close();
    }

    async offer() {
      const run = ++this.run;
      const words = this.input.value.trim();
      try {
        const { total } = await this.store.index();
        const found = words ? await this.store.search(words) : Array.from(Array(Math.min(total, offered)).keys());
        const papers = await this.store.cards(found.slice(0, offered));
        if (run !== this.run) return;
        this.list.replaceChildren(...papers.map((p, i) => this.option(p, i)));
        const rest = words ? found.length - papers.length : 0;
        this.said.textContent = (words ? found.length + " 份文件" : "最新的 " + papers.length + " 份文件") + (rest > 0 ? "，列出 " + papers.length + " 份，可多写几个字" : "");
        this.list.hidden = papers.length === 0;
        this.input.setAttribute("aria-expanded", String(papers.length > 0));
        this.choose(papers.length > 0 ? 0 : -1);
      } catch {
        if (run === this.run) this.said.textContent = "文件目录未能载入。";
      }
    }

    option([href, title, cells], i) {
      const item = make("li", { id: this.list.id + "-" + i }, title, make("small", { textContent: this.shown.map((n) => cells[n]).filter(Boolean).join(" · ") }));
      item.setAttribute("role", "option");
      item.addEventListener("click", () => this.set(href.replace(/^.*\/|\.html$/g, ""), title));
      return item;
    }

    choose(n) {
      this.chosen = n;
      [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
      if (n < 0) this.input.removeAttribute("aria-activedescendant");
      else {
        this.input.setAttribute("aria-activedescendant", this.list.children[n].id);
        this.list.children[n].scrollIntoView({ block: "nearest" });
      }
    }

    close() {
      this.list.hidden = true;
      this.said.textContent = "";
      this.input.setAttribute("aria-expanded", "false");
      this.choose(-1);
    }

    key(e) {
      if (e.isComposing || e.keyCode === 229) return;
      const n = this.list.children.length;
      if (this.list.hidden) {
        if (e.key === "ArrowDown") this.offer();
        return;
      }
      if (e.key === "ArrowDown") this.choose((this.chosen + 1) % n);
      else if (e.key === "ArrowUp") this.choose((this.chosen + n - 1) % n);
      else if (e.key === "Enter" && this.chosen >= 0) this.list.children[this.chosen].click();
      else if (e.key === "Escape") this.close();
      else return;
      e.preventDefault();
    }
  }

  const form = document.querySelector("form.pair");
  const store = new window.zhengceListStore("documents", document.documentElement.dataset.root || "");
  const shown = form.dataset.fields.split("|").map((f, i) => [f.split(":")[2], i]).filter(([place]) => place === "line").map(([, i]) => i);
  const fields = {};
  for (const box of form.querySelectorAll("[data-field]")) fields[box.dataset.field] = new Field(box, store, shown);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const open = Object.values(fields).find((f) => !f.paper);
    if (!open) {
      location.search = "?" + new URLSearchParams(Object.entries(fields).map(([name, f]) => [name, f.paper]));
      return;
    }
    open.input.focus();
    open.said.textContent = "请从列出的文件中选一份。";
  });
  window.zhengcePairFields = fields;
})();
