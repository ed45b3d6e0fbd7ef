// What a deadline is on the reader's day, from its words as catalog.Deadline.When writes them; generator/catalog/testdata/dues.json
// holds both to the same cases.
(function () {
  "use strict";

  const isModule = typeof module !== "undefined";
  const { today } = isModule ? require("./validity.js") : window.zhengceState;

  // order is that of urgency.
  const order = ["已过期", "本月到期", "本季度到期", "下季度到期", "以后到期", "已开始", "尚未开始", "每年", "每半年", "每季度", "每月", "长期", "未写明日期"];
  const soon = 92; // days before a deadline on which its card counts them

  // lastDay returns the last day that words name as numbers, or null.
  function lastDay(words) {
    const all = Array.from(words.matchAll(/(\d+)年(\d+)月(\d+)日/g));
    return all.length ? all[all.length - 1].slice(1).map(Number) : null;
  }

  const quarter = ([y, m]) => y * 4 + Math.floor((m - 1) / 3);
  const number = ([y, m, d]) => Date.UTC(y, m - 1, d) / 86400000;

  // said returns what a deadline is on a day.
  function said(words, day = today()) {
    const cycle = /^(每年|每半年|每季度|每月)/.exec(words);
    if (cycle) return cycle[1];
    if (words === "长期") return words;
    const last = lastDay(words);
    if (!last) return "未写明日期";
    const now = day.split("-").map(Number);
    if (words.startsWith("自")) return number(last) <= number(now) ? "已开始" : "尚未开始";
    if (number(last) < number(now)) return "已过期";
    if (last[0] === now[0] && last[1] === now[1]) return "本月到期";
    const away = quarter(last) - quarter(now);
    return away === 0 ? "本季度到期" : away === 1 ? "下季度到期" : "以后到期";
  }

  // left says how long a task has, where that is not long; "" for any other.
  function left(words, day = today()) {
    const what = said(words, day);
    if (what === "已过期" || !what.endsWith("到期")) return what === "已过期" ? what : "";
    const n = number(lastDay(words)) - number(day.split("-").map(Number));
    return n === 0 ? "今天到期" : n <= soon ? "还有" + n + "天" : "";
  }

  // mark puts before the words of a deadline how long it has.
  function mark(e) {
    const text = left(e.textContent);
    e.dataset.left = text;
    if (text) e.prepend(Object.assign(document.createElement("strong"), { className: "state", textContent: text }), " ");
  }

  const exported = { order, said, left, mark };
  if (isModule) {
    module.exports = exported;
    return;
  }
  window.zhengceDue = exported;
  document.querySelectorAll("[data-due]:not([data-left])").forEach(mark);
  // On the page of a body each deadline says what it is.
  for (const e of document.querySelectorAll('[data-table$="-deadlines"] [data-deadline]')) {
    const what = said(e.textContent);
    if (what === "已过期" || what.endsWith("到期")) e.before(Object.assign(document.createElement("strong"), { className: "state", textContent: what }), " ");
  }
})();
