package catalog

import (
	"strings"
	"testing"

	"zhengce/generator/policy"
)

// A promise is an indicator for a test: the number of the paper, what it sets, and the words.
type promise struct {
	paper   int
	subject string
	number  float64
	unit    string
	year    int
	quote   string
}

// promised makes indicators of papers on one topic in 河南省, but for papers from 10 on, which
// are on others, and from 20 on, which are of 湖北省.
func promised(list ...promise) []*Indicator {
	papers := map[int]*Document{}
	var out []*Indicator
	for _, p := range list {
		if papers[p.paper] == nil {
			d := &Document{Facts: &policy.Facts{}, Title: "河南省人民政府关于加快产业集聚区发展的意见"}
			d.Meta.Region = "河南省"
			if p.paper >= 10 {
				d.Title = "河南省人民政府关于推进农村人居环境整治的意见"
			}
			if p.paper >= 20 {
				d.Title, d.Meta.Region = "湖北省人民政府关于加快产业集聚区发展的意见", "湖北省"
			}
			papers[p.paper] = d
		}
		if p.quote == "" {
			p.quote = p.subject
		}
		out = append(out, &Indicator{Document: papers[p.paper], Indicator: &policy.Indicator{Subject: p.subject, Number: p.number, Unit: p.unit,
			Year: p.year, Quote: p.quote, Kind: policy.Target, Cmp: "="}})
	}
	return out
}

