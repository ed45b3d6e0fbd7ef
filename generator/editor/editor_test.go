package editor_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/document"
	"zhengce/generator/editor"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// paper has a group, a target, a citation and a gap in its numbers, and a sentence that stands twice.
const paper = `河南省人民政府关于加快发展的意见

　　为落实《关于承接产业转移的指导意见》（国发〔2010〕28号），提出以下意见。

　　一、总体要求

　　（一）主要目标。到2020年，主营业务收入超过7万亿元，建成一批示范园区。完善工作机制。

　　（三）优化布局，突出主导产业，统筹城乡发展。（省发展改革委、财政厅）完善工作机制。加强组织 领导，由省商务厅汇总情况。
`

func facts() (*policy.Facts, source.ErrorList) {
	d, odd := document.Parse(source.NewFile("seeds/x.txt", paper))
	f, doubts := extract.Document(d)
	return f, append(odd, doubts...)
}

// describe writes what an editor can change, one line each.
func describe(f *policy.Facts) []string {
	out := []string{fmt.Sprintf("meta %s %s %s %v", f.Meta.Title, f.Meta.Number, f.Meta.Date, f.Meta.Known)}
	for _, a := range f.Assignments {
		line := "group " + a.Measure + " " + a.Found + " " + a.Basis.Rule
		for _, g := range a.Agencies {
			line += fmt.Sprintf(" %s:%s", g.Role, g.Name)
		}
		out = append(out, line+" covers "+f.Document.File.Squeezed(a.Covers))
	}
	for _, i := range f.Indicators {
		out = append(out, fmt.Sprintf("indicator %s %s %s%v%s %d %s", i.Measure, i.Subject, i.Cmp, i.Number, i.Unit, i.Year, i.Kind))
	}
	for _, c := range f.Citations {
		out = append(out, fmt.Sprintf("citation %s %s", c.Number, c.Title))
	}
	return out
}

