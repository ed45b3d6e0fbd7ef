// The looser answers on the search page: how the query was understood, and the papers that hold its words
// apart, other words for them, or most of them; marked as such, behind what stands there as it was typed.
(function () {
  "use strict";

  const { root } = window.zhengceSearch;
  const { fold } = window.zhengceSearchText;
  const { Meaning, slips } = window.zhengceSearchMeaning;
  const { Loose } = window.zhengceSearchLoose;
  const { element, button, item } = window.zhengceSearchList;

  const step = 10; // papers drawn at once
  const leading = ["lead", "sole"];
  const said = { clause: "各词同在一条", paper: "各词分散在同一文件", synonym: "用近义词或别名", part: "只含部分词" };

  // isLoose reports whether a search may be answered loosely: not one for phrases, or without words.
  const isLoose = (search) => search.groups.flat().some((unit) => !unit.phrase) && !search.without.length;

  // looser returns elements with the looser answers to a search. pages are those shown already.
  async function looser(search, pages) {
    const units = search.groups.flat().filter((unit) => !unit.phrase);
    const asked = await new Meaning(search.index, units.map((unit) => unit.text).join(" ")).read();
    const right = await slips(search.index, asked);
    const near = suggested(right);
    const meaning = right.length ? await new Meaning(search.index, right[0]).read() : asked;
    if (!meaning.words.length) return near;
    const loose = await new Loose(search.index, meaning).run();
    const results = loose.results.filter((r) => !pages.has(r.page) && (r.kind !== "机构" || r.level !== "part"));
    if (!results.length) return near;
    const list = element("ol");
    const section = element("section", { className: "search-group" },
      element("h2", { textContent: "放宽后找到 " + results.length + " 份文件" }), understood(meaning, loose), list);
    section.dataset.looser = "";
    await grow(section, list, search.index, loose, results);
    return [...near, section];
  }

  // suggested offers other ways to write the query.
  function suggested(texts) {
    if (!texts.length) return [];
    const links = texts.map((t) => element("a", { href: "?q=" + encodeURIComponent(t), textContent: t }));
    return [element("p", { className: "search-near" }, "是否要找：", ...links)];
  }

  // understood says into which words the query was cut, and which others stand for them.
  function understood({ words, lost }, { missing }) {
    const parts = words.map((w) => {
      const others = w.found.filter((f) => f !== w.text);
      return "“" + w.text + "”" + (others.length ? "（也查“" + others.slice(0, 4).join("”“") + "”）" : "");
    });
    const not = [...missing, ...lost];
    return element("p", { className: "search-crumb" }, "按这些词查找：" + parts.join("、") + "。" +
      (not.length ? "“" + not.join("”“") + "”没有出现。" : "") + "要原样查找，请加引号。");
  }

  async function grow(section, list, index, loose, results) {
    const some = results.slice(list.children.length, list.children.length + step);
    list.append(...await drawn(index, loose, some));
    const left = results.length - list.children.length;
    const old = section.querySelector(".search-more");
    if (old) old.remove();
    if (left <= 0) return;
    section.append(button("再显示 " + Math.min(left, step) + " 份（还有 " + left + " 份）", async () => {
      const next = list.children.length;
      await grow(section, list, index, loose, results);
      list.children[next].querySelector("a").focus();
    }));
  }

  // termsIn returns what of the words to mark in a clause: a word, or its parts where it is not whole.
  function termsIn(texts, words) {
    const text = fold(texts.join("\n"));
    return words.flatMap((w) => (w.found.some((f) => text.includes(f)) ? w.found : w.parts.flatMap((part) => part.found)));
  }

  async function drawn(index, loose, results) {
    const [records, texts] = await Promise.all([index.records(results.map((r) => r.page)), index.paragraphs(results.map((r) => r.clause))]);
    return results.map((r, i) => {
      const page = records.get(r.page);
      if (!page) return "";
      const start = index.first[r.page];
      const [, anchor, url, title, , , roles = []] = page.clauses[r.clause - start] || [];
      const apart = r.clause >= index.apart[r.page];
      const lead = roles.filter((_, k) => k % 2 === 0 && leading.includes(roles[k + 1]));
      const shown = item({ kind: r.kind, title: page.title, href: root + (apart ? url : page.url + (anchor ? "#" + anchor : "")),
        texts: r.clause === start ? [] : texts[i], crumb: page.crumb, more: [title, lead.length ? "牵头或负责：" + lead.join("、") : "", said[r.level]].filter(Boolean).join(" · ") }, termsIn(texts[i], loose.meaning.words));
      shown.dataset.level = r.level;
      return shown;
    });
  }

  window.zhengceSearchMore = { looser, isLoose };
})();
