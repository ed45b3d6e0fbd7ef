const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { fold, searchGrams, pieces, occurrences, snippet, numbers, posting, sequence, SearchIndex } = require("./search-engine.js");
const { parse, numberForms, yearForms, aliasForms, Search, sorted, facets, filtered } = require("./search-query.js");

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

test("grams cover a term to its last character", () => {
  assert.deepEqual(searchGrams("省"), ["省"]);
  assert.deepEqual(searchGrams("河南"), ["河南"]);
  assert.deepEqual(searchGrams("改革委"), ["改革", "革委"]);
  assert.deepEqual(searchGrams("发展改革"), ["发展", "改革"]);
  assert.deepEqual(searchGrams("ab c"), ["ab", "c"]);
});

test("a term over the end of a sentence is looked up by its pieces", () => {
  assert.deepEqual(pieces("发展"), ["发展"]);
  assert.deepEqual(pieces("。"), ["。"]);
  assert.deepEqual(pieces("是。二;"), ["是。", "二;"]);
});

test("occurrences are stretches of the text itself", () => {
  const at = (text, ...terms) => occurrences(text, terms).map(([a, b]) => text.slice(a, b));
  assert.deepEqual(at("发展 改\n革委、发展", "发展改革"), ["发展 改\n革"]);
  assert.deepEqual(at("二○一五年与二零一五年", "二〇一五"), ["二○一五", "二零一五"]);
  assert.deepEqual(at("发展改革委", "发展改", "改革"), ["发展改革"]);
  assert.deepEqual(at("发展发展", "发展"), ["发展", "发展"]);
  assert.deepEqual(at("没有", "财政"), []);
});

test("snippets begin and end with sentences", () => {
  const text = "前面一句话。中间说财政厅的事。后面一句话。" + "很长".repeat(60) + "。";
  assert.deepEqual(snippet(text, ["财政厅"], 20), [["…", false], ["中间说", false], ["财政厅", true], ["的事。后面一句话。", false], ["…", false]]);
  const long = "前".repeat(100) + "财政厅" + "后".repeat(100);
  const plain = snippet(long, ["财政厅"], 30).map((p) => p[0]).join("");
  assert.equal(plain.length, 32);
  assert.ok(long.includes(plain.slice(1, -1)));
  assert.deepEqual(snippet("短文", ["文"], 120), [["短", false], ["文", true]]);
});

test("codes are those of the generator", () => {
  assert.deepEqual(numbers("AgBgC"), [0, 32, 64]);
  assert.deepEqual(posting("FgBA"), [5, 38, 39]);
  assert.deepEqual(sequence("BAjCgC"), [[0], [33, 2]]);
});

test("queries are read as groups, alternatives and exclusions", () => {
  const short = (q) => {
    const { groups, without } = parse(q);
    return [groups.map((g) => g.map((u) => (u.phrase ? '"' : "") + u.text)), without.map((u) => u.text)];
  };
  assert.deepEqual(short("  发展　改革\t发展 "), [[["发展"], ["改革"]], []]);
  assert.deepEqual(short("财政厅 或 商务厅 土地"), [[["财政厅", "商务厅"], ["土地"]], []]);
  assert.deepEqual(short('"a b" -税收 －"c d"'), [[['"a b']], ["税收", "c d"]]);
  assert.deepEqual(short("“五规”合一 “产业 转移”"), [[["“五规”合一"], ["“产业 转移”"]], []]);
  assert.deepEqual(short(" 　"), [[], []]);
  assert.deepEqual(short("或"), [[], []]);
});

test("numbers, years and short names have other forms", () => {
  assert.ok(numberForms("豫政[2015]42号").includes("豫政〔2015〕42号"));
  assert.deepEqual(numberForms("发展(一)"), []);
  assert.deepEqual(yearForms("2015年7月"), ["二〇一五年7月"]);
  assert.deepEqual(yearForms("二〇一五年"), ["2015年"]);
  assert.deepEqual(yearForms("12015年"), []);
  const aliases = [["发改委", "发展改革委"]];
  assert.deepEqual(aliasForms("省发改委", aliases, []), ["省发展改革委"]);
  assert.deepEqual(aliasForms("河南发改委", aliases, ["河南省"]), ["河南发展改革委"]);
  assert.deepEqual(aliasForms("关于发改委", aliases, ["河南省"]), []);
});

