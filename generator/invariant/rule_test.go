package invariant

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// TestRules makes, of the two sentences of each rule, the finding that stands in 〔〕, as a reader gone wrong might:
// the first is doubtful by the rule, the second is not, and neither is while the rule does not hold.
func TestRules(t *testing.T) {
	for _, chapter := range Rules() {
		if chapter.Title == "" || chapter.About == "" || len(chapter.Rules) == 0 {
			t.Errorf("chapter %q lacks its title, what it is about or its rules", chapter.Name)
		}
		for _, r := range chapter.Rules {
			if r.Says == "" || strings.HasSuffix(r.Says, "。") || r.Verdict != policy.AsDoubt {
				t.Errorf("rule %s lacks a proper saying or verdict", r.Name)
			}
			if chapter.Name == unsureChapter.Name {
				continue // it judges rules, not texts
			}
			t.Run(r.Name, func(t *testing.T) {
				if got := doubtsAbout(t, chapter.Name, r, r.Takes); !slices.Contains(got, r.Name) {
					t.Errorf("%s\nis doubted by %q only", r.Takes, got)
				}
				if got := doubtsAbout(t, chapter.Name, r, r.Leaves); len(got) > 0 {
					t.Errorf("%s\nis doubted by %q", r.Leaves, got)
				}
				policy.Without(r.Name, func() {
					if got := doubtsAbout(t, chapter.Name, r, r.Takes); slices.Contains(got, r.Name) {
						t.Errorf("%s\nis doubted by a rule that does not hold", r.Takes)
					}
				})
			})
		}
	}
}

// doubtsAbout returns the doubts about the finding marked in a sentence of a rule.
func doubtsAbout(t *testing.T, chapter string, r policy.Rule, sentence string) []string {
	t.Helper()
	filler := strings.Repeat("各乡也要修好道路", 400)
	if chapter == groupChapter.Name {
		filler = strings.Repeat("、市水利局", longGroup)
	}
	p := read(t, strings.ReplaceAll(sentence, "……", filler))
	switch chapter {
	case headChapter.Name:
		p.head(r.Name)
	case bodyChapter.Name, groupChapter.Name:
		p.group(chapter == groupChapter.Name)
	case numberChapter.Name:
		p.number()
	case citationChapter.Name:
		p.Citations = []*policy.Citation{{Span: p.at, Title: strings.Trim(p.marked(), "《》")}}
	}
	var out []string
	at := p.Document.File.Position(p.at.Start)
	for _, e := range Check(p.Facts).Problems() {
		if e.Position == at || chapter == headChapter.Name {
			out = append(out, e.Code)
		}
	}
	return out
}

// A paper is made of the lines of a sentence, each with its number as a section and measure; at is what stands
// in 〔〕.
type paper struct {
	*policy.Facts
	at source.Span
}

func read(t *testing.T, sentence string) *paper {
	t.Helper()
	start := strings.Index(sentence, "〔")
	end := strings.Index(sentence, "〕") - len("〔")
	if start < 0 || end < start || strings.Count(sentence, "〔") > 1 {
		t.Fatalf("%q marks no place with 〔〕, or several", sentence)
	}
	f := source.NewFile("rule.txt", strings.NewReplacer("〔", "", "〕", "").Replace(sentence))
	p := &paper{&policy.Facts{Document: &document.Document{File: f}}, source.Span{Start: start, End: end}}
	p.Meta.Date = "2021-03-01"
	ids := map[string]int{}
	var part *document.Section
	for _, b := range f.Blocks {
		block := &document.Block{Span: b.Span}
		p.Document.Blocks = append(p.Document.Blocks, block)
		mark, n := numeral.ReadMark(f.Slice(b.Span))
		if n == 0 {
			continue
		}
		s := &document.Section{Span: b.Span, Mark: mark, Title: source.Span{Start: b.Start + n, End: b.End}, Parent: part}
		block.Section = s
		if mark.Style == numeral.Comma {
			part, s.Parent = s, nil
			clear(ids)
		} else if i := strings.Index(f.Slice(s.Title), "。"); i >= 0 {
			s.Title.End = s.Title.Start + i
		}
		m := &policy.Measure{Span: b.Span, Section: s, Text: source.Span{Start: b.Start + n, End: b.End}, Heading: f.Slice(s.Title)}
		m.ID = s.Mark.String()
		if s.Parent != nil {
			m.ID = s.Parent.Mark.String() + "/" + m.ID
		}
		if ids[m.ID]++; ids[m.ID] > 1 {
			m.ID += "·2"
		}
		p.Measures = append(p.Measures, m)
	}
	return p
}

func (p *paper) marked() string { return p.Document.File.Slice(p.at) }

// measure returns the measure that holds the marked place.
func (p *paper) measure() *policy.Measure {
	var in *policy.Measure
	for _, m := range p.Measures {
		if m.Span.Contains(p.at) {
			in = m
		}
	}
	return in
}

