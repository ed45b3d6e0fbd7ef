package target

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/source"
)

// readYears returns the years that a text names, one each: what it reads, the year, its use.
func readYears(text string) string {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	_, years := readNumbers(t)
	var out []string
	for _, y := range years {
		s := fmt.Sprintf("%s=%d", t.s[y.start:y.end], y.year)
		if y.list != nil {
			s += fmt.Sprint(y.list)
		}
		if y.until {
			s += " until"
		}
		if y.rule != "" {
			s += " " + y.rule
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestYears(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2025年，２０３０年6月30日、二〇二五年", "2025年=2025; 2030年6月30日=2030; 二〇二五年=2025"},
		{"2025年、2030年", "2025年、2030年=2030[2025 2030]"},
		{"2021年和2022年和2023年", "2021年和2022年和2023年=2023[2021 2022 2023]"},
		{"2021—2023年，2021-2022年、2023年", "2021-2023年=2023; 2021-2022年、2023年=2023[2022 2023]"},
		{"2020年版目录，2020年月均，2020年6日，2020个", "2020年=2020; 2020年=2020"},
		{"到2025年底，至2025年，力争2025年，2025年年底前，2025年前", "2025年=2025 until; 2025年=2025 until; 2025年=2025 until; 2025年=2025 until; 2025年=2025 until"},
		{"较2020年，2020年水平，2020年以前建成的小区，2020年以来，自2020年，从2020年", "2020年=2020 compared-with-a-year; 2020年=2020 on-the-basis-of-a-year; 2020年=2020 built-before-a-year; 2020年=2020 beginning-with-a-year; 2020年=2020 from-a-year-on; 2020年=2020 from-a-year-on"},
		{"“十四五”期间，“十三五”末，较“十三五”末", "“十四五”期间=2025 until; “十三五”末=2020 until; “十三五”末=2020 compared-with-a-year"},
		{"“十四五”“十五五”期间，“十四五”、“十五五”时期", "“十四五”“十五五”期间=2030[2025 2030] until; “十四五”、“十五五”时期=2030[2025 2030] until"},
		{"《“十四五”时期规划》，“十四五”规划，“十个五”期间，“十四六”期间，四五”期间期间", ""},
	} {
		if got := readYears(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestPlanBegins(t *testing.T) {
	for title, want := range map[string]int{"甲市规划（2021—2035年）": 2021, "甲市“十四五”规划": 2021, "甲市规划": 0} {
		if got := planBegins(title); got != want {
			t.Errorf("%s begins %d, want %d", title, got, want)
		}
	}
}

// TestYearRules reads the year of each number of a text in a paper of 2021, with the rule that gave or
// denied it.
func TestYearRules(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		goal       bool
	}{
		{"每年培训100人，2025年培训500人。", "0 comes-again; 2025 year-before-it", false},
		{"到2025年，每3～5年参与5次。每周检查5次，建成6个。5年建成6个。", "2025 year-before-it; 0 comes-again; 0 comes-again; 2025 year-that-opens; 2025 year-that-opens; 2025 year-that-opens", false},
		{"今年建成5个。全年新增6个，全年预算7个。本年底前8个，2025年底9个，近年内1个。", "2021 this-year; 2021 this-year; 0 ; 2021 this-year; 2025 year-before-it; 2025 year-before-it", false},
		{"今年的任务7个。", "2021 this-year", false},
		{"全年预算7个。明年底8个。3年内9个。", "0 ; 0 ; 0 ; 0 ", false},
		{"建成5个，2025年底前完成。建成6个，2025年完成。建成7个，扩建，2025年底前完成。建成8个。2025年底前，完成。", "2025 deadline-behind-it; 0 ; 0 ; 0 ", false},
		{"建成5个，" + strings.Repeat("甲", 70) + "2025年底前完成。", "0 ", false},
		{"建成5个，2025年底前印发。建成6个，2025年底前印发，完成。建成7个，2025年底前完成8个。", "0 ; 0 ; 0 ; 2025 year-before-it", false},
		{"建成5个，", "0 ", false},
		{"项目2025年底前建成，覆盖率达到6%。管网7公里，其中2025年8公里；新建9公里。2025年，新建7公里；改建8公里。", "0 ; 0 ; 2025 year-before-it; 0 another-matter; 2025 year-before-it; 2025 year-before-it", false},
		{"2022年、2023年分别减少5个、6个；建成7个。", "2023 year-before-it; 2023 year-before-it; 0 another-matter", false},
		{"一是到2025年建成5个；二是建成6个。到2025年，一是建成7个；二是建成8个。", "2025 year-before-it; 0 another-matter; 2025 year-before-it; 2025 year-before-it", false},
		{"建成5个（完成时限：2022年12月）。建成6个，时限：2023年。建成7个（开工时间：2022年）。建成8个（完成时限：较2022年）。", "2022 deadline-behind-it; 2023 deadline-behind-it; 0 ; 0 ", false},
		{"较2020年增长5%，2025年增长6%。建成7个，到2030年建成8个。", "0 ; 2025 year-before-it; 2025 year-among-goals; 2030 year-before-it", true},
	} {
		p := newParagraph(tt.text, source.Span{Start: 0, End: len(tt.text)})
		numbers, years := readNumbers(p)
		clock := &yearClock{goal: tt.goal, now: 2021}
		clock.enter(p, years)
		var got []string
		for _, n := range numbers {
			year := clock.at(n.start)
			got = append(got, fmt.Sprint(year.year, " ", year.rule))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

// TestNoYearOfPaper reads a paper whose year is not known: 今年 names none.
func TestNoYearOfPaper(t *testing.T) {
	text := "今年建成5个。"
	p := newParagraph(text, source.Span{Start: 0, End: len(text)})
	clock := &yearClock{}
	clock.enter(p, nil)
	if year := clock.at(strings.Index(text, "5")); year.year != 0 || year.rule != "" {
		t.Errorf("%s is for %d by %q", text, year.year, year.rule)
	}
}

// TestBaseYears reads the year with which the last number of a text is compared.
func TestBaseYears(t *testing.T) {
	for text, want := range map[string]int{
		"较2020年增长5": 2020, "较2020年增长5%，面积增长6": 2020, "较2020年增长5%，面积达到6": 0, "较2015年增长4%，较2020年面积6": 2020, "较2020年增长5%。面积增长6": 0, "增长5": 0,
	} {
		p := newParagraph(text, source.Span{Start: 0, End: len(text)})
		numbers, years := readNumbers(p)
		clock := &yearClock{}
		clock.enter(p, years)
		if got := clock.base(numbers[len(numbers)-1].start); got != want {
			t.Errorf("%s is compared with %d, want %d", text, got, want)
		}
	}
}
