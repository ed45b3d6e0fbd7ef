package record_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/policy"
	"zhengce/generator/record"
	"zhengce/generator/source"
)

func facts(f *source.File) *policy.Facts {
	d, odd := document.Parse(f)
	facts, doubts := extract.Document(d)
	facts.Problems = append(odd, doubts...)
	return facts
}

func write(t *testing.T, records []*record.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := record.Write(&b, records); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestReadBack writes the records of the seeds and reads them again: they are what they were, and a
// second reading of the seeds gives the same bytes.
func TestReadBack(t *testing.T) {
	files, errs := format.Load(os.DirFS("../.."), "seeds")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	var first, second []*record.Record
	for _, f := range files {
		first = append(first, record.New(facts(f)))
		second = append(second, record.New(facts(f)))
	}
	text := write(t, first)
	if write(t, second) != text {
		t.Error("a second reading gives other bytes")
	}
	var back []*record.Record
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, back); diff != "" {
		t.Errorf("read back (-written +read):\n%s", diff)
	}
	for i, r := range back {
		checkSpans(t, r, []rune(files[i].Text))
	}
}

// checkSpans holds that spans count characters: the text there is what the record says.
func checkSpans(t *testing.T, r *record.Record, text []rune) {
	t.Helper()
	at := func(s record.Span) string { return source.Squeeze(string(text[s[0]:s[1]])) }
	for _, m := range r.Measures {
		if got := at(m.Span); !strings.HasSuffix(got, source.Squeeze(m.Text)) || m.Heading != nil && !strings.Contains(got, *m.Heading) {
			t.Errorf("%s: measure %s stands at %q", r.File, m.ID, got)
		}
	}
	for _, a := range r.Assignments {
		for _, g := range a.Agencies {
			if got := at(a.Span); !strings.Contains(got, g.Written) {
				t.Errorf("%s: the group with %s stands at %q", r.File, g.Written, got)
			}
		}
	}
	for _, i := range r.Indicators {
		if got := at(i.Span); got != i.Quote {
			t.Errorf("%s: indicator %q stands at %q", r.File, i.Quote, got)
		}
	}
	for _, c := range r.Citations {
		if got := at(c.Span); c.Title != nil && !strings.Contains(got, *c.Title) {
			t.Errorf("%s: citation %s stands at %q", r.File, *c.Title, got)
		}
	}
}

// TestAbsent holds that what a paper does not have is null, and lists are empty, never null.
func TestAbsent(t *testing.T) {
	got := write(t, []*record.Record{record.New(facts(source.NewFile("seeds/x.txt", "一、一段文字<b>，没有别的。")))})
	for _, want := range []string{`"file": "x.txt"`, `"title": null`, `"doc_number": null`, `"issuers": []`, `"assignments": []`, `"annex": []`, `"indicators": []`, `"citations": []`, `"noise": []`, `"marks": []`, `"problems": []`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if got := write(t, []*record.Record{}); got != "[]\n" {
		t.Errorf("no papers are written %q", got)
	}
}

// TestMarks holds that what a file raises or annotates stands in the record by the characters of the text.
func TestMarks(t *testing.T) {
	f := source.NewFile("x.txt", "一、建成3×104吨粮仓，设囷。")
	at := func(s string) source.Span {
		i := strings.LastIndex(f.Text, s)
		return source.Span{Start: i, End: i + len(s)}
	}
	f.Marks = []source.Mark{{Span: at("4"), Kind: source.Superscript}, {Span: at("囷"), Kind: source.Ruby, Note: "qūn"}}
	note := "qūn"
	want := []record.Mark{{Kind: "sup", Span: record.Span{8, 9}}, {Kind: "ruby", Span: record.Span{14, 15}, Note: &note}}
	if diff := cmp.Diff(want, record.New(facts(f)).Marks); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
}

// TestMarksOutside holds that marks stand with their characters; one outside the text is left out.
func TestMarksOutside(t *testing.T) {
	f := source.NewFile("x.txt", "甲\n亩产105公斤，增产一半。")
	f.Marks = []source.Mark{{Span: source.Span{Start: 12, End: 13}, Kind: source.Superscript}, {Span: source.Span{Start: 4, End: 10}, Kind: source.Ruby, Note: "mǔ chǎn"}, {Span: source.Span{Start: 4, End: 400}, Kind: source.Struck}}
	got := record.New(facts(f)).Marks
	note := "mǔ chǎn"
	want := []record.Mark{{Kind: "sup", Span: record.Span{6, 7}}, {Kind: "ruby", Span: record.Span{2, 4}, Note: &note}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
}

// TestNumbers holds that no number of a paper makes a record that cannot be written.
func TestNumbers(t *testing.T) {
	f := facts(source.NewFile("x.txt", "到2020年达到5%"))
	for _, n := range []float64{math.Inf(1), math.NaN(), 0.1, 1e300} {
		f.Indicators = []*policy.Indicator{{Number: n, Max: &n}}
		r := record.New(f)
		if n < 1 && r.Indicators[0].Value != n {
			t.Errorf("%v became %v", n, r.Indicators[0].Value)
		}
		if err := record.Write(&bytes.Buffer{}, []*record.Record{r}); err != nil {
			t.Errorf("%v: %v", n, err)
		}
	}
}
