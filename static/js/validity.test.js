"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { names, stateOn, read, said, today, dated } = require("./validity.js");

test("a paper is what the program says that it is", () => {
  const { names: called, cases } = require("../../generator/catalog/testdata/states.json");
  assert.deepStrictEqual(names, called);
  assert.ok(cases.length > 0);
  for (const c of cases) {
    const { effective, expires, repealedFrom } = c;
    assert.deepStrictEqual(read(c.words), { effective, expires, repealedFrom }, c.name);
    for (const [day, want] of Object.entries(c.days)) assert.strictEqual(stateOn(c, day), want, c.name + " on " + day);
  }
});

test("words without days give nothing", () => {
  assert.strictEqual(said("未载明", "2026-12-01"), "未载明");
  assert.strictEqual(said("至2026年11月30日", "2026-12-01"), "已失效");
});

test("attributes that are not there are unknown days", () => {
  assert.strictEqual(stateOn({}, "2026-12-01"), "unknown");
  assert.strictEqual(stateOn({ effective: "2026-12-01" }, "2026-12-01"), "in-force");
});

test("the day is that of the reader's clock", () => {
  assert.strictEqual(today(new Date(2026, 0, 2, 0, 5)), "2026-01-02");
  assert.strictEqual(today(new Date(2026, 10, 30, 23, 59)), "2026-11-30");
});

test("a text that is taken along says when it was so", () => {
  assert.strictEqual(dated({ effective: "2021-05-01", expires: "2026-04-30" }, "2026-05-01"), "2026年5月1日" + names.expired);
});
