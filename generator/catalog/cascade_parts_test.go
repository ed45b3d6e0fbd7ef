package catalog

import (
	"strings"
	"testing"

	"zhengce/generator/policy"
)

func TestParentInTitle(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"河南省贯彻落实国务院关于中西部地区承接产业转移指导意见的分工方案", "国务院关于中西部地区承接产业转移指导意见"},
		{"内蒙古自治区贯彻落实国务院关于中西部地区承接产业转移指导意见重点工作分工方案", "国务院关于中西部地区承接产业转移指导意见"},
		{"国务院办公厅印发贯彻落实国务院关于中西部地区承接产业转移指导意见重点工作分工方案的通知", "国务院关于中西部地区承接产业转移指导意见"},
		{"安徽省人民政府贯彻国务院关于加快发展服务业若干意见的实施意见", "国务院关于加快发展服务业若干意见"},
		{"甘肃省人民政府关于贯彻落实《国务院关于促进旅游业改革发展的若干意见》的实施意见", "国务院关于促进旅游业改革发展的若干意见"},
		{"南阳市贯彻落实河南省人民政府关于加快产业集聚区发展的意见实施方案", "河南省人民政府关于加快产业集聚区发展的意见"},
		{"转发省发展改革委贯彻落实国务院关于加快发展服务业若干意见的通知", "国务院关于加快发展服务业若干意见"},
		{"河南省人民政府关于加快产业集聚区提质转型创新发展的若干意见", ""},
		{"甲省林业局转发国家林草局关于开展树种普查的意见的通知", "国家林草局关于开展树种普查的意见"},
		{"甲省林业局转发《关于开展树种普查的意见》的通知", "关于开展树种普查的意见"},
		{"甲省林业局关于转发普查表的通知", ""},
		{"关于落实责任的通知", ""},
		{"", ""},
	} {
		if got := parentInTitle(tt.title); got != tt.want {
			t.Errorf("parentInTitle(%q) = %q, want %q", tt.title, got, tt.want)
		}
	}
	a, b := "国务院关于中西部地区承接产业转移的指导意见", "《国务院关于中西部地区承接产业转移指导意见》"
	if parentKey(a) != parentKey(b) {
		t.Errorf("%q and %q are two parents", a, b)
	}
}

// TestRelation shows how two tasks agree, both ways round.
func TestRelation(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       Relation
	}{
		{"but for punctuation", "完善交通体系，促进资源整合。", "完善交通体系。促进资源整合", Identical},
		{"another word", "建立公共实验、公共检测平台。", "建立公共试验、公共检测平台。", Reworded},
		{"another place", "支持在我省设立承接产业转移示范区。", "在条件较好的地区设立承接产业转移示范区。", Reworded},
		{"an added means", "支持改善民生和促进公共服务均等化。", "落实中央财政转移支付等政策，支持改善民生和促进公共服务均等化。", Reworded},
		{"an added condition", "严格执行工业用地最低出让价标准。", "在坚持节约集约用地的前提下，严格执行工业用地最低出让价标准。", Reworded},
		{"a clause in other words between the same", "鼓励企业开拓国际市场。深化对外合作，鼓励企业走出去。", "鼓励企业开拓国际市场。努力深化国际区域合作，鼓励企业走出去。", Reworded},
		{"an added sentence", "整顿和规范市场秩序。", "清理各种变相优惠政策。整顿和规范市场秩序。", Partial},
		{"an added clause that orders", "加大技术改造投入，提高配套产品的技术水平。", "加大技术改造投入，提高配套产品的技术水平，鼓励发展新能源装备制造。", Partial},
		{"an order that begins like a condition", "提高配套能力。", "在条件成熟的地区设立保税监管场所，提高配套能力。", Partial},
		{"another order between the same", "大力发展循环经济。提高配套能力。", "大力推进社区矫正工作。提高配套能力。", Partial},
	} {
		read := func(text string) *taskText {
			d := &Document{Measures: []*Measure{{Tasks: []*Task{{Text: text}}}}}
			return readTasks(d)[0]
		}
		a, b := read(tt.a), read(tt.b)
		for _, p := range []*Pair{newPair(a, b), newPair(b, a)} {
			if p.Relation != tt.want {
				t.Errorf("%s: %q and %q are %s, want %s", tt.name, p.A.Text, p.B.Text, p.Relation, tt.want)
			}
			if p.Score <= 0 || p.Score > 1 || (p.Score == 1) != (tt.want == Identical) {
				t.Errorf("%s: score %v", tt.name, p.Score)
			}
		}
	}
}

// TestLeads compares leading bodies by function; one that is alone leads.
func TestLeads(t *testing.T) {
	task := func(members ...string) *Task {
		out := &Task{}
		for _, m := range members {
			role, function, _ := strings.Cut(m, ":")
			out.Members = append(out.Members, Member{Agency: &Agency{Function: function}, Role: policy.Role(role)})
		}
		return out
	}
	for _, tt := range []struct {
		a, b *Task
		want Leads
	}{
		{task("lead:海关", "support:财政"), task("lead:海关"), LeadsSame},
		{task("sole:商务"), task("lead:商务", "support:财政"), LeadsSame},
		{task("lead:商务", "support:财政"), task("lead:财政", "support:商务"), LeadsDiffer},
		{task("lead:商务", "lead:财政"), task("lead:商务"), LeadsDiffer},
		{task("joint:商务"), task("lead:商务"), LeadsUnstated},
		{task("joint:商务"), task("joint:财政"), LeadsUnstated},
	} {
		if got := leadsOf(tt.a, tt.b); got != tt.want {
			t.Errorf("%+v and %+v: %q, want %q", tt.a.Members, tt.b.Members, got, tt.want)
		}
	}
}

// TestPromiseWorth: a target and a condition may be of one quantity if they are of one thing, not for likeness.
func TestPromiseWorth(t *testing.T) {
	d := &Document{Facts: &policy.Facts{}}
	of := func(kind policy.Kind, subject string) *Indicator {
		return &Indicator{Document: d, Indicator: &policy.Indicator{Kind: kind, Subject: subject, Quote: subject + "达到5座", Number: 5, Unit: "座"}}
	}
	for _, tt := range []struct {
		a, b *Indicator
		want int
	}{
		{of(policy.Target, "标准化泵站"), of(policy.Threshold, "标准化泵站"), sameThing + sameYear},
		{of(policy.Target, "标准化泵站"), of(policy.Target, "智能标准化泵站"), addedWord + sameYear},
		{of(policy.Target, "标准化泵站"), of(policy.Threshold, "智能标准化泵站"), 0},
		{of(policy.Target, "标准化泵站"), of(policy.Target, "新增标准化泵站"), 0},
		{of(policy.Target, "标准化泵站"), of(policy.Target, "农村标准化泵站"), 0},
	} {
		if got := promiseWorth(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %d, want %d", tt.a.Subject, tt.b.Subject, got, tt.want)
		}
	}
}
