// Titles on paper break between their phrases. On screen nothing changes; the program that makes the
// PDF files runs this script too.
(function () {
  "use strict";

  // phrases cuts a title where a line may end: behind 关于, 的, a mark, and before a name in brackets.
  // Where a phrase is longer than room, a line may end behind each word.
  function phrases(title, room) {
    const parts = title.split(/(?<=关于|的|[、，：；》）])(?![、，：；。》）”’的])|(?=[《（])/);
    if (parts.every((p) => p.length <= room)) return parts;
    const words = [];
    for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(title)) {
      const held = /^[、，：；。》）”’]/.test(segment) || /[《（“‘]$/.test(words.at(-1) ?? "");
      if (held && words.length > 0) words.push(words.pop() + segment);
      else words.push(segment);
    }
    return words;
  }

  function mark(title, room) {
    for (const node of [...title.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      node.replaceWith(...phrases(node.data, room).map((text) => {
        const span = document.createElement("span");
        span.className = "phrase";
        span.textContent = text;
        return span;
      }));
    }
  }

  if (typeof module === "object") {
    module.exports = { phrases };
    return;
  }
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("h1, h2.title").forEach((e) => mark(e, 20));
    document.querySelectorAll(".contents a").forEach((e) => mark(e, 26));
  }, { once: true });
})();