func TestSeries(t *testing.T) {
	big, mid := "省辖市形成30个左右千亿级主导产业集群", "市域千亿级产业集群达到25个左右"
	for _, tt := range []struct {
		name string
		in   []promise
		want string // names of the series, with a mark for those that cannot be compared
	}{
		{"one scope under two names", []promise{{1, "省辖市千亿级主导产业集群", 30, "个", 2020, big}, {2, "市域千亿级产业集群", 25, "个", 2020, mid}}, "千亿级产业集群"},
		{"another class", []promise{{1, "省辖市千亿级主导产业集群", 30, "个", 2020, big}, {2, "市域百亿级产业集群", 25, "个", 2020, ""}}, ""},
		{"another scope", []promise{{1, "省辖市千亿级主导产业集群", 30, "个", 2020, big}, {2, "县域千亿级产业集群", 25, "个", 2020, ""}}, ""},
		{"the whole region is another scope", []promise{{1, "省辖市千亿级产业集群", 30, "个", 2020, big}, {2, "全省千亿级产业集群", 25, "个", 2020, ""}}, ""},
		{"a word that divides", []promise{{1, "全省千亿级新兴产业集群", 10, "个", 2020, ""}, {2, "全省千亿级产业集群", 25, "个", 2020, ""}}, ""},
		{"two describing words", []promise{{1, "市域千亿级主导产业集群", 10, "个", 2020, ""}, {2, "市域千亿级特色产业集群", 25, "个", 2020, ""}}, ""},
		{"told apart in one paper", []promise{{1, "市域千亿级主导产业集群", 10, "个", 2020, ""}, {1, "市域千亿级产业集群", 30, "个", 2020, ""}, {2, "市域千亿级产业集群", 25, "个", 2020, ""}}, "千亿级产业集群"},
		{"one paper only", []promise{{1, "全省智慧园区", 10, "个", 2020, ""}, {1, "全省智慧园区", 20, "个", 2025, ""}}, ""},
		{"repeated in an annex", []promise{{1, "全省智慧园区", 10, "个", 2020, ""}, {1, "全省智慧园区", 10, "个", 2020, ""}, {2, "全省智慧园区", 20, "个", 2025, ""}}, "智慧园区"},
		{"two figures for one year", []promise{{1, "全省智慧园区", 10, "个", 2020, ""}, {1, "全省智慧园区", 15, "个", 2020, ""}, {2, "全省智慧园区", 20, "个", 2025, ""}}, ""},
		{"a unit that converts", []promise{{1, "全省技术合同成交额", 1, "万亿元", 2020, ""}, {2, "全省技术合同成交额", 9000, "亿元", 2025, ""}}, "技术合同成交额"},
		{"a unit with a multiple", []promise{{1, "全省智慧园区", 2, "万个", 2020, ""}, {2, "全省智慧园区", 30000, "家", 2025, ""}}, "智慧园区"},
		{"a word for growth", []promise{{1, "全省林下经济年均增长", 8, "%", 2035, ""}, {2, "全省林下经济年均增速", 9, "%", 2035, ""}}, "林下经济年均增长"},
		{"a level and its growth", []promise{{1, "全省林下经济增加值占比", 8, "%", 2035, ""}, {2, "全省林下经济增加值增长", 9, "%", 2035, ""}}, ""},
		{"raised to a level", []promise{{1, "全省林权登记率", 80, "%", 2035, "全省林权登记率提高到80%"}, {2, "全省林权登记率", 90, "%", 2035, "全省林权登记率达到90%"}}, "林权登记率"},
		{"another word for the product", []promise{{1, "全省林业增加值占GDP比重", 8, "%", 2035, ""}, {2, "全省林业增加值占地区生产总值比重", 9, "%", 2035, ""}}, "林业增加值占GDP比重"},
		{"what is done in the subject", []promise{{1, "全省培育林下种植基地", 8, "个", 2035, ""}, {2, "全省林下种植基地数量", 9, "个", 2035, ""}}, "培育林下种植基地"},
		{"new ones are not all", []promise{{1, "全省林下种植基地", 8, "个", 2035, "全省新增林下种植基地8个"}, {2, "全省林下种植基地", 9, "个", 2035, ""}}, ""},
		{"new ones in both", []promise{{1, "全省林下种植基地", 8, "个", 2035, "全省新增林下种植基地8个"}, {2, "全省新增林下种植基地", 9, "个", 2035, ""}}, "林下种植基地（新增）"},
		{"the region by its name", []promise{{1, "河南省林下种植基地", 8, "个", 2035, ""}, {2, "全省林下种植基地", 9, "个", 2035, ""}}, "林下种植基地"},
		{"two characters with a measure", []promise{{1, "全省算力规模", 8, "EFLOPS", 2035, ""}, {2, "全省算力规模", 9, "EFLOPS", 2035, ""}}, "算力规模"},
		{"any enterprises", []promise{{1, "全省企业投资", 8, "亿元", 2035, ""}, {2, "全省企业投资", 9, "亿元", 2035, ""}}, ""},
		{"another dimension", []promise{{1, "全省智慧园区", 10, "个", 2020, ""}, {2, "全省智慧园区", 10, "%", 2020, ""}}, ""},
		{"two scopes of one name", []promise{{1, "市域智慧园区", 10, "个", 2020, ""}, {1, "县域智慧园区", 90, "个", 2020, ""}, {2, "市域智慧园区", 20, "个", 2025, ""}, {2, "县域智慧园区", 99, "个", 2025, ""}},
			"河南省市域智慧园区 河南省县域智慧园区"},
		{"another region", []promise{{1, "全省智慧园区", 10, "个", 2020, ""}, {20, "全省智慧园区", 10, "个", 2020, ""}}, ""},
		{"no scope, one topic", []promise{{1, "污水集中处理率", 100, "%", 2020, ""}, {2, "污水集中处理率", 95, "%", 2025, ""}}, "污水集中处理率"},
		{"no scope, two topics", []promise{{1, "污水集中处理率", 100, "%", 2020, ""}, {10, "污水集中处理率", 60, "%", 2020, ""}}, ""},
		{"scope written in one only", []promise{{1, "国家级开发区", 30, "个", 2020, ""}, {2, "全省国家级开发区", 40, "个", 2025, ""}}, "国家级开发区!"},
		{"no thing is named", []promise{{1, "主营业务收入", 7, "亿元", 2020, ""}, {2, "主营业务收入", 8, "亿元", 2025, ""}}, ""},
		{"subject from further off", []promise{{1, "污水集中处理率", 100, "%", 2020, "达到100%"}, {2, "污水集中处理率", 95, "%", 2025, "达到95%"}}, ""},
		{"per unit is not in all", []promise{{1, "每个省辖市智慧园区", 2, "个", 2020, ""}, {2, "省辖市智慧园区", 30, "个", 2020, ""}}, ""},
	} {
		var names []string
		for _, s := range series(promised(tt.in...)) {
			name := s.Name
			if !s.Comparable {
				name += "!"
			}
			names = append(names, name)
			for _, i := range s.Members {
				if i.Series != s {
					t.Errorf("%s: a member does not know its series", tt.name)
				}
			}
			if s.Why == "" || s.ID == "" {
				t.Errorf("%s: series %q has ID %q and reason %q", tt.name, s.Name, s.ID, s.Why)
			}
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: series %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSeriesThreshold keeps conditions out: they promise nothing.
func TestSeriesThreshold(t *testing.T) {
	list := promised(promise{1, "全省智慧园区", 10, "个", 2020, ""}, promise{2, "全省智慧园区", 20, "个", 2025, ""})
	list[1].Kind = policy.Threshold
	if got := series(list); len(got) > 0 {
		t.Errorf("a condition stands in the series %q", got[0].Name)
	}
}

// TestSeriesBase says that figures against different years cannot be compared.
func TestSeriesBase(t *testing.T) {
	list := promised(promise{1, "全省万元工业用水量下降", 20, "%", 2020, ""}, promise{2, "全省万元工业用水量下降", 16, "%", 2025, ""})
	list[0].BaseYear, list[1].BaseYear = 2015, 2020
	got := series(list)
	if len(got) != 1 || got[0].Comparable || !strings.Contains(got[0].Why, "基期") {
		t.Errorf("series are %+v", got)
	}
}
