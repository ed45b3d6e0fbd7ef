const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { fold, occurrences, snippet } = require("./search-text.js");
const { numbers, posting, Bits } = require("./search-code.js");
const { sequence } = require("./search-files.js");
const { pieces, SearchIndex } = require("./search-engine.js");
const { parse, numberForms, yearForms, digitForms, nameForms, innerForms, Search } = require("./search-query.js");
const { Results, width } = require("./search-result.js");
const { asking, Meaning, slips } = require("./search-meaning.js");
const { Loose } = require("./search-loose.js");

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

test("a term over the end of a sentence is looked up by its pieces", () => {
  assert.deepEqual(pieces("发展"), ["发展"]);
  assert.deepEqual(pieces("。"), ["。"]);
  assert.deepEqual(pieces("是。二;"), ["是。", "二;"]);
  assert.deepEqual(pieces("ab c。d"), ["ab", "c。", "d"]);
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
  assert.deepEqual([...numbers("AgBgC")], [0, 32, 64]);
  assert.deepEqual([...posting("FgBA")], [5, 38, 39]);
  assert.deepEqual(sequence("BABEDgB", 7, 5), [[[7, 5]], [[7, 6], [7, 1], [6, 32]]]);
  const bits = new Bits([0xd0, 0x94, 0x02]);
  assert.deepEqual([bits.take(3), bits.gamma(), bits.below(5), bits.golomb(2)], [0, 2, 3, 5]);
  const { place } = bits;
  assert.equal(bits.take(4), 10);
  bits.place = place;
  assert.equal(bits.take(4), 10);
  assert.throws(() => bits.gamma() + bits.gamma(), /不完整/);
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
  const names = new Map([["发改委", ["发展改革委"]]]);
  const places = new Map(["河南省", "河南", "豫"].map((w) => [w, { name: "河南省", asked: ["河南省", "河南", "豫"], level: "省" }]));
  assert.deepEqual(nameForms("省发改委", names, places), ["省发展改革委"]);
  for (const q of ["河南省发改委", "河南发改委", "豫发改委"]) {
    const want = ["河南省发展改革委", "河南发展改革委", { text: "省发展改革委", region: "河南省" }];
    assert.deepEqual(nameForms(q, names, places), want, q);
  }
  assert.deepEqual(nameForms("省发展改革委", new Map([["发展改革委", ["发展改革委"]]]), places), []);
  assert.deepEqual(nameForms("关于发改委", names, places), []);
});

test("a document number is known in every writing", () => {
  const want = "青政〔2019〕7号";
  for (const q of ["青政[2019]7号", "青政【2019】第7号", "青政〈2019〉7", "青政2019年7号", "青政20197号", "2019青政7号", "2019年青政第7号", "青政〔19〕7号", "青政2019／7号"]) {
    assert.ok(q === "青政20197号" || numberForms(fold(q)).map((f) => fold(f)).includes(fold(want)), q);
  }
  for (const q of ["青政2019 7", "青政 2019 第7号", "青政 〔2019〕 7号"]) {
    assert.deepEqual(parse(q).groups, [[{ text: want, phrase: false }]], q);
  }
  for (const q of ["青政2019-7", "青政２０１９－７号", "青政（2019）第7号"]) {
    const [[unit]] = parse(q).groups;
    assert.ok(fold(unit.text) === fold(want) || numberForms(fold(unit.text)).includes(fold(want)), q);
  }
  assert.deepEqual(parse("qz2019 7").groups, [[{ text: "qz2019-7", phrase: false }]]);
  assert.deepEqual(parse("规划 2018-2020").groups.length, 2);
  assert.deepEqual(digitForms("两万家"), ["2万家"]);
  assert.ok(numberForms(fold("2019年7号")).includes("〔2019〕7号"));
  assert.ok(numberForms(fold("〕第7号")).includes("〕7号"));
  assert.deepEqual(numberForms("增长2019"), []);
});

test("words of asking are told from what is asked about", () => {
  const words = [["(?:由)?谁(?:牵头|负责)", "who"], ["多少钱", "amount"]];
  const { rest, intents } = asking("建智能工厂补贴多少钱谁负责", words);
  assert.deepEqual(rest, ["建智能工厂补贴"]);
  assert.deepEqual([...intents].sort(), ["amount", "who"]);
});

