const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { fold, searchTerms, searchGrams, occurrences, snippet, decodePosting, SearchIndex } = require("./search-engine.js");

test("fold agrees with the generator's", () => {
  const file = path.join(__dirname, "../../generator/search/testdata/fold.json");
  for (const [text, want] of JSON.parse(fs.readFileSync(file, "utf8"))) {
    assert.equal(fold(text), want, JSON.stringify(text));
  }
});

test("fold tells where each character comes from", () => {
  const places = [];
  assert.equal(fold("a…\n𠮷Ｂ", places), "a...𠮷b");
  assert.deepEqual(places, [0, 1, 1, 1, 3, 3, 5]);
});

test("terms are separated by any blank and counted once", () => {
  assert.deepEqual(searchTerms("  发展　改革\t发展 ８５％ "), ["发展", "改革", "85%"]);
  assert.deepEqual(searchTerms(" 　"), []);
});

test("grams cover a term to its last character", () => {
  assert.deepEqual(searchGrams("省"), ["省"]);
  assert.deepEqual(searchGrams("河南"), ["河南"]);
  assert.deepEqual(searchGrams("改革委"), ["改革", "革委"]);
  assert.deepEqual(searchGrams("发展改革"), ["发展", "改革"]);
});

test("occurrences are stretches of the text itself", () => {
  const at = (text, ...terms) => occurrences(text, terms).map(([a, b]) => text.slice(a, b));
  assert.deepEqual(at("发展 改\n革委、发展", "发展改革"), ["发展 改\n革"]);
  assert.deepEqual(at("二○一五年与二零一五年", "二〇一五"), ["二○一五", "二零一五"]);
  assert.deepEqual(at("省…市", ".."), ["…"]);
  assert.deepEqual(at("发展改革委", "发展改", "改革"), ["发展改革"]);
  assert.deepEqual(at("哈哈哈", "哈哈"), ["哈哈哈"]);
  assert.deepEqual(at("没有", "财政"), []);
});

test("snippet keeps the occurrence and the text around it", () => {
  const text = "前".repeat(100) + "财政厅" + "后".repeat(100);
  const pieces = snippet(text, ["财政厅"], 30);
  assert.deepEqual(pieces.filter((p) => p[1]), [["财政厅", true]]);
  assert.equal(pieces[0][0], "…");
  assert.equal(pieces[pieces.length - 1][0], "…");
  const plain = pieces.map((p) => p[0]).join("");
  assert.equal(plain.length, 32);
  assert.ok(text.includes(plain.slice(1, -1)));
  assert.deepEqual(snippet("短文", ["文"], 120), [["短", false], ["文", true]]);
});

test("postings are distances between passages", () => {
  assert.deepEqual(decodePosting(""), []);
  assert.deepEqual(decodePosting("AAA"), [0, 1, 2]);
  assert.deepEqual(decodePosting("gB"), [32]);
  assert.deepEqual(decodePosting("FgBA"), [5, 38, 39]);
});

// 0 is on pages 0 and 1, 1 on page 1 (as its title), 2 on page 2. Passage 2 holds both grams
// of 发展改革, but apart.
const files = {
  index: {
    kinds: [[0, "文件"], [2, "措施"]],
    grams: [["发", "g1"], ["改革", "g2"]],
    texts: [[0, "t1"], [2, "t2"]],
    refs: [[0, "r1"]],
    table: [[0, "p1"]],
  },
  g1: [["发", "AAA"], ["发展", "AAA"]],
  g2: [["改革", "AB"], ["革", "AB"]],
  t1: ["发 展改革", "发展"],
  t2: ["改革与发展"],
  r1: [[0, "m1", 1, ""], [1, 0], [2, "x"]],
};

function index(loads = []) {
  return new SearchIndex(async (name) => {
    loads.push(name);
    assert.ok(files[name], name);
    return files[name];
  });
}

test("a query finds the pages with all its terms and no others", async () => {
  const pages = async (q) => (await index().query(searchTerms(q))).map((r) => [r.kind, r.page]);
  assert.deepEqual(await pages("发展"), [[0, 1], [0, 0], [1, 2]]);
  assert.deepEqual(await pages("发展改革"), [[0, 0], [0, 1]]);
  assert.deepEqual(await pages("改革 发"), [[0, 1], [0, 0], [1, 2]]);
  assert.deepEqual(await pages("财政"), []);
  assert.deepEqual(await pages("丁"), []);
});

test("short terms need no text", async () => {
  const loads = [];
  await index(loads).query(["改革"]);
  assert.deepEqual([...new Set(loads)].sort(), ["g2", "index", "r1"]);
});
