const test = require("node:test");
const assert = require("node:assert");
const { align, difference, relation } = require("./pair.js");

const measure = (text) => ({ text });

test("difference gives both texts back", () => {
  for (const [a, b] of [["", ""], ["", "新增"], ["删去", ""], ["支持我省承接产业转移", "支持我区承接产业转移"], ["甲乙丙", "丙乙甲"], ["𠀀一", "𠀁一"]]) {
    const d = difference(a, b);
    assert.strictEqual(d.filter((x) => x[0] <= 0).map((x) => x[1]).join(""), a);
    assert.strictEqual(d.filter((x) => x[0] >= 0).map((x) => x[1]).join(""), b);
  }
});

test("difference marks the one character that differs", () => {
  assert.deepStrictEqual(difference("支持我省承接", "支持我区承接"), [[0, "支持我"], [-1, "省"], [1, "区"], [0, "承接"]]);
});

test("align pairs measures by their text and keeps what has no partner in its place", () => {
  const as = ["推进农业结构调整和发展方式转变", "在有条件的地区承接高载能产业", "完善金融服务体系"].map(measure);
  const bs = ["加强组织领导落实责任", "在有条件的地区适当承接高载能产业", "推进农牧业结构调整和发展方式转变", "新设一个园区办公室"].map(measure);
  assert.deepStrictEqual(align(as, bs), [[-1, 0], [0, 2], [-1, 3], [1, 1], [2, -1]]);
});

test("relation tells equal but for punctuation from reworded", () => {
  assert.strictEqual(relation(measure("甲，乙。"), measure("甲乙")), "一致");
  assert.strictEqual(relation(measure("甲乙"), measure("甲丙")), "改写");
  assert.strictEqual(relation(measure("甲"), undefined), "未见对应");
  assert.strictEqual(relation(undefined, measure("甲")), "新增");
});
