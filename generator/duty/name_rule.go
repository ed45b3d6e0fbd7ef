package duty

import (
	"slices"

	"zhengce/generator/policy"
)

// NameRules are the rules by which lists of bodies are read and the bodies get their names, by the
// question that they answer.
var NameRules = []policy.Chapter{
	{
		Name: "list-cut", Title: "名单在哪里断开",
		About: "逐个看名单中的标点和空白，先成立的一条决定名称到这里是不是完了。",
		Rules: cutRules.Rules(),
	},
	{
		Name: "list-joint", Title: "一项里有没有两个名称",
		About: "断开后的一项里有“和”“及”“会同”等字的，有一条成立就是两个名称。",
		Rules: splitRules.Rules(),
	},
	{
		Name: "item", Title: "一项里哪些字不是名称",
		About: "依次去掉名称前、名称后和名称旁的字，剩下的就是名称；几条可以都成立。",
		Rules: rulesOf(slices.Concat(beforeName, behindName, besideName)),
	},
	{
		Name: "list-member", Title: "名单里哪些算责任单位",
		About: "对剩下的名称依次问，先成立的一条决定它算不算责任单位。",
		Rules: memberRules.Rules(),
	},
	{
		Name: "name", Title: "单位名称怎样写全",
		About: "名单常省去地区和上级的名称，先成立的一条决定全称怎样写。",
		Rules: rulesOf(nameRules),
	},
}

// rulesOf returns the rules of values that hold one.
func rulesOf[R interface{ rule() policy.Rule }](list []R) []policy.Rule {
	out := make([]policy.Rule, len(list))
	for i, r := range list {
		out[i] = r.rule()
	}
	return out
}

func (r trimming) rule() policy.Rule { return r.Rule }

func (r nameRule) rule() policy.Rule { return r.Rule }