// Page 0 is a paper with a paragraph and two measures, page 1 one with an indicator. Sentence 3
// holds both grams of 发展改革, but apart.
const files = {
  index: {
    pages: 2, clauses: 6, columns: "c",
    grams: { depth: 0, entries: [["二是", "g0"], ["发", "g1"], ["改革", "g2"]] },
    wide: { depth: 0, entries: [["改", "w"]] },
    texts: { depth: 1, entries: [[0, "d"]] },
    refs: { depth: 0, entries: [[0, "r"]] },
    records: { depth: 0, entries: [[0, "p"]] },
    names: { depth: 0, entries: [["fg", "n"]] },
  },
  c: {
    counts: "CCABAB", kinds: { values: ["文件"], of: "AA" }, regions: { values: ["河南省", ""], of: "AB" },
    types: { values: [""], of: "AA" }, dates: { values: ["2015-01-02"], of: "AA" }, aliases: [["发革", "发展改革"]], bodies: [],
  },
  d: [[0, "t1"], [2, "t2"]],
  t1: ["甲。", "发 展改革。"],
  t2: ["二是", "改革与发展"],
  g1: [["发", "BB"], ["发展", "BB"]],
  g0: [["二是", "C"]],
  g2: [["改革", "BB"], ["革。", "B"]],
  w: [["改", "BB"]],
  r: ["BJ", "CC", "E", "HF"], // 0 in clauses 0 and 4, first in both; 1 in 1 and 2; 2 in 2; 3 in 3 and 5
  p: [
    ["documents/a.html", "甲", "", [["B"], ["D"], ["DD", "m1", "measures/a/1.html", "一", "", "总则", ["财政厅", "lead"], ["target"]], ["H", "m2", "measures/a/2.html", "二"]]],
    ["documents/b.html", "乙", "", [["B"], ["H", "", "indicators/b.html", "三"]]],
  ],
  n: [["fg", "发展改革", "机构", "agencies/fg.html"], ["fgw", "发改委", "机构", "agencies/fgw.html"]],
};
function index(loads = []) {
  return new SearchIndex(async (name) => {
    loads.push(name);
    assert.ok(files[name], name);
    return files[name];
  });
}

const found = async (q, scope = "") => (await new Search(index(), q).run()).results(scope).map((r) => [r.page, r.clause]);

test("a query finds the pages with all its terms and no others", async () => {
  assert.deepEqual(await found("发展改革"), [[0, -1], [0, 2]]);
  assert.deepEqual(await found("改革 发"), [[0, -1], [0, 2], [0, 3], [1, 5]]);
  assert.deepEqual(await found("改革 -二是"), [[0, -1], [0, 3], [1, 5]]);
  assert.deepEqual(await found("改革。二是"), [[0, -1], [0, 2]]);
  assert.deepEqual(await found("财政"), []);
  assert.deepEqual(await found("二是 或 发展改革"), [[0, -1], [0, 2]]);
});

test("short names and initials are looked up as printed, and said", async () => {
  for (const q of ["发革", "fg"]) {
    const search = await new Search(index(), q).run();
    assert.deepEqual(search.notes, [{ text: q, form: "发展改革" }]);
    assert.equal(search.results("").length, 2);
  }
  assert.deepEqual(await found('"发革"'), []);
});

test("filters count and choose by page and by clause", async () => {
  const x = index();
  const search = await new Search(x, "改革").run();
  const all = sorted(search.results(""), x, "");
  const records = await x.records([0, 1]);
  const counted = facets(all, search, records);
  assert.deepEqual(counted.region, [["河南省", 3]]);
  assert.deepEqual(counted.agency, [["财政厅", 2]]);
  assert.deepEqual(filtered(all, { set: "target" }, search, records).map((r) => r.clause), [-1, 2]);
  assert.deepEqual(filtered(all, { region: "河南省", lead: "财政厅" }, search, records).length, 2);
});

test("short terms need no text", async () => {
  const loads = [];
  await new Search(index(loads), "改革").run();
  assert.deepEqual([...new Set(loads)].sort(), ["c", "g2", "index", "r"]);
});
