"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { distinct, matches } = require("./site.js");

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
