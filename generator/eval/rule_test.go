package eval_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/eval"
	"zhengce/generator/policy"
	"zhengce/generator/record"
)

// TestRuleScores counts findings by rule, and those that the gold agrees with.
func TestRuleScores(t *testing.T) {
	of := func(s string) *string { return &s }
	year, one := 2020, 1
	gold := []*eval.Gold{{
		File:        "a.txt",
		Measures:    []eval.GoldMeasure{{ID: "一/（一）"}},
		Citations:   []eval.GoldCitation{{Number: "甲政〔2020〕1号"}},
		Assignments: []eval.GoldAssignment{{Measure: "一/（一）", Agencies: []eval.GoldAgency{{Name: "甲市财政局", Role: "lead"}, {Name: "甲市教育局", Role: "support"}}}},
		Annex:       []eval.GoldRow{{No: &one, Task: "修路", Agencies: []eval.GoldAgency{{Name: "甲市交通局", Role: "joint"}}}},
		Indicators:  []eval.GoldIndicator{{Quote: "新建公园10个", Value: 10, Unit: "个", Kind: "target", Year: 2020}},
	}}
	body := func(name, role string) record.Agency {
		return record.Agency{Written: name, Name: name, Role: role, Basis: of("as-written")}
	}
	number := func(value float64, kind string) record.Indicator {
		return record.Indicator{Quote: "新建公园10个", Value: value, Unit: "个", Kind: kind, Year: &year, Basis: of("counts"), KindBasis: of("kind"), YearBasis: of("year")}
	}
	records := []*record.Record{
		{
			File:      "a.txt",
			Measures:  []record.Measure{{ID: "一/（一）", Basis: of("clause")}, {ID: "二", Basis: of("clause")}},
			Citations: []record.Citation{{Number: of("甲政〔2020〕1号"), Basis: of("number")}, {Title: of("办法"), Basis: of("title")}},
			Assignments: []record.Assignment{
				{Measure: "一/（一）", Rule: "lead-word", Found: of("bracket"), Agencies: []record.Agency{body("甲市财政局", "lead"), body("甲市教育局", "support")}},
				{Measure: "一/（一）", Rule: "lead-word", Found: of("bracket"), Agencies: []record.Agency{body("甲市财政局", "joint"), body("甲市水利局", "support")}},
			},
			Annex:      []record.AnnexRow{{No: &one, Task: "修路", Rule: "column", Agencies: []record.Agency{body("甲市交通局", "joint")}}},
			Indicators: []record.Indicator{number(10, "threshold"), number(11, "target")},
		},
		{File: "b.txt", Measures: []record.Measure{{ID: "三", Basis: of("clause")}}},
	}
	got := eval.Rules(gold, records)
	want := eval.RuleScores{
		"clause": {3, 2, 1}, "number": {1, 1, 1}, "title": {1, 1, 0}, "lead-word": {2, 2, 1}, "bracket": {2, 2, 2}, "column": {1, 1, 1},
		"as-written": {5, 5, 4}, "counts": {2, 2, 1}, "kind": {1, 1, 0}, "year": {1, 1, 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var b bytes.Buffer
	book := policy.RuleBook{{Name: "measures", Title: "措施", Rules: []policy.Rule{{Name: "clause"}, {Name: "never"}}}}
	if err := eval.WriteRules(&b, book, got); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if f := strings.Fields(lines[3]); strings.Join(f, " ") != "clause 3 2 1 0.500" {
		t.Errorf("the line of a rule is %q", lines[3])
	}
	got.Add(eval.RuleScores{"clause": {5, 4, 4}, "never": {1, 0, 0}})
	file := got.Precision(book, []string{"seeds (2 papers)", "round 1 (1 papers)"})
	if lines := strings.Split(file, "\n"); !strings.Contains(lines[1], "on seeds (2 papers), round 1 (1 papers).") || lines[2] != "clause 6 5" || lines[3] != "" {
		t.Errorf("the program keeps\n%s", file)
	}
	if f := strings.Fields(lines[4]); strings.Join(f, " ") != "never 0 0 0" {
		t.Errorf("the line of a rule that was never used is %q", lines[4])
	}
}
