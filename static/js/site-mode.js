// How this reader wants to see the site: light or dark, large text, marks on or off. It runs
// before the page is drawn, so that nothing flashes, and keeps the choice on this machine only.
(function () {
  "use strict";

  const key = "zhengce-mode";
  const root = typeof document === "undefined" ? null : document.documentElement;

  // parse reads a kept choice; what is not one gives none.
  function parse(text) {
    try {
      const mode = JSON.parse(text);
      return mode && typeof mode === "object" ? mode : {};
    } catch {
      return {};
    }
  }

  // Browsers that give each file on disk a store of its own still hand on the window's name.
  function load() {
    let text = null;
    try {
      text = localStorage.getItem(key);
    } catch {
      // Storage may be forbidden.
    }
    return parse(text || (window.name.startsWith(key) ? window.name.slice(key.length) : ""));
  }

  function save(mode) {
    const text = JSON.stringify(mode);
    window.name = key + text;
    try {
      localStorage.setItem(key, text);
    } catch {
      // The choice then holds as long as the window.
    }
  }

  function apply(mode) {
    for (const name of ["theme", "size", "marks"]) {
      if (mode[name]) root.dataset[name] = mode[name];
      else delete root.dataset[name];
    }
  }

  // toggle returns a button that switches a choice between a value and none.
  function toggle(name, value, text) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "mode";
    button.textContent = text;
    const show = () => button.setAttribute("aria-pressed", String(root.dataset[name] === value));
    button.addEventListener("click", () => {
      const mode = load();
      if (root.dataset[name] === value) mode[name] = name === "theme" ? "light" : "";
      else mode[name] = value;
      save(mode);
      apply(mode);
      show();
    });
    show();
    return button;
  }

  function start() {
    const group = document.querySelector(".modes");
    if (!group) return;
    if (!root.dataset.theme && window.matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";
    group.append(toggle("theme", "dark", "深色"), toggle("size", "large", "大字"));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "显示方式");
  }

  if (typeof module === "undefined") {
    root.dataset.js = "";
    apply(load());
    window.zhengceMode = { toggle };
    document.addEventListener("DOMContentLoaded", start);
  } else {
    module.exports = { parse };
  }
})();
