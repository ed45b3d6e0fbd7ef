package target

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// finderOf returns a finder for a paper of the given text.
func finderOf(text string) *finder {
	d, _ := document.Parse(source.NewFile("t.txt", text))
	return newFinder(d)
}

func TestAnnualYear(t *testing.T) {
	for title, want := range map[string]int{
		"甲市2021年发展计划": 2021, "甲市2022年发展计划": 2022, "甲市2020年发展计划": 0, "甲市自2021年实施的发展计划": 0, "甲市到2021年的发展计划": 0,
		"甲市2021年6月发展计划": 0, "甲市2021年、2022年发展计划": 0, "甲市2021年落实2020年要求的计划": 0, "甲市发展计划": 0,
	} {
		f := finderOf(title + "\n一、任务\n新增企业80户。\n甲市人民政府\n2021年2月21日")
		if f.annual.year != want {
			t.Errorf("%s plans %d, want %d", title, f.annual.year, want)
		}
	}
	if f := finderOf("甲市2015年发展计划\n一、任务\n新增企业80户。"); f.annual.year != 2015 {
		t.Errorf("a paper of unknown date plans %d, want 2015", f.annual.year)
	}
}

func TestHeadingYear(t *testing.T) {
	for heading, want := range map[string]int{
		"2021年工作安排": 2021, "今年主要任务": 2021, "2021年概况": 0, "2021年重点工作完成情况": 0, "2020年工作安排": 0, "2021年至2023年、2025年工作安排": 2025, "2021年和到2025年的工作安排": 0,
		"到2025年的任务": 0, "2021年起的工作安排": 0, "2021年工作和2022年起的工作": 0, "工作安排": 0,
		"“十四五”时期主要目标": 2025, "“十四五”主要目标": 2025, "“十四五”规划任务": 0, "今后五年的主要任务": 2025, "“十四五”时期目标和2021年工作安排": 0, "2020年工作回顾和2021年工作安排": 2021,
	} {
		f := finderOf("甲市报告\n一、" + heading + "\n抓好落实。\n甲市人民政府\n2021年2月21日")
		if got, _ := f.headingYear(f.d.Bodies[0].Sections[0].Title); got.year != want {
			t.Errorf("%s plans %d, want %d", heading, got.year, want)
		}
	}
}

// TestBare reads a paper without an outline from behind its recipients to its signature.
func TestBare(t *testing.T) {
	f := finderOf("甲县关于开展清洁行动的通知\n建成园区20个以上。\n建成基地30个以上。\n甲县人民政府\n2021年3月1日\n附件：建成中心40个以上")
	f.d.Recipients = source.Span{Start: strings.Index(f.file, "建成园区"), End: strings.Index(f.file, "建成基地")}
	var got []string
	for _, ind := range f.find(nil, nil) {
		got = append(got, describe(ind))
	}
	if strings.Join(got, "; ") != "≥30个" {
		t.Errorf("got %q, want ≥30个", got)
	}
}
