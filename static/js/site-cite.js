// A place of a paper as others cite it: by GB/T 7714, with the day and the address of this page, and a button that copies it.
(function () {
  "use strict";

  // citation names a place of a paper as GB/T 7714 does; behind it stands what the paper was on that day, if that is known.
  function citation({ head, signed, place, today, address, state }) {
    const year = signed && place ? " " + signed.slice(0, 4) + ": " + place : place ? " " + place : "";
    return head + "." + year + (signed ? (year ? "" : " ") + "(" + signed + ")" : "") + "[" + today + "]. " + address + "." + (state ? "（" + state + "）" : "");
  }

  if (typeof module !== "undefined") {
    module.exports = { citation };
    return;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  }

  // state says what the paper is today, unless it is not known.
  function state(today) {
    const days = document.querySelector("[data-validity]").dataset;
    return window.zhengceState.stateOn(days, today) === "unknown" ? "" : window.zhengceState.dated(days, today);
  }

  function element(name, className, text) {
    const e = document.createElement(name);
    e.className = className;
    if (name === "button") e.type = "button";
    e.textContent = text || "";
    return e;
  }

  // copy returns whether the browser let the text be copied; near is where a field may stand for a moment.
  async function copy(text, near) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = element("textarea", "hidden");
      field.value = text;
      near.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      return copied;
    }
  }

  // copyLine returns a text with a button that copies it.
  function copyLine(name, text) {
    const line = element("p", "");
    const button = element("button", "copy", "复制" + name);
    const done = element("span", "done");
    done.setAttribute("role", "status");
    button.addEventListener("click", () => copy(text, line).then((copied) => {
      done.textContent = copied ? "已复制" : "浏览器不许复制，请用 Ctrl+C";
      if (copied) button.focus();
      else getSelection().selectAllChildren(line.firstChild);
    }));
    line.append(element("span", "copied", text), " ", button, " ", done);
    return line;
  }

  // What a page says of itself lacks the day and its address until somebody reads it.
  const cited = document.querySelector(".cited[data-reference]");
  if (cited) {
    const { reference: head, signed, place } = cited.dataset;
    const line = copyLine("引文", citation({ head, signed, place, today: today(), address: location.href.split(/[?#]/)[0], state: state(today()) }));
    cited.replaceChildren(cited.firstElementChild, ...line.childNodes, " ", cited.lastElementChild);
  }
  window.zhengceCite = { citation, today, state, copyLine };
})();