func TestApply(t *testing.T) {
	tests := []struct {
		name, yaml string
		gone, come []string // lines of describe that the file takes away and brings
	}{
		{"nothing", "", nil, nil},
		{"only a remark", "# checked\n", nil, nil},
		{"meta", "number: 豫政〔2015〕42号\ndate: 2015-07-20\n",
			[]string{"meta 河南省人民政府关于加快发展的意见   []"}, []string{"meta 河南省人民政府关于加快发展的意见 豫政〔2015〕42号 2015-07-20 [number date]"}},
		{"a group has other roles", "corrections:\n  - assignment: （省发展改革委、财政厅）\n    agencies: [{written: 财政厅, role: lead}]\n",
			[]string{"group 一/（三） bodies-in-brackets none joint:河南省发展改革委 joint:河南省财政厅 covers 优化布局，突出主导产业，统筹城乡发展。"},
			[]string{"group 一/（三） bodies-in-brackets editor lead:河南省财政厅 covers 优化布局，突出主导产业，统筹城乡发展。"}},
		{"a group is none", "corrections:\n  - assignment: （省发展改革委、财政厅）\n    remove: true\n",
			[]string{"group 一/（三） bodies-in-brackets none joint:河南省发展改革委 joint:河南省财政厅 covers 优化布局，突出主导产业，统筹城乡发展。"}, nil},
		{"a group is added, white space aside", "corrections:\n  - assignment: 加强组织领导，由省商务厅汇总情况\n    agencies: [{written: 省商务厅, name: 河南省商务厅, role: sole}]\n",
			nil, []string{"group 一/（三） editor editor sole:河南省商务厅 covers 完善工作机制。"}},
		{"a year and a comparator", "corrections:\n  - indicator: 超过7万亿元\n    year: 2025\n    cmp: \"≥\"\n",
			[]string{"indicator 一/（一） 主营业务收入 >7万亿元 2020 target"}, []string{"indicator 一/（一） 主营业务收入 ≥7万亿元 2025 target"}},
		{"a target is none", "corrections:\n  - indicator: 超过7万亿元\n    remove: true\n",
			[]string{"indicator 一/（一） 主营业务收入 >7万亿元 2020 target"}, nil},
		{"a target is added", "corrections:\n  - indicator: 建成一批示范园区\n    subject: 示范园区\n    value: 1\n    unit: 批\n    kind: threshold\n",
			nil, []string{"indicator 一/（一） 示范园区 =1批 0 threshold"}},
		{"a citation has another number", "corrections:\n  - citation: 《关于承接产业转移的指导意见》\n    number: 国发〔2010〕29号\n",
			[]string{"citation 国发〔2010〕28号 关于承接产业转移的指导意见"}, []string{"citation 国发〔2010〕29号 关于承接产业转移的指导意见"}},
		{"a citation is none", "corrections:\n  - citation: 国发〔2010〕28号\n    remove: true\n",
			[]string{"citation 国发〔2010〕28号 关于承接产业转移的指导意见"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, _ := facts()
			before := describe(f)
			known, errs := editor.Parse("seeds/x.yaml", []byte(tt.yaml))
			errs = append(errs, known.Apply(f)...)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			after := describe(f)
			for _, line := range before {
				if slices.Contains(tt.gone, line) == slices.Contains(after, line) {
					t.Errorf("after the correction: %q\nof which gone: %v", line, !slices.Contains(after, line))
				}
			}
			for _, line := range after {
				if slices.Contains(tt.come, line) == slices.Contains(before, line) {
					t.Errorf("the correction brought %q", line)
				}
			}
			if want := len(before) - len(tt.gone) + len(tt.come); len(after) != want {
				t.Errorf("%d findings, want %d:\n%s", len(after), want, strings.Join(after, "\n"))
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	tests := []struct{ name, yaml, want string }{
		{"unknown key", "title: 一\nnumbre: 二\n", `seeds/x.yaml:2:1: unknown field "numbre"` + "\n\tknown keys: "},
		{"unknown key of a correction", "corrections:\n  - indicator: 超过7万亿元\n    jahr: 2020\n", `seeds/x.yaml:3:5: unknown field "jahr"`},
		{"key twice", "title: 一\ntitle: 二\n", "seeds/x.yaml:2:1: "},
		{"no YAML", "title: [\n", "seeds/x.yaml:1:"},
		{"list where a text is due", "title: [一, 二]\n", "seeds/x.yaml:1:8: expected a text"},
		{"a list", "- title\n", "seeds/x.yaml:1:1: "},
		{"two documents", "---\ntitle: 一\n---\nnumber: 二\n", "seeds/x.yaml:3:1: a line --- begins a second document"},
		{"no date", "date: 2015年7月20日\n", `seeds/x.yaml:1:7: "2015年7月20日" is no date` + "\n\texpected YYYY-MM-DD"},
		{"unknown status", "status: 好\n", `seeds/x.yaml:1:9: unknown status "好"` + "\n\texpected 有效"},
		{"unknown role", "corrections:\n  - assignment: （省发展改革委、财政厅）\n    agencies: [{written: 财政厅, role: boss}]\n", `seeds/x.yaml:3:26: unknown role "boss"` + "\n\texpected lead"},
		{"unknown comparator", "corrections:\n  - indicator: 超过7万亿元\n    cmp: \"!\"\n", `seeds/x.yaml:3:10: unknown comparator "!"`},
		{"unknown kind", "corrections:\n  - indicator: 超过7万亿元\n    kind: wish\n", `seeds/x.yaml:3:11: unknown kind "wish"`},
		{"two keys", "corrections:\n  - indicator: 超过7万亿元\n    citation: 国发〔2010〕28号\n", "seeds/x.yaml:2:16: a correction is keyed by exactly one of assignment, indicator, citation"},
		{"words that went away", "corrections:\n  - indicator: 超过8万亿元\n    year: 2020\n", `seeds/x.yaml:2:16: the words "超过8万亿元" stand no longer in the paper` + "\n\tquote the words as they stand in seeds/x.txt"},
		{"words that stand twice", "corrections:\n  - assignment: 完善工作机制\n    agencies: [{written: 完善, role: sole}]\n", `seeds/x.yaml:2:17: the words "完善工作机制" stand 2 times in the paper`},
		{"no such measure", "corrections:\n  - assignment: 完善工作机制\n    measure: 九\n    remove: true\n", `seeds/x.yaml:2:17: the paper has no measure "九"`},
		{"nothing to remove", "corrections:\n  - indicator: 建成一批示范园区\n    remove: true\n", "seeds/x.yaml:2:16: no indicator was found at these words; there is nothing to remove"},
		{"not enough to add", "corrections:\n  - indicator: 建成一批示范园区\n    year: 2020\n", "seeds/x.yaml:2:16: no indicator was found at these words; to add one give subject, value and unit"},
		{"an agency that stands elsewhere", "corrections:\n  - assignment: （省发展改革委、财政厅）\n    agencies: [{written: 省商务厅, role: sole}]\n", `seeds/x.yaml:2:17: agency "省商务厅" does not stand in the words of the assignment, in this order`},
		{"accepted doubt that is none", "accept:\n  - number-gap: （九）\n", `seeds/x.yaml:2:17: no doubt number-gap about "（九）" is left to accept`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, doubts := facts()
			known, errs := editor.Parse("seeds/x.yaml", []byte(tt.yaml))
			if known != nil && len(errs) == 0 {
				errs = append(known.Apply(f), known.Settle(doubts).Failures()...)
			}
			if len(errs) == 0 || !strings.HasPrefix(errs[0].Error(), tt.want) || len(errs.Failures()) != len(errs) {
				t.Errorf("problems:\n%v\nwant:\n%s", errs, tt.want)
			}
		})
	}
}

// TestMeasureTells takes one of two places by the measure that it stands in.
func TestMeasureTells(t *testing.T) {
	f, _ := facts()
	known, errs := editor.Parse("x.yaml", []byte("corrections:\n  - assignment: 完善工作机制\n    measure: 一/（一）\n    agencies: [{written: 工作机制, role: sole}]\n"))
	if errs = append(errs, known.Apply(f)...); len(errs) > 0 {
		t.Fatal(errs)
	}
	if got := f.Assignments[0]; got.Measure != "一/（一）" || got.Agencies[0].Written != "工作机制" {
		t.Errorf("the first group is now %+v", got)
	}
}

// TestIssuers names the bodies of an editor's issuer, each for itself.
func TestIssuers(t *testing.T) {
	for yaml, want := range map[string][]string{
		"issuer: 甲市教育局、甲市财政局\n": {"甲市教育局", "甲市财政局"}, "issuer: 甲市教育局 甲市财政局\n": {"甲市教育局", "甲市财政局"}, "kind: 意见\n": {"河南省人民政府"},
	} {
		f, _ := facts()
		known, errs := editor.Parse("x.yaml", []byte(yaml))
		if errs = append(errs, known.Apply(f)...); len(errs) > 0 || !slices.Equal(f.Meta.Issuers, want) {
			t.Errorf("%s: issuers %q, %v", yaml, f.Meta.Issuers, errs)
		}
	}
}

// TestRemedy takes the words that a doubt offers as its remedy: they settle it.
func TestRemedy(t *testing.T) {
	_, doubts := facts()
	settled := 0
	for _, p := range doubts {
		_, yaml, ok := strings.Cut(editor.Remedy(p), ":\n")
		if !ok || !strings.HasPrefix(yaml, "accept:") {
			continue
		}
		known, errs := editor.Parse("seeds/x.yaml", []byte(yaml))
		if len(errs) > 0 {
			t.Fatalf("%s\n%v", yaml, errs)
		}
		left := known.Settle(doubts)
		if slices.Contains(left, p) || len(left.Failures()) > 0 {
			t.Errorf("%s\nleaves\n%v", yaml, left)
		}
		settled++
	}
	if settled == 0 {
		t.Errorf("no doubt of the paper has a remedy that accepts it: %v", doubts)
	}
}

// TestCorrectionsSettle: a correction takes away the doubts that it answers, at its words alone.
func TestCorrectionsSettle(t *testing.T) {
	f, _ := facts()
	words := "（省发展改革委、财政厅）"
	at := strings.Index(f.Document.File.Text, words)
	var doubts source.ErrorList
	for _, d := range []struct {
		code string
		off  int
	}{{"agency-slip", at + 3}, {"group-unread", at}, {"agency-unread", at + len(words)}, {"number-gap", at + 3}, {"target-year", at + 3}} {
		doubts.Add(f.Document.File, d.off, source.Warning, d.code, "x")
	}
	known, errs := editor.Parse("seeds/x.yaml", []byte("corrections:\n  - {assignment: "+words+", agencies: [{written: 财政厅, role: lead}]}\n"))
	if errs = append(errs, known.Apply(f)...); len(errs) > 0 || at < 0 {
		t.Fatal(errs, at)
	}
	if left := known.Settle(doubts); !slices.Equal(left, doubts[2:]) {
		t.Errorf("left are\n%v", left)
	}
}

func TestLoad(t *testing.T) {
	fsys := fstest.MapFS{"seeds/a.yaml": {Data: []byte("title: 甲\n")}, "seeds/b.yaml": {Data: []byte(" \n")}}
	if f, errs := editor.Load(fsys, "seeds/a.docx"); len(errs) > 0 || f.Title.Value != "甲" || f.Title.Line != 1 || f.Title.Column != 8 {
		t.Errorf("a.yaml is read as %+v, %v", f, errs)
	}
	if f, errs := editor.Load(fsys, "seeds/b.txt"); len(errs) > 0 || f == nil {
		t.Errorf("an empty file is read as %+v, %v", f, errs)
	}
	if f, errs := editor.Load(fsys, "seeds/none.txt"); len(errs) > 0 || f != nil {
		t.Errorf("no file is read as %+v, %v", f, errs)
	}
	var none *editor.File
	if errs := none.Apply(nil); errs != nil {
		t.Error(errs)
	}
}

// FuzzParse reads any bytes as an editor's file and applies it: no panic, every problem has the
// file's name and a message, and what was corrected stands in the paper.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"title: 一\n", "corrections:\n  - indicator: 超过7万亿元\n    year: 2025\n", "corrections:\n  - assignment: （省发展改革委、财政厅）\n    agencies: [{written: 财政厅, role: lead}]\n",
		"accept:\n  - number-gap: （三）\n", "corrections:\n  - citation: 国发〔2010〕28号\n    remove: true\n", "subject: [一, 二]\n", "a: &a [*a]\n", "? x\n", "corrections: ~\n", "- 1", "title: |\n  x\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		facts, doubts := facts()
		known, errs := editor.Parse("x.yaml", data)
		errs = append(append(errs, known.Apply(facts)...), known.Settle(doubts).Failures()...)
		for _, e := range errs {
			if e.File != "x.yaml" || e.Message == "" || strings.Contains(e.Message, "\n") {
				t.Errorf("problem %+v", e)
			}
		}
		for _, a := range facts.Assignments {
			for _, g := range a.Agencies {
				if !a.Span.Contains(g.Span) || facts.Document.File.Squeezed(g.Span) != g.Written {
					t.Errorf("agency %+v in %+v", g, a.Span)
				}
			}
		}
	})
}
