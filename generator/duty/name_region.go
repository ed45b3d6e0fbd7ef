package duty

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

// youthLeague is the one body whose level stands inside its name: 团省委.
var youthLeague = words.Pattern(`^团({{league-levels}})委$`)

// regionNames set the region of the paper before a name, in the place of the level that stands there
// for it.
var regionNames = slices.Concat([]nameRule{
	{
		Rule: policy.Rule{
			Name: "youth-league", Verdict: policy.AsName, Says: "共青团的地区写在“团”和“委”之间",
			Takes: "通好电。（市能源局、〔团市委〕）", Leaves: "通好电。（市能源局、〔市妇联〕）",
		},
		holds: func(n *naming) bool {
			m := youthLeague.FindStringSubmatch(n.written)
			return m != nil && levelOf(m[1], n.region) != ""
		},
		name: func(n *naming) string { return "团" + n.region + "委" },
	},
	{
		Rule: policy.Rule{
			Name: "whole-of-the-region", Verdict: policy.AsName, Says: "“全市”“全省”指的就是本地区",
			Takes: "通好电。（市能源局、〔全市公安机关〕）", Leaves: "通好电。（市能源局、〔市公安局〕）",
		},
		holds: func(n *naming) bool {
			rest, ok := strings.CutPrefix(n.written, "全")
			return ok && levelOf(rest, n.region) != ""
		},
		name: func(n *naming) string {
			part := naming{written: strings.TrimPrefix(n.written, "全"), region: n.region}
			name, _ := part.by(levelNames)
			return name
		},
	},
}, levelNames)

// levelNames name bodies by the level that they begin with, or by none.
var levelNames = []nameRule{
	{
		Rule: policy.Rule{
			Name: "own-level", Verdict: policy.AsName, Says: "名称开头的“市”“省”等指本地区",
			Takes: "通好电。（市能源局、〔市财政局〕）", Leaves: "通好电。（市能源局、〔市场监管局〕）",
		},
		holds: func(n *naming) bool {
			level := levelOf(n.written, n.region)
			return level != "" && level != n.written && words.Prefix(n.written, notLevels) == ""
		},
		name: func(n *naming) string {
			return n.region + strings.TrimPrefix(n.written, levelOf(n.written, n.region))
		},
	},
	{
		Rule: policy.Rule{
			Name: "higher-region", Verdict: policy.AsName, Says: "名称开头的“省”等高于本地区，文件没有写明是哪一个，照原样称呼",
			Takes: "通好电。（市能源局、〔省药监局〕）", Leaves: "通好电。（市能源局、〔药监局〕）",
		},
		holds: func(n *naming) bool { return ofHigher(n.written, n.region) },
		name:  asWritten,
	},
	{
		// After own-level: 市 begins the bodies of a province-level city itself.
		Rule: policy.Rule{
			Name: "lower-region", Verdict: policy.AsName, Says: "名称开头的“市”“县”等低于本地区，文件没有写明是哪一个，照原样称呼",
			Takes: "通好电。（市能源局、〔县公安局〕）", Leaves: "通好电。（市能源局、〔县域经济办公室〕）",
		},
		holds: func(n *naming) bool { return ofLower(n.written, n.region) },
		name:  asWritten,
	},
	{
		// After own-level: what begins with the level of the region is no firm.
		Rule: policy.Rule{
			Name: "proper-name", Verdict: policy.AsName, Says: "从名称看不是部门、单位的，多为企业简称，照原样称呼",
			Takes: "通好电。（市能源局、市水务局、〔卫星化学〕）", Leaves: "通好电。（市能源局、市水务局、〔通信管理〕）",
		},
		holds: (*naming).proper,
		name:  asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "region-set-before", Verdict: policy.AsName, Says: "没有写明地区的部门、单位属于本地区",
			Takes: "通好电。（市能源局、〔财政局〕）", Leaves: "通好电。（市能源局、〔省财政厅〕）",
		},
		holds: func(*naming) bool { return true }, // the last: whatever no rule before it names
		name:  withRegion,
	},
}

// proper reports whether what a list names is no body by its name, nor a cut-off one: a firm without
// its kind, 卫星化学, needs no region; 通信管理 does.
func (n *naming) proper() bool {
	body, _ := registry.LooksLikeBody(withoutRemark(n.written))
	meant, _ := registry.Slip(n.written)
	return !body && meant == "" && !registry.IsField(n.written)
}
