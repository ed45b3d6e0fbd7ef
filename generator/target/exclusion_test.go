package target

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// Numbers that are excluded, and those beside them.
func TestExclusions(t *testing.T) {
	const cell = "一、主要指标\n序号\n\n指标\n\n目标值\n\n1\n\n就诊率\n\n"
	decided(t, []near{
		// Steps, formulas, starting points.
		{"每新招用〔3〕人以上的，奖励2000元。", "compared threshold"},
		{"达到每隔〔3〕个乡镇建成1所卫生院。", "per-each"},
		{"每〔3〕个乡镇不少于1所卫生院。", "per-each"},
		{"补助金额（人数=〔500〕元以上）。", "factor-of-a-formula"},
		{"办理时限〔20〕个工作日以内压缩至5个工作日以内。", "compared threshold"},
		{"由〔3〕个以上单位承办。", "compared target"},
		{"就诊率由〔20〕%以上达到30%以上。", "starting-from"},
		{"在编人员由〔20〕人以上精简5人。", "starting-from"},
		// Tables whose cells run together.
		{"表3指标单位2020年2025年驿站座320860达标率%6098收入亿元12〔30〕亿元以上。", "cells-run-together"},
		{"类别2020年2025年驿站座3208达标率%6098满意率%9〔95〕%以上。", "cells-run-together"},
		{"指标2025年达标率（%）60〔98〕%以上。", "compared target"},
		{"单位产值指标分别是：一类3吨，二类4吨，三类5吨，四类〔6〕吨以上。", "compared target"},
		// Brackets.
		{"到2025年，建成园区（绿化〔30〕%）。", "share-under-a-verb target"},
		{"建成园区（含" + strings.Repeat("道路，", 10) + "绿化〔30〕%以上）。", "in-a-note"},
		{"建成园区（含" + strings.Repeat("道路，", 30) + "绿化〔30〕%以上）。", "compared target"},
		// Lists.
		{"建成〔三〕座以上场馆：游泳馆、球馆。", "han-compared target"},
		{"建成〔30〕座场馆：游泳馆、球馆。", "count-under-a-verb target"},
		{"对新建的〔3〕个村给予奖励。", "count-under-a-verb target"},
		{"对接培育〔3〕个园区。", "count-under-a-verb target"},
		{"对接以〔580〕个镇区为重点的改造。", "set-as-focus"},
		{"推进以〔580〕个以上镇区为重点的改造。", "compared target"},
		{"对以〔580〕个镇区为重点的改造给予奖励。", ""},
		{"改造现有20个粮库，〔30〕个以上油库。", "compared target"},
		{"改造现有〔20〕个以上粮库。", "compared target"},
		{cell + "现有〔20〕个，新增5个。", "cell-of-a-target-table target"},
		{"到2025年，建成三十座场馆：〔20—25〕个球馆参加。", "range-of-counts target"},
		{"改造现有20个粮库带动〔30〕个油库。", "count-under-a-verb target"},
		{"改造现有20个粮库、培育龙头和〔30〕个油库。", "count-under-a-verb target"},
		{"改造现有20个粮库。〔30—35〕个油库参加。", "range-of-counts target"},
		// Names.
		{"利率不超过〔1〕年期贷款市场报价利率。", "compared threshold"},
		{"投放规模提高到〔100〕亿。", "sum-without-unit target"},
		{"投放规模〔100〕亿以上。", "compared target"},
		// What is so already.
		{cell + "2019年达到〔85〕%，另计。", "cell-of-a-target-table target"},
		{"一、主要目标\n（一）到2019年，就诊率提升。就诊率达到〔85〕%。", "reached target"},
		{cell + "已建成〔85〕%，另计。", "cell-of-a-target-table target"},
		{cell + "产值同比增长〔85〕%，另计。", "cell-of-a-target-table target"},
		{"一、发展现状\n到2025年，已建成的片区新增泊位〔500〕个以上。", "compared target"},
		{"到2025年，产值同比增长〔10〕%以上。", "compared target"},
		{"2021年，产值同比增长〔10〕%以上。", "compared-with-last-year"},
		{"与目前相比，到2025年新增泊位〔500〕个以上。", "compared target"},
		{"到“十四五”末，与目前相比每年新增泊位〔500〕个以上。", "compared target"},
		{"已划定片区新增泊位〔500〕个以上。", "compared target"},
		{"全市已建成并投入使用的公共停车设施和新能源汽车充电设施周边区域内新建泊位〔500〕个以上。", "compared target"},
		// Times.
		{"按每车补贴〔5〕元/日起。", "sum-is-awarded threshold"},
		{"公示〔5〕天止。", "term threshold"},
		{"公示不少于〔5〕日止。", "compared threshold"},
		{"实施〔3〕个行动。", "count-under-a-verb target"},
		{"公示〔3〕天来访登记。", "term threshold"},
		{"力争用约〔5〕个月完成。", "takes-so-long"},
		{"力争用〔5〕个月完成。", "takes-so-long"},
		{"自第三年起〔5〕年内可分期缴清。", "compared threshold"},
		{"年起〔5〕年内可分期缴清。", "compared threshold"},
		{"优惠期自2012年起〔5〕年。", "term threshold"},
		{"企业投产后〔5〕年内达产。", "compared threshold"},
	})
}

// In a paper of unknown date a year tells of a time to come, and no year does not.
func TestPastWithoutDate(t *testing.T) {
	for text, want := range map[string]bool{"近年来，新增泊位500个以上。": false, "近年来，力求到2025年新增泊位500个以上。": true} {
		clock := &yearClock{}
		found := candidatesIn(newParagraph(text, source.Span{End: len(text)}), &sectionScope{}, clock)
		if got := len(found) == 1; got != want {
			t.Errorf("%s\ncounts: %v, want %v", text, got, want)
		}
	}
}
