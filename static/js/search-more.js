// The looser answers on the search page: how the query was understood, and the papers that hold its words
// apart, other words for them, or most of them; marked as such, behind what stands there as it was typed.
(function () {
  "use strict";

  const { fold } = window.zhengceSearchText;
  const { Meaning, slips, sounding } = window.zhengceSearchMeaning;
  const { Loose } = window.zhengceSearchLoose;
  const { element, button, describe, cards, row } = window.zhengceSearchList;

  const step = 10; // papers drawn at once
  const said = { clause: "各词同在一条", paper: "各词分散在同一文件", synonym: "用近义词或别名", part: "只含部分词" };

  // A Looser is what stands looser than a search asks for; shown are pages that stand there already.
  class Looser {
    constructor(search, shown) {
      Object.assign(this, { index: search.index, search, shown, results: [] });
    }

    async run() {
      const { index, search } = this;
      const units = search.groups.flat().filter((unit) => !unit.phrase);
      const asked = await new Meaning(index, units.map((unit) => unit.text).join(" "), search.off).read();
      this.right = [...await slips(index, asked), ...await sounding(index, asked)].filter((t, i, all) => all.indexOf(t) === i);
      this.meaning = this.right.length ? await new Meaning(index, this.right[0], search.off).read() : asked;
      if (!this.meaning.words.length) return this;
      this.loose = await new Loose(index, this.meaning).run();
      this.results = this.loose.results.filter((r) => !this.shown.has(r.page) && (!["机构", "说明"].includes(r.kind) || r.level !== "part"))
        .map((r) => ({ kind: r.kind, page: r.page, clause: -1, best: r.clause, hits: 1, level: r.level }));
      return this;
    }

    // termsIn returns what of the words to mark in a clause: a word, or its parts where it is not whole.
    termsIn(texts) {
      const text = fold(texts.join("\n"));
      return this.meaning.words.flatMap((w) => (w.found.some((f) => !text || text.includes(f)) ? w.found : w.parts.flatMap((part) => part.found)));
    }

    cards(from, to) {
      const some = this.results.slice(from, to);
      return cards(this.index, some, (texts) => this.termsIn(texts), (i) => ({ intents: this.meaning.intents, level: some[i].level, said: said[some[i].level] }));
    }

    async rows() {
      return (await describe(this.index, this.results)).map((d, i) => row(d, this.termsIn(d.texts), said[this.results[i].level]));
    }

    // elements returns what stands on the page; off leaves a word out that stands for another.
    async elements(off) {
      const near = suggested(this.right);
      if (!this.results.length) return near;
      const list = element("ol", { className: "list-items" });
      const section = element("section", { className: "search-group" },
        element("h2", { textContent: "放宽后找到 " + this.results.length + " 份文件" }), understood(this.meaning, this.loose, off), list);
      section.dataset.looser = "";
      await this.grow(section, list);
      return [...near, section];
    }

    async grow(section, list) {
      list.append(...await this.cards(list.children.length, list.children.length + step));
      const left = this.results.length - list.children.length;
      const old = section.querySelector(".search-more");
      if (old) old.remove();
      if (left <= 0) return;
      section.append(button("再显示 " + Math.min(left, step) + " 份（还有 " + left + " 份）", async () => {
        const next = list.children.length;
        await this.grow(section, list);
        list.children[next].querySelector("a").focus();
      }, "search-more list-button"));
    }
  }

  // suggested offers other ways to write the query.
  function suggested(texts) {
    if (!texts.length) return [];
    const links = texts.map((t) => element("a", { href: "?q=" + encodeURIComponent(t), textContent: t }));
    return [element("p", { className: "search-near" }, "是否要找：", ...links)];
  }

  // understood says into which words the query was cut, and which others stand for them; each of these can be left out.
  function understood({ words, lost }, { missing }, off) {
    const parts = words.flatMap((w, i) => {
      const others = w.found.filter((f) => f !== w.text).slice(0, 4);
      const left = others.map((f) => {
        const b = button(f, () => off(f), "list-chip");
        b.setAttribute("aria-label", "不查“" + f + "”");
        return b;
      });
      return [(i ? "、" : "") + "“" + w.text + "”", ...(left.length ? ["（也查 ", ...left, "）"] : [])];
    });
    const not = [...missing, ...lost];
    return element("p", { className: "search-understood" }, "按这些词查找：", ...parts, "。" +
      (not.length ? "“" + not.join("”“") + "”没有出现。" : "") + "要原样查找，请加引号。");
  }

  window.zhengceSearchMore = { Looser };
})();
