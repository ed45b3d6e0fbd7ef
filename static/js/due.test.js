"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { order, said, left } = require("./due.js");

test("a deadline is on each day what its words give", () => {
  const cases = require("../../generator/catalog/testdata/dues.json");
  assert.ok(cases.length > 0);
  const seen = new Set();
  for (const c of cases) {
    for (const [day, want] of Object.entries(c.days)) {
      assert.strictEqual(said(c.when, day), want, c.when + " on " + day);
      seen.add(want);
    }
    for (const [day, want] of Object.entries(c.left)) assert.strictEqual(left(c.when, day), want, c.when + " on " + day);
  }
  assert.deepStrictEqual(order.filter((w) => !seen.has(w)), []);
});

test("the turn of the year parts no quarter from the next", () => {
  assert.strictEqual(said("2031年1月5日前", "2030-12-31"), "下季度到期");
  assert.strictEqual(said("2031年1月5日前", "2030-09-30"), "以后到期");
});