// Page 0 is a paper with a paragraph and two measures, page 1 one with an indicator, whose sentences stand in
// the chunk of page 0. The last sentence there holds both pairs of 发展改革, but apart.
const files = {
  index: {
    pages: 2, clauses: 6, sentences: 4, chunks: 2, many: 0, bits: [3, 0, 0],
    files: { columns: 1, texts: 2, refs: 1, records: 1, names: 1, named: 1, leads: 1, words: 1, sounds: 1, traditional: 2 },
    folders: Object.fromEntries(["columns", "texts", "refs", "records", "names", "named", "leads", "words", "sounds", "traditional"].map((sort) => [sort, ["x"]])),
    begins: { names: ["f"], leads: ["财"], traditional: ["與", "發"] },
  },
  "x/columns/0": [{
    counts: "CCABAB", kinds: { values: ["文件"], of: "AA" }, regions: { values: ["河南省", ""], of: "AB" },
    types: { values: [""], of: "AA" }, days: { values: ["自2001年1月1日起施行", "未载明"], of: "AB" }, dates: { values: ["2015-01-02"], of: "AA" },
    bodies: ["财政厅"], issuers: { values: ["甲办公厅\n乙局", ""], of: "AB" }, codes: { values: ["甲发", ""], of: "AB" }, chunks: "EC", records: "C", refs: "B", named: "C",
  }],
  "x/texts/0": [[["甲。", "发 展改革。", "二是", "改革与发展"], ["B", "CB", "CEB", "B"], [0, "J", 3, 0]]],
  "x/texts/1": [[[], ["DA", "DD"], []]],
  "x/refs/0": ["L"],
  "x/records/0": [
    ["documents/a.html", "甲", "", [[0], [0], [0, "m1", "measures/a/1.html", "一", "", "总则", ["财政厅", "lead"], ["target"]], [0, "m2", "measures/a/2.html", "二"]]],
    ["documents/b.html", "乙", "", [[0], [0, "", "indicators/b.html", "三"]]],
  ],
  "x/names/0": ["Afg", "A", "Cw", "B"],
  "x/named/0": [["发展改革", "机构", "agencies/fg.html"], ["发改委", "机构", "agencies/fgw.html"]],
  "x/leads/0": ["A财政厅", "C"],
  "x/words/0": [[["谁负责", "who"]], [["革新", "改革"]], [[["发展改革"], ["发革", "发展改革"], []], [["发展改革委"], ["发革委"], []]]],
  "x/sounds/0": ["Agai", "改"],
  "x/traditional/0": ["A與", "与"],
  "x/traditional/1": ["A發", "发"],
};
function index(loads = []) {
  return new SearchIndex(async (name) => {
    loads.push(name);
    assert.ok(files[name], name);
    return files[name];
  });
}

const found = async (q, scope = "", chosen = {}) => new Results(await new Search(index(), q).run(), scope, chosen).all()
  .map((r) => [r.page, r.clause]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);

test("a query finds the pages with all its terms and no others", async () => {
  assert.deepEqual(await found("发展改革"), [[0, -1], [0, 2]]);
  assert.deepEqual(await found("改革 发"), [[0, -1], [0, 2], [0, 3], [1, 5]]);
  assert.deepEqual(await found("改"), await found("改革 发"));
  assert.deepEqual(await found("改革 -二是"), [[0, -1], [0, 3], [1, 5]]);
  assert.deepEqual(await found("改革。二是"), [[0, -1], [0, 2]]);
  assert.deepEqual(await found("财政"), []);
  assert.deepEqual(await found("二是 或 发展改革"), [[0, -1], [0, 2]]);
  assert.deepEqual(await found("二是 发展改革", "doc"), [[0, -1], [0, 2]]);
});

test("short names and initials are looked up as printed, and said", async () => {
  for (const q of ["发革", "fg"]) {
    const search = await new Search(index(), q).run();
    assert.deepEqual(search.notes, [{ text: q, form: "发展改革" }]);
    assert.equal(new Results(search).total, 2);
  }
  assert.deepEqual(await found('"发革"'), []);
  const traditional = await new Search(index(), "發展改革").run();
  assert.deepEqual(traditional.notes, [{ text: "發展改革", form: "发展改革" }]);
  assert.deepEqual(innerForms("发革委主任", new Map([["发革委", ["发展改革委"]]])), ["发展改革委主任"]);
});

test("filters count and choose by page and by clause", async () => {
  const x = index();
  const search = await new Search(x, "改革").run();
  const records = await x.records([0, 1]);
  const all = new Results(search);
  assert.deepEqual(all.counts(), [["文件", 1], ["措施", 2], ["指标", 1]]);
  assert.deepEqual(all.pageList, [0, 1]);
  const counted = (name, only = []) => all.facet(name, only, records);
  assert.deepEqual(counted("state"), [["现行有效", 3], ["未载明", 1]]);
  assert.deepEqual(counted("region"), [["河南省", 3]]);
  assert.deepEqual(counted("issuer"), [["乙局", 3], ["甲办公厅", 3]]);
  assert.deepEqual(counted("code"), [["甲发", 3]]);
  assert.deepEqual(counted("agency"), [["财政厅", 2]]);
  assert.deepEqual(counted("agency", ["措施"]), [["财政厅", 1]]);
  assert.deepEqual(new Results(search, "", { set: ["目标值"] }, records).all().map((r) => r.clause), [-1, 2]);
  const left = (chosen) => new Results(search, "", chosen, records).total;
  assert.equal(left({ region: ["河南省"], agency: ["财政厅"] }), 2);
  assert.equal(left({ region: ["江苏省", "河南省"], issuer: ["乙局"] }), 3);
  assert.equal(left({ region: ["江苏省"] }), 0);
  assert.equal(left({ agency: ["财政厅"], role: ["牵头"] }) + left({ agency: ["财政厅"], role: ["督办"] }), 2);
  for (const [range, n] of [["2015-01-02..", 4], ["2015-01-03..", 0], ["..2015-01-02", 4], ["..2015-01-01", 0]]) assert.equal(left({ date: [range] }), n, range);
});

