package invariant

import (
	"slices"
	"testing"

	"zhengce/generator/extract"
	"zhengce/generator/internal/facttest"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestSeeds holds that nothing that is right is doubtful.
func TestSeeds(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		facts, _ := facttest.Read(t, f)
		for _, d := range Check(facts) {
			t.Errorf("%v（%s）", d.Error, d.Code)
		}
	}
}

// TestRuleNames holds that no invariant has the name of another rule.
func TestRuleNames(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range append(extract.Rules(), Rules()...) {
		for _, r := range c.Rules {
			if seen[r.Name] {
				t.Errorf("two rules are called %s", r.Name)
			}
			seen[r.Name] = true
		}
	}
}

// TestMark gives findings the doubts that an editor has not accepted.
func TestMark(t *testing.T) {
	p := read(t, "一、修路\n（一）修好道路。（市交通局、〔市水利局：张三〕）")
	p.group(false)
	doubts := Check(p.Facts)
	bodies := p.Assignments[0].Agencies
	if len(bodies[1].Doubts) > 0 {
		t.Errorf("Check itself marks %q", bodies[1].Doubts.Names())
	}
	doubts.Mark(source.ErrorList{})
	if len(bodies[1].Doubts) > 0 {
		t.Errorf("accepted doubts leave %q", bodies[1].Doubts.Names())
	}
	doubts.Mark(doubts.Problems())
	doubts.Mark(doubts.Problems())
	if got := bodies[1].Doubts.Names(); !slices.Equal(got, []string{"body-mark"}) || len(bodies[0].Doubts) > 0 {
		t.Errorf("the bodies have the doubts %q and %q", bodies[0].Doubts.Names(), got)
	}
}

// TestPrecision holds that what is kept of each rule can be.
func TestPrecision(t *testing.T) {
	if len(tallies) < 50 {
		t.Errorf("%d rules were judged; run make rules", len(tallies))
	}
	for name, x := range tallies {
		if x.judged < 1 || x.agreed < 0 || x.agreed > x.judged {
			t.Errorf("%s: gold agrees with %d of %d", name, x.agreed, x.judged)
		}
	}
}

// TestUnsure doubts what was found by a rule that gold often disagrees with, and nothing by one that it was
// never asked about.
func TestUnsure(t *testing.T) {
	before := tallies
	defer func() { tallies = before }()
	tallies = readTallies("# rule judged agreed\ngood 20 18\nbad 20 17\n")
	rule := map[string][]string{"good": nil, "bad": {"rule-unsure"}, "never": nil}
	for name, want := range rule {
		p := read(t, "一、修路\n（一）修好道路〔30条〕。")
		p.number()
		p.Indicators[0].KindRule = name
		doubts := Check(p.Facts)
		doubts.Mark(doubts.Problems())
		if got := p.Indicators[0].Doubts.Names(); !slices.Equal(got, want) {
			t.Errorf("a number by %s has the doubts %q", name, got)
		}
	}
	book := Measured(policy.RuleBook{{Rules: []policy.Rule{{Name: "bad"}, {Name: "never"}}}})
	if r := book[0].Rules[0]; r.Judged != 20 || r.Agreed != 17 || r.Precision() != 0.85 {
		t.Errorf("the book has %+v", r)
	}
	if r := book[0].Rules[1]; r.Judged != 0 || r.Precision() != 1 {
		t.Errorf("the book has %+v", r)
	}
}
