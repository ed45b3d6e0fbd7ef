package export

import "zhengce/generator/catalog"

// rules lists the rules by which findings came, with their sentences.
func rules(c *catalog.Catalog) *table {
	t := &table{name: "rules", title: "识别规则", about: "每条规则一行", key: []string{"rule"}, columns: []column{
		{"rule", "string", "规则编号", "", ""},
		{"chapter", "string", "章", "所回答的问题", ""},
		{"verdict", "string", "结论", "take 认定，leave 不认定，target 目标值，threshold 条件、门槛，role 定角色，name 定名称或取值，general 定为总体性条款，doubt 标为存疑", ""},
		{"says", "string", "规则", "", ""},
		{"takes", "string", "适用的例句", "〔〕内为所判断的文字", ""},
		{"leaves", "string", "不适用的例句", "", ""},
		{"findings", "integer", "本库用例数", "", ""},
		{"judged", "integer", "校验数", "人工核对过的样本中，据这条规则得出的结果数", ""},
		{"agreed", "integer", "相符数", "其中与人工判断相符的", ""},
	}}
	for _, chapter := range c.Rules {
		for _, r := range chapter.Rules {
			t.add(r.Name, chapter.Title, string(r.Verdict), r.Says, r.Takes, r.Leaves, count(len(c.Uses[r.Name])), count(r.Judged), count(r.Agreed))
		}
	}
	return t
}