test("relevance and date order the results", async () => {
  const search = await new Search(index(), "改革").run();
  search.leads = new Uint8Array(6);
  const order = () => Array.from(new Results(search).of("措施"));
  assert.deepEqual(order(), [3, 2]);
  search.leads[2] = 1;
  assert.deepEqual(order(), [2, 3]);
  const results = new Results(search);
  const ids = (list) => list.map((r) => [r.kind, r.page, r.clause]);
  const all = [["文件", 0, -1], ["措施", 0, 2], ["措施", 0, 3], ["指标", 1, 5]];
  assert.deepEqual(ids(await results.some([], "", 0, 9)), all);
  assert.deepEqual(ids(await results.some([], "", 1, 3)), all.slice(1, 3));
  assert.deepEqual(ids(await results.some(["措施"], "", 1, 2)), all.slice(2, 3));
  assert.deepEqual(ids(await results.some([], "-date", 0, 9)), all);
});

test("terms are near where a short stretch holds one of each group", () => {
  assert.equal(width("甲乙丙丁甲", [["甲"], ["丁", "戊"]]), 2);
  assert.equal(width("甲乙", [["甲"], ["丁"]]), Infinity);
});

// listed is the index of a library in which strings are listed: those that are wide, by their clauses.
async function listed(loads, wide) {
  const x = index(loads);
  await x.open();
  Object.assign(x.manifest = { ...x.manifest }, { many: 2 });
  x.asked = [];
  x.gram = async (chars) => {
    const text = chars.join("");
    x.asked.push(text);
    if (wide[text]) return [text, 0];
    const [chunks] = [[0, 1].filter((i) => files["x/texts/" + i][0][0].some((t) => fold(t).includes(text)))];
    return chunks.length ? Int32Array.from(chunks) : undefined;
  };
  x.clauses = async ([text]) => Int32Array.from(wide[text]);
  return x;
}

test("wide strings need no text", async () => {
  const loads = [];
  const x = await listed(loads, { 改革: [1, 2, 3, 5] });
  assert.deepEqual(await new Search(x, "改革").run().then((s) => Array.from(s.marks[0]).slice(0, 6)), [0, 1, 1, 1, 0, 1]);
  assert.deepEqual(loads.filter((name) => /texts|refs/.test(name)), []);
});

test("of a long term some strings are looked up until few chunks are left", async () => {
  const x = await listed([], {});
  const marks = x.noMarks();
  assert.equal(await x.find("改革与发展", marks), true);
  assert.deepEqual(Array.from(marks.subarray(0, 6)), [0, 0, 0, 3, 0, 3]);
  x.asked = [];
  assert.equal(await x.find("改革与发展".repeat(40), x.noMarks()), false);
  assert.ok(x.asked.length < 20, x.asked.length + " strings");
});

test("what goes over the end of a sentence stands where its joints do", async () => {
  const loads = [];
  const x = await listed(loads, { "。二": [2] });
  const marks = x.noMarks();
  assert.equal(await x.find("改革。二是", marks), true);
  assert.deepEqual(Array.from(marks.subarray(0, 6)), [0, 0, 1, 0, 0, 0]);
  assert.equal(await x.find("。;!", x.noMarks()), false);
});

test("the check of candidates is reported", async () => {
  const x = index();
  await x.open();
  const marks = new Uint8Array(6);
  const steps = [];
  await x.check("发展改革", [0, 1], marks, (done, all) => steps.push([done, all]));
  assert.deepEqual(steps, [[1, 2], [2, 2]]);
  assert.deepEqual([...marks], [0, 1, 1, 0, 0, 0]);
});

test("a question is cut into words that stand somewhere, with others for them", async () => {
  const x = index();
  await x.open();
  const meaning = await new Meaning(x, "革新和发展谁负责").read();
  assert.deepEqual(meaning.words.map((w) => [w.text, w.others]), [["革新", ["改革"]], ["发展", []]]);
  assert.deepEqual([...meaning.intents], ["who"]);
  const loose = await new Loose(x, meaning).run();
  assert.deepEqual(loose.results.map((r) => [r.page, r.clause, r.level]), [[0, 3, "synonym"], [1, 5, "synonym"]]); // 3 begins with the words
});

test("where a word stands nowhere, one that differs in a character is offered", async () => {
  const x = index();
  await x.open();
  const meaning = await new Meaning(x, "改革和友展").read();
  assert.deepEqual(await slips(x, meaning), ["改革与友展"]);
});

test("what cannot be read is told, the rest is found, and asking again reads again", async () => {
  let broken = true;
  const x = new SearchIndex(async (name) => {
    if (broken && name === "x/texts/0") throw new Error("gone");
    return files[name];
  });
  const half = await new Search(x, "发 改革").run();
  assert.deepEqual([...x.failed], ["texts/0"]);
  assert.equal(new Results(half).total, 0);
  broken = false;
  const whole = await new Search(x, "发 改革").run();
  assert.equal(x.failed.size, 0);
  assert.ok(new Results(whole).total > 0);
});