var (
	day     = regexp.MustCompile(`(\d{4})年(\d+)月(\d+)日`)
	posted  = regexp.MustCompile(`发布日期：(\S+)`)
	cited   = regexp.MustCompile(`按照(\p{Han}+)\[(\d{4})\](\d+)号`)
	printed = regexp.MustCompile(`(\p{Han}+)\[(\d{4})\](\d+)号`)
	numbers = regexp.MustCompile(`\d+`)
	target  = regexp.MustCompile(`到(\d{4})年`)
)

// head makes the head of the paper, with what is marked in the field that the rule is about.
func (p *paper) head(rule string) {
	text := p.Document.File.Text
	p.Meta.Date = ""
	if m := day.FindStringSubmatch(text); m != nil {
		p.Meta.Date = m[1] + "-0" + m[2] + "-0" + m[3]
	}
	if m := posted.FindStringSubmatch(text); m != nil {
		p.Meta.Published = m[1]
	}
	if m := cited.FindStringSubmatch(text); m != nil {
		p.Citations = []*policy.Citation{{Number: words.NumberOf(m[1], m[2], m[3])}}
	}
	field, _, _ := strings.Cut(rule, "-")
	switch field {
	case "region":
		p.Meta.Region = p.marked()
	case "title", "paper":
		if p.measure() != nil {
			break // the paper has no title
		}
		p.Meta.Title, p.Document.Title = p.marked(), p.at
		if strings.HasSuffix(p.marked(), "方案") {
			p.Meta.Kind = "方案"
		}
	case "number":
		m := printed.FindStringSubmatch(p.marked())
		p.Meta.Number = words.NumberOf(m[1], m[2], m[3])
	case "issuer":
		p.Meta.Issuers = []string{p.marked()}
	case "recipients":
		p.Meta.Recipients = strings.TrimSuffix(p.marked(), "：")
	}
	if rule == "paper-silent" {
		p.Measures = nil
	}
}

// group makes groups of the bodies in brackets, up to the one that is marked or in which one is marked.
func (p *paper) group(whole bool) {
	text := p.Document.File.Text
	if whole {
		for _, s := range brackets.FindAllStringIndex(text[:p.at.End], -1) {
			p.groupAt(source.Span{Start: s[0], End: s[1]}, source.Span{})
		}
		return
	}
	start := strings.LastIndex(text[:p.at.Start], "。（") + len("。")
	p.groupAt(source.Span{Start: start, End: p.at.End}, p.at)
}

var brackets = regexp.MustCompile(`（[^（）]{2,}）`)

// groupAt makes a group of the bodies at s, of which the last stands at the place marked, if any does.
func (p *paper) groupAt(s, marked source.Span) {
	text := p.Document.File.Text
	a := &policy.Assignment{Span: s}
	for _, m := range p.Measures {
		if m.Span.Contains(s) {
			a.Measure, a.Covers = m.ID, source.Span{Start: m.Text.Start, End: s.Start}
		}
	}
	for at := s.Start + len("（"); at < s.End; {
		end := s.End
		if i := strings.IndexAny(text[at:end], "、；）"); i >= 0 && at != marked.Start {
			end = at + i
		}
		role := policy.Joint
		name := strings.TrimPrefix(text[at:end], "牵头单位：")
		if strings.HasPrefix(name, "配合单位：") {
			name, role = strings.TrimPrefix(name, "配合单位："), policy.Support
		}
		a.Agencies = append(a.Agencies, policy.Agency{Span: source.Span{Start: at, End: end}, Written: name, Name: name, Role: role})
		at = end + len("、")
	}
	p.Assignments = append(p.Assignments, a)
}

// number makes a target of the marked words and, where the paper has the same sentence before, of that.
func (p *paper) number() {
	words, text := p.marked(), p.Document.File.Text
	for at := strings.Index(text, words); at >= 0 && at <= p.at.Start; {
		s := source.Span{Start: at, End: at + len(words)}
		i := &policy.Indicator{Span: s, Value: s, Quote: words, Subject: "道路", Kind: policy.Target}
		line := text[strings.LastIndex(text[:at], "\n")+1 : at]
		if strings.Contains(line, "“") || strings.Contains(line, "率") {
			i.Subject = line[strings.Index(line, "）")+len("）"):]
		}
		all := numbers.FindAllStringIndex(words, -1)
		if len(all) > 0 {
			i.Number, _ = strconv.ParseFloat(words[all[0][0]:all[0][1]], 64)
			i.Unit = words[all[len(all)-1][1]:]
		}
		if len(all) > 1 {
			upper, _ := strconv.ParseFloat(words[all[1][0]:all[1][1]], 64)
			i.Max = &upper
		}
		if m := target.FindStringSubmatch(line); m != nil {
			i.Year, _ = strconv.Atoi(m[1])
		}
		for _, m := range p.Measures {
			if m.Span.Contains(s) {
				i.Measure = m.ID
			}
		}
		p.Indicators = append(p.Indicators, i)
		next := strings.Index(text[at+1:], words)
		if next < 0 {
			break
		}
		at += 1 + next
	}
}
