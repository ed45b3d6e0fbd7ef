package target

import (
	"strings"
	"testing"

	"zhengce/generator/internal/ruletest"
	"zhengce/generator/source"
)

// Numbers that something shows to be set, and those beside them.
func TestEvidence(t *testing.T) {
	decided(t, []near{
		// Who is meant by 每, and where a year is planned.
		{"每个园区卫生所〔1〕所。", "item-for-each target"},
		{"每逢佳节〔1〕小时活动。", ""},
		{"一、2022年重点工作\n（一）发展现状\n力争如期完工，堤防年度投资〔3〕亿元。", ""},
		{"一、2022年重点工作\n（一）发展思路\n如期完工，堤防年度投资〔3〕亿元。", "investment-of-a-year target"},
		// Counts and sizes.
		{"整治〔15—25〕度耕地。", "count-under-a-verb target"},
		{"2022年，停车场〔30〕个供游客使用。", ""},
		{"一、主要目标\n（一）布局。停车场〔30〕个供游客使用。", ""},
		{"每个乡镇〔1〕所卫生院参加。", ""},
		{"到2025年，围绕约〔30〕个社区布点。", ""},
		{"围绕〔2—3〕个社区布点。", ""},
		{"到2025年，新建〔30〕公里管网全部建成。", "count-under-a-verb target"},
		{"按每300人〔1〕名配备保洁员。", "so-many-for-so-many threshold"},
		{"按每亩投放〔2〕吨的标准施肥。", "count-under-a-verb target"},
		{"绿道50公里以上、步道〔30〕公里。", "item-after-a-like-one target"},
		// Lists that go on.
		{"毗邻20个研修班和〔30〕场讲座。", ""},
		{"扶持20个研修班，并〔30〕场讲座。", ""},
		{"年产值超100亿元的企业〔5〕家参加。", ""},
		{"创建森林城市2个，森林乡村〔300〕个参加。", ""},
		{"2022年，围绕停车场〔30〕个。", ""},
		{"排名前3位的企业〔5〕家。", ""},
		{"压缩3年以上的项目〔5〕个。", ""},
		{"年产值超100亿元的，企业〔5〕家。", ""},
		// Times.
		{"每辆车检测〔3〕次。", ""},
		{"2022年，每辆车开展检测〔3〕次。", ""},
		{"2022年，宣讲会〔3〕次。", "times-of-a-year target"},
		// Durations and ages.
		{"压缩至〔3〕个月度例会。", "time-brought-to target"},
		{"办理时间压缩〔3〕天。", "time-brought-to target"},
		{"儿童〔7—12〕岁。", ""},
		{"停车〔2〕小时免费。", ""},
		// Money.
		{"公路养护达到5亿元，围绕水利〔3〕亿元。", ""},
		{"公路养护达到5亿元，农田水利〔3〕亿元项目。", ""},
		{"2022年，堤防工程〔3〕亿元。", ""},
		{"2022年，堤防工程年度投资〔3〕亿元项目。", ""},
		{"推进总投资约〔50〕亿元的项目。", "investment-under-a-verb threshold"},
		// Shares.
		{"一、主要目标\n（一）绿化。公园绿地〔38〕%。", ""},
		{"实现垃圾分类全覆盖，回收物〔35〕%。", ""},
		{"新建公园20个，乔木〔38〕%。", ""},
		{"服务覆盖约〔80〕%。", "share-under-a-verb target"},
		{"〔60〕%村完成改造。", ""},
		// Indexes.
		{"一、主要指标\n序号\n\n指标\n\n目标值\n\n1\n\n容积率\n\n容积率达到〔1.2〕，郊区1.0。", ""},
		{"规范化指数〔65〕。", ""},
		{"机房PUE值〔1.3〕。", ""},
		{"规范化指数达到〔65〕线。", ""},
		{"规范化指数达到〔65〕的县。", "index-by-its-noun threshold"},
		{"达到〔65〕。", ""},
		// Chinese numerals.
		{"建设约〔三〕座公厕。", "han-compared target"},
		{"每人限领〔十〕余件。", "han-may-have-so-many threshold"},
		{"每个县建成〔一〕所。", "han-for-each target"},
		{"每个县建成〔一〕所、两院。", "han-in-a-saying"},
		{"建成〔三〕所学校。", ""},
		{"到2025年，每个县建设好〔十〕所养老院。", ""},
		{"到2025年，建成〔一〕所学校。", ""},
		{"到2025年，建成优质的〔三〕所学校。", ""},
		{"突出发展〔两〕个百亿元以上的产业。", ""},
		{"每个县建设好〔一〕个百亿元以上的产业。", ""},
		{"创建百家工厂及〔千〕家园区。", ""},
		{"创建100家工厂、〔千〕家园区。", ""},
		{"创建百家工厂、〔三〕家园区。", ""},
		{"建设〔一〕个万元以上的项目。", ""},
		{"突出发展〔一〕个百以上的产业。", ""},
	})
}

// A near is a sentence with the number in question in 〔〕, and the rule that decides about it with the kind
// that it gets; want is empty where none does.
type near struct{ text, want string }

// decided reads sentences that stand near those of the rules.
func decided(t *testing.T, tests []near) {
	t.Helper()
	for _, tt := range tests {
		d, at := ruletest.Paper(t, tt.text)
		by, outcome := decide(d, at)
		got := ""
		if len(by) > 0 {
			got = by[0]
		}
		if kind, _, _ := strings.Cut(outcome, " "); kind != "none" {
			got += " " + kind
		}
		if len(by) == 0 || got != tt.want {
			t.Errorf("%s\nis decided by %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Every number that counts says by which rule of the book it does.
func TestRuleOfEach(t *testing.T) {
	known := map[string]bool{}
	for _, chapter := range Rules {
		for _, r := range chapter.Rules {
			known[r.Name] = true
		}
	}
	for _, tt := range targetTests {
		clock := &yearClock{now: 2021}
		text := newParagraph(tt.text, source.Span{End: len(tt.text)})
		for _, c := range candidatesIn(text, &sectionScope{docYear: 2021}, clock) {
			if i := c.indicator("", clock); !known[i.Rule] {
				t.Errorf("%s: %s counts by %q, which is no rule", tt.text, i.Quote, i.Rule)
			}
		}
	}
}
