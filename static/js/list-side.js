// What a reader chooses by: one fold for each facet, beside the list on wide screens, in a drawer on narrow ones. The
// values of a facet are loaded when it is opened.
(function () {
  "use strict";

  const { chosen } = window.zhengceListState;
  const { element, button, valueText } = window.zhengceListCard;
  const few = 10; // values that need no field to look for one

  class Side {
    constructor(list, place) {
      this.list = list;
      this.place = place;
      this.facets = chosen(list.fields).filter((f) => f.use !== "off").map((field) => this.facet(field));
      this.form = element("div", { className: "list-facets" }, element("p", { className: "list-side-head" }, "筛选"), ...this.facets.map((f) => f.fold));
      this.done = button("查看结果", () => this.drawer.close(), "list-button list-done");
      this.drawer = element("dialog", { className: "list-drawer" });
      this.drawer.setAttribute("aria-label", "筛选");
      this.drawer.addEventListener("click", (e) => e.target === this.drawer && this.drawer.close());
      this.wide = window.matchMedia("(min-width: 64rem)");
      this.wide.addEventListener("change", () => this.settle());
      place.append(this.drawer);
      this.settle();
    }

    // settle puts the facets where the screen has room for them.
    settle() {
      if (this.wide.matches) {
        if (this.drawer.open) this.drawer.close();
        this.place.prepend(this.form);
      } else this.drawer.replaceChildren(this.form, this.done);
    }

    facet(field) {
      const f = { field, body: element("div"), number: element("span"), list: element("ul") };
      f.fold = element("details", {}, element("summary", {}, field.label, f.number), f.body);
      f.fold.dataset.facet = field.name;
      f.fold.addEventListener("toggle", () => f.fold.open && this.fill(f).catch(() => this.list.fail()));
      return f;
    }

    // show makes the facets say what is chosen and how many of the present result each value has.
    async show() {
      const { state } = this.list;
      for (const f of this.facets) {
        const n = (state.facets[f.field.name] || []).length;
        f.number.textContent = n ? "（" + n + "）" : "";
        if (n && !f.seen) f.fold.open = f.seen = true;
      }
      await Promise.all(this.facets.filter((f) => f.fold.open).map((f) => this.fill(f)));
    }

    async fill(f) {
      if (f.field.use === "range" || f.field.use === "span") {
        this.range(f);
        return;
      }
      const all = await this.list.counts(f.field.name);
      const focus = f.list.contains(document.activeElement) ? document.activeElement.value : null;
      if (all.length > few && !f.field.look) {
        f.field.look = element("input", { type: "search", autocomplete: "off" });
        f.field.look.setAttribute("aria-label", "在" + f.field.label + "中查找");
        f.field.look.placeholder = "在" + f.field.label + "中查找";
        f.field.look.addEventListener("input", () => this.choices(f));
      }
      f.body.replaceChildren(...(f.field.look ? [f.field.look] : []), f.list);
      f.all = all;
      this.choices(f);
      if (focus !== null) Array.from(f.list.querySelectorAll("input")).filter((e) => e.value === focus).forEach((e) => e.focus());
    }

    // range offers the first and the last day of what is chosen.
    range(f) {
      const { name } = f.field;
      if (!f.days) {
        const day = (text) => {
          const input = element("input", { type: "date" });
          input.addEventListener("change", () => {
            const value = f.days.map((e) => e.value).join("..");
            const facets = Object.assign({}, this.list.state.facets, { [name]: [value] });
            if (value === "..") delete facets[name];
            this.list.go({ facets, page: 1 });
          });
          f.body.append(element("label", {}, text, input));
          return input;
        };
        f.days = [day("自"), day("至")];
      }
      const days = (this.list.state.facets[name] || [".."])[0].split("..");
      f.days.forEach((input, i) => { if (input !== document.activeElement) input.value = days[i] || ""; });
    }

    // choices lists the values that are looked for: the most frequent, and those that are chosen.
    choices(f) {
      const word = f.field.look ? f.field.look.value.trim() : "";
      const values = this.list.state.facets[f.field.name] || [];
      const hits = f.all.filter(([value]) => value.includes(word));
      const most = word ? 100 : few;
      const shown = hits.filter(([value], i) => i < most || values.includes(value));
      f.list.replaceChildren(...shown.map(([value, n]) => this.choice(f.field, value, n, values.includes(value))));
      if (shown.length < hits.length) f.list.append(element("li", { className: "list-rest" }, "另有 " + (hits.length - shown.length) + " 项，可查找"));
      if (hits.length === 0) f.list.append(element("li", { className: "list-rest" }, "没有这样的" + f.field.label));
    }

    choice(field, value, n, checked) {
      const box = element("input", { type: "checkbox", value, checked, disabled: n === 0 && !checked });
      box.addEventListener("change", () => this.list.toggle(field.name, value));
      return element("li", {}, element("label", {}, box, element("span", {}, valueText(field, value)), element("span", { className: "list-n" }, String(n))));
    }
  }

  window.zhengceListSide = Side;
})();
