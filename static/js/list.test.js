"use strict";

const test = require("node:test");
const assert = require("node:assert");
const s = require("./list-state.js");
const { expand, merge } = require("./list-data.js");

const all = s.fields("title:标题:title:|place:地区:line:facet|date:日期:line:date|n:措施:words:number|kind:文种::facet");

test("a state is what its address says", () => {
  for (const address of ["", "?q=%E7%A8%8E+%E8%B4%B9", "?f.place=%E7%94%B2&f.place=%E4%B9%99&f.date=2015", "?sort=date&size=50&page=3", "?sort=-n"]) {
    assert.strictEqual(s.write(s.read(address, all), all), address);
  }
});

test("an address may bring what is not known", () => {
  const state = s.read("?f.place=%E4%B8%99&f.other=1&sort=other&page=-2&size=7&utm=x", all);
  assert.deepStrictEqual(state, { q: "", facets: { place: ["丙"] }, sort: "-date", page: 1, size: 20 });
});

test("taking and giving back a value leaves words and order", () => {
  const state = s.read("?q=%E7%A8%8E&sort=date&page=4", all);
  const once = s.toggled(state, "place", "甲");
  assert.strictEqual(s.write(once, all), "?q=%E7%A8%8E&f.place=%E7%94%B2&sort=date");
  assert.strictEqual(s.active(once), 1);
  assert.strictEqual(s.write(s.toggled(once, "place", "甲"), all), "?q=%E7%A8%8E&sort=date");
});

const columns = {
  place: merge("facet", [[["甲", "乙"], [2, 0, 1, 1]], [["乙"], [1, 0, 1, []]]]),
  date: merge("date", [[[], [1, 20150702, 2, 20110000, 2, null]]]),
  kind: merge("facet", [[["意见", "方案"], [1, [0, 1], 4, 0]]]),
};

test("files of a column are one", () => {
  assert.deepStrictEqual(expand([2, 7, 1, null]), [7, 7, null]);
  assert.deepStrictEqual(columns.place.words, ["甲", "乙"]);
  assert.deepStrictEqual(columns.place.values, [0, 0, 1, 1, []]);
});

test("a state is chosen by what its days give today", () => {
  const { words, values } = merge("state", [[["自2001年1月1日起施行", "未载明", "自2001年1月1日起施行，至2002年1月1日"], [1, 0, 1, 1, 2, 2]], [["自2002年1月1日起施行"], [1, 0]]]);
  assert.deepStrictEqual(words, ["现行有效", "未载明", "已失效"]);
  assert.deepStrictEqual(values, [0, 1, 2, 2, 0]);
});

test("deadlines are chosen by what their words give today, the most urgent first", () => {
  const column = merge("due", [[["长期", "自2001年1月1日起", "2001年1月1日前", "2002年1月1日前"], [1, 0, 1, 1, 1, 2, 1, 3]]]);
  assert.deepStrictEqual(s.counts(column, 4, [0, 1, 2, 3]), [["已过期", 2], ["已开始", 1], ["长期", 1]]);
});

test("or within a set, and between sets", () => {
  assert.deepStrictEqual(s.select(5, columns, {}, null), [0, 1, 2, 3, 4]);
  assert.deepStrictEqual(s.select(5, columns, { place: ["甲", "乙"] }, null), [0, 1, 2, 3]);
  assert.deepStrictEqual(s.select(5, columns, { place: ["甲"], date: ["2011"] }, null), [1]);
  assert.deepStrictEqual(s.select(5, columns, { kind: ["方案"] }, [0, 1]), [0]);
  assert.deepStrictEqual(s.select(5, columns, { date: ["未载明"] }, null), [3, 4]);
  assert.deepStrictEqual(s.select(5, columns, { place: ["丙"] }, null), []);
  assert.deepStrictEqual(s.select(5, columns, { place: ["甲"], date: ["2011"] }, null, "date"), [0, 1]);
});

test("counts are of the present result, with what has none", () => {
  assert.deepStrictEqual(s.counts(columns.place, 5, [2, 3], ["丙"]), [["乙", 2], ["甲", 0], ["丙", 0]]);
  assert.deepStrictEqual(s.counts(columns.date, 5, [0, 1, 2, 3, 4]), [["2015", 1], ["2011", 2], ["未载明", 2]]);
});

test("undated ones stand last either way", () => {
  assert.deepStrictEqual(s.arrange([0, 1, 2, 3, 4], columns.date, true), [0, 1, 2, 3, 4]);
  assert.deepStrictEqual(s.arrange([4, 3, 2, 1, 0], columns.date, false), [1, 2, 0, 3, 4]);
});

test("days stand the earliest first and are chosen by month", () => {
  const fields = s.fields("title:任务:title:|due:到期日::day|place:地区:line:facet");
  assert.strictEqual(s.usual(fields), "due");
  assert.strictEqual(s.write(s.read("?f.due=2021-06&sort=-due", fields), fields), "?f.due=2021-06&sort=-due");
  const due = merge("day", [[[], [1, 20210630, 1, 20211231, 1, null]]]);
  assert.deepStrictEqual(s.select(3, { due }, { due: ["2021-06", "2021-07"] }, null), [0]);
  assert.deepStrictEqual(s.counts(due, 3, [0, 1, 2]), [["2021-12", 1], ["2021-06", 1], ["未载明", 1]]);
});

test("the first and the last page are always linked", () => {
  assert.deepStrictEqual(s.numbers(1, 1), [1]);
  assert.deepStrictEqual(s.numbers(1, 9), [1, 2, 3, 4, 0, 9]);
  assert.deepStrictEqual(s.numbers(5, 9), [1, 0, 4, 5, 6, 0, 9]);
  assert.deepStrictEqual(s.numbers(9, 9), [1, 0, 6, 7, 8, 9]);
});

test("tables are as the program writes them", () => {
  assert.strictEqual(s.csv([["标题", "a,b"], ['说"好"', "＝1+1"]]), '\ufeff标题,"a,b"\r\n"说""好""",\'＝1+1\r\n');
});
