// On every page: reads files of the search index for whoever asks, opens the quick box by / or
// Ctrl+K, and has the words marked that the address names in hl. All else is loaded when needed,
// by adding scripts, because a page opened from disk may load nothing else.
(function () {
  "use strict";

  const base = document.documentElement.dataset.root || "";
  const root = base && !base.endsWith("/") ? base + "/" : base;
  const scripts = new Map();
  const waiting = new Map();
  const broken = new Map(); // how often a file could not be read

  // addScript runs a script of the site once; its promise tells when it ran.
  function addScript(path, tries) {
    if (!scripts.has(path)) {
      scripts.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = root + path + (tries ? "?" + tries : ""); // what a browser kept of a broken file is not asked for again
        script.onload = resolve;
        script.onerror = () => {
          scripts.delete(path);
          script.remove();
          reject(new Error(path));
        };
        document.head.append(script);
      }));
    }
    return scripts.get(path);
  }

  // inflate returns what is compressed in pieces of data.
  async function inflate(pieces) {
    const stream = new DecompressionStream("deflate");
    const writer = stream.writable.getWriter();
    for (const p of pieces) writer.write(p).catch(() => {}); // the reader below meets the same error
    writer.close().catch(() => {});
    return new Uint8Array(await new Response(stream.readable).arrayBuffer());
  }

  let before = null; // the dictionary of texts, as the beginning of what is compressed

  // prepare reads the dictionary that the manifest brings: a header, and a block that is not compressed.
  async function prepare({ dictionary }) {
    const text = await inflate([Uint8Array.from(atob(dictionary), (c) => c.charCodeAt(0))]);
    const n = text.length;
    const header = text.length ? [0x78, 0x9c, 0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255] : [];
    before = new Uint8Array([...header, ...text]);
    before.dictionary = n;
  }

  // unpack returns the data of a file: itself, or what is compressed in the characters of a string, 15 bits in each but
  // the first, which says whether the last byte is one too many. Some sorts are no JSON.
  async function unpack(data, sort) {
    if (sort === "index") await prepare(data);
    if (typeof data !== "string") return data;
    const bytes = new Uint8Array(Math.floor(((data.length - 1) * 15) / 8) - data[0]);
    for (let i = 1, at = 0, last = 0, n = 0; i < data.length; i++) {
      last |= (data.charCodeAt(i) - 0x3000) << n;
      for (n += 15; n >= 8; n -= 8) {
        bytes[at++] = last;
        last >>= 8;
      }
    }
    const after = /^texts\//.test(sort);
    const text = (await inflate(after ? [before, bytes] : [bytes])).subarray(after ? before.dictionary : 0);
    return /^(pairs|grams|wide)\//.test(sort) ? text : JSON.parse(new TextDecoder().decode(text));
  }

  // promised returns what is known of an index file, from now on: {promise, resolve, reject}.
  function promised(name) {
    const w = {};
    w.promise = new Promise((resolve, reject) => Object.assign(w, { resolve, reject }));
    waiting.set(name, w);
    return w;
  }

  // add is called by the files of the index.
  function add(name, data) {
    const w = waiting.get(name) || promised(name);
    w.given = true;
    unpack(data, name).then(w.resolve, () => fail(name, w, "不完整")).then(() => { w.read = true; });
  }

  // fail forgets a file that could not be read, so that asking again loads it again.
  function fail(name, w, why) {
    if (waiting.get(name) === w) waiting.delete(name);
    broken.set(name, (broken.get(name) || 0) + 1);
    w.reject(new Error(name + " " + why));
  }

  const kept = 200; // files that stay in memory
  const patience = 5000; // milliseconds until a file that does not come is given up

  // load returns a promise of the data of an index file: "index", or "1f0c…/grams/0" which calls
  // itself grams/0. It fails within some seconds where the file is missing or broken.
  function load(file) {
    const name = file.split("/").slice(-2).join("/");
    let w = waiting.get(name);
    if (w) {
      waiting.delete(name); // the oldest come first
      waiting.set(name, w);
      return w.promise;
    }
    w = promised(name);
    const path = "search/" + file + ".js";
    const late = setTimeout(() => w.read || fail(name, w, "没有及时读到"), patience);
    addScript(path, broken.get(name)).then(() => {
      scripts.delete(path);
      if (!w.given) fail(name, w, "不完整"); // a file that is cut off runs to no end
    }, () => fail(name, w, "不存在")).finally(() => clearTimeout(late));
    for (const [old, { read }] of waiting) {
      if (waiting.size <= kept) break;
      if (read) waiting.delete(old);
    }
    return w.promise;
  }

  async function openQuick() {
    for (const part of ["text", "code", "files", "engine", "query", "quick"]) await addScript("js/search-" + part + ".js");
    window.zhengceSearch.quick.open();
  }

  function typing(target) {
    return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  }

  window.zhengceSearch = { root, add, load, addScript };
  document.addEventListener("keydown", (e) => {
    const slash = e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !typing(e.target);
    const k = (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey && e.key.toLowerCase() === "k";
    if (e.isComposing || !slash && !k) return;
    e.preventDefault();
    openQuick();
  });
  if (new URLSearchParams(location.search).has("hl")) {
    addScript("js/search-text.js").then(() => addScript("js/search-mark.js"));
  }
})();
