// What a paper is on the reader's day. Pages carry the days on which it begins, ends and is repealed; the rule is that of
// catalog.Document.StateOn, and generator/catalog/testdata/states.json holds both to the same cases.
(function () {
  "use strict";

  const names = { "in-force": "现行有效", "not-yet": "尚未施行", expired: "已失效", repealed: "已被废止", unknown: "未载明" };

  // stateOn returns what a paper is on a day; days are written YYYY-MM-DD, one that is not known is empty.
  function stateOn({ effective = "", expires = "", repealedFrom = "" }, day) {
    if (repealedFrom && repealedFrom <= day) return "repealed";
    if (expires && expires < day) return "expired";
    if (effective > day) return "not-yet";
    return effective ? "in-force" : "unknown";
  }

  // read returns the days that words say: 自2021年5月1日起施行，至2026年4月30日；2023年9月1日起废止.
  function read(words) {
    const day = (pattern) => {
      const m = pattern.exec(words);
      return m ? m[1] + "-" + two(m[2]) + "-" + two(m[3]) : "";
    };
    return {
      effective: day(/自(\d+)年(\d+)月(\d+)日起施行/),
      expires: day(/至(\d+)年(\d+)月(\d+)日/),
      repealedFrom: day(/(?:^|；)(\d+)年(\d+)月(\d+)日起废止/),
    };
  }

  // said returns what readers call the state that words give on a day.
  const said = (words, day = today()) => names[stateOn(read(words), day)];

  const two = (n) => String(n).padStart(2, "0");

  // today returns the day that a clock of the reader shows.
  function today(now = new Date()) {
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  // chinese writes a day as papers do.
  function chinese(day) {
    const [y, m, d] = day.split("-").map(Number);
    return y + "年" + m + "月" + d + "日";
  }

  // dated says what a paper is, and when that was so, for texts that are taken along.
  function dated(days, day) {
    return chinese(day) + names[stateOn(days, day)];
  }

  const exported = { names, stateOn, read, said, today, chinese, dated };
  if (typeof module !== "undefined") {
    module.exports = exported;
    return;
  }
  window.zhengceState = exported;

  function element(name, className, text) {
    const e = document.createElement(name);
    e.className = className;
    e.textContent = text;
    return e;
  }

  // note says in a sentence above the paper what is not plain from its text.
  function note(state, { effective, expires }) {
    const repeal = document.querySelector("[data-repeal]");
    if (repeal && state === "repealed") repeal.textContent = repeal.dataset.repeal;
    const place = document.querySelector("[data-state-note]");
    if (!place) return;
    if (state === "expired") place.textContent = "本文件已失效，有效期至" + chinese(expires) + "。";
    if (state === "not-yet") place.textContent = "本文件尚未施行，自" + chinese(effective) + "起施行。";
    place.hidden = !place.textContent;
  }

  // mark puts before words of days what they give today; words without a day stay as they are.
  function mark(e) {
    const state = (e.dataset.state = stateOn(read(e.textContent), today()));
    if (state !== "unknown") e.prepend(element("strong", "state", names[state]), " ");
  }

  exported.mark = mark;

  // show says of what stands on the page by now what it is today.
  function show() {
    for (const e of document.querySelectorAll("[data-validity]:not([data-state])")) {
      const state = (e.dataset.state = stateOn(e.dataset, today()));
      // A paper whose words say nothing of its days says so already, or says what its page said.
      const words = e.textContent.trim();
      if (state === "unknown" && (words === names.unknown || e.dataset.said !== undefined)) continue;
      e.prepend(element("strong", "state", state === "unknown" ? "未载明施行日期" : names[state]), " ");
    }
    document.querySelectorAll("[data-days]:not([data-state])").forEach(mark);
    const first = document.querySelector("[data-validity]");
    if (first) note(first.dataset.state, first.dataset);
  }

  show();
  document.addEventListener("DOMContentLoaded", show);
})();
