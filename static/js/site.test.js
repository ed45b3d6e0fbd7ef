"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { distinct, facet, matches, sortKey, compareCells } = require("./site.js");
const { parse } = require("./site-mode.js");
const { sha256 } = require("./site-digest.js");
const { phrases } = require("./site-print.js");
const { squeeze, current, marked } = require("./site-read.js");
const { citation } = require("./site-cite.js");

test("distinct keeps the first of each text and no empty one", () => {
  assert.deepStrictEqual(distinct(["河南省", "", "国家", "河南省", undefined]), ["河南省", "国家"]);
});

test("a row matches when every chosen column has the chosen text", () => {
  const row = ["方案", "河南省", "牵头"];
  assert.ok(matches(row, []));
  assert.ok(matches(row, [{ column: 2, value: "河南省" }, { column: 3, value: "" }]));
  assert.ok(!matches(row, [{ column: 2, value: "河南省" }, { column: 3, value: "配合" }]));
  assert.ok(!matches(row, [{ column: 4, value: "x" }]));
});

test("of a date the year is chosen", () => {
  assert.strictEqual(facet("2015年7月20日"), "2015年");
  assert.strictEqual(facet("2015年"), "2015年");
  assert.strictEqual(facet("未载明"), "未载明");
  assert.ok(matches(["2015年7月20日"], [{ column: 1, value: "2015年" }]));
});

test("cells sort by size, date and sound, empty ones last", () => {
  const sorted = (cells) => cells.slice().sort(compareCells);
  assert.deepStrictEqual(sorted(["10", "9", "", "1,000"]), ["9", "10", "1,000", ""]);
  assert.deepStrictEqual(sorted(["2015年7月20日", "2011年", "2015年12月1日", "未载明"]), ["2011年", "2015年7月20日", "2015年12月1日", "未载明"]);
  assert.deepStrictEqual(sorted(["重庆市", "安徽省", "河南省"]), ["安徽省", "河南省", "重庆市"].sort(compareCells));
  assert.strictEqual(sortKey("30个"), null);
});

test("a kept mode that is none gives none", () => {
  for (const text of [null, "", "x", "1", "null"]) assert.deepStrictEqual(parse(text), {});
  assert.deepStrictEqual(parse('{"theme":"dark"}'), { theme: "dark" });
});

test("sha256 is that of the standard", () => {
  const { createHash } = require("node:crypto");
  for (const text of ["", "abc", "政策", "x".repeat(55), "x".repeat(56), "x".repeat(64), "文".repeat(4321)]) {
    assert.strictEqual(sha256(text), createHash("sha256").update(text).digest("hex"));
  }
});

test("white space and invisible marks do not count", () => {
  assert.strictEqual(squeeze(" 一\u3000\u00a0二\n\u200b\ufeff\u00ad\u0085"), "一二");
});

test("a citation has place, date and address where they are known", () => {
  const all = { head: "河南省人民政府. 意见: 豫政〔2015〕42号[EB/OL]", signed: "2015-07-20", place: "一/（二）", today: "2026-01-02", address: "file:///x.html#m1-2" };
  assert.strictEqual(citation(all), "河南省人民政府. 意见: 豫政〔2015〕42号[EB/OL]. 2015: 一/（二）(2015-07-20)[2026-01-02]. file:///x.html#m1-2.");
  assert.strictEqual(citation({ ...all, state: "2026年1月2日现行有效" }), citation(all) + "（2026年1月2日现行有效）");
  assert.strictEqual(citation({ ...all, place: "" }), "河南省人民政府. 意见: 豫政〔2015〕42号[EB/OL]. (2015-07-20)[2026-01-02]. file:///x.html#m1-2.");
  assert.strictEqual(citation({ ...all, signed: "" }), "河南省人民政府. 意见: 豫政〔2015〕42号[EB/OL]. 一/（二）[2026-01-02]. file:///x.html#m1-2.");
});

test("the current line is the last at or above", () => {
  assert.deepStrictEqual([-5, 0, 9, 10, 99].map((line) => current([0, 10, 20], line)), [0, 0, 0, 1, 2]);
});

test("the clause on top is marked, or the chosen one where it cannot come there", () => {
  const tops = [-300, 16, 78, 150, 400]; // a part, and its first clauses right below
  assert.strictEqual(marked(tops, 40, -1, -1, 40), 1);
  assert.strictEqual(marked(tops, 40, 1, 16, 40), 1);
  assert.strictEqual(marked(tops, 40, 0, 16, 40), 0); // a place within the first, at whose end stands the next
  assert.strictEqual(marked(tops, 40, 4, 400, 40), 1);
  assert.strictEqual(marked(tops, 40, 4, 420, 800), 4);
  assert.strictEqual(marked(tops, 40, 0, -90, 800), 1);
});

test("titles break between their phrases, and between words where a phrase is too long", () => {
  assert.deepStrictEqual(phrases("河南省人民政府关于加快产业集聚区发展的若干意见", 20), ["河南省人民政府关于", "加快产业集聚区发展的", "若干意见"]);
  assert.deepStrictEqual(phrases("关于印发《方案（试行）》的通知", 20), ["关于", "印发", "《方案", "（试行）》的", "通知"]);
  const words = phrases("加快推进农业机械化和农机装备产业转型升级的《意见》", 10);
  assert.strictEqual(words.join(""), "加快推进农业机械化和农机装备产业转型升级的《意见》");
  assert.ok(words.length > 8 && !words.some((w) => /^[》]|《$/.test(w)));
});
