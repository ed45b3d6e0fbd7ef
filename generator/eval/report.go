package eval

import (
	"fmt"
	"io"
	"strings"

	"zhengce/generator/say"
)

// Kind is a kind of fact that is found or missed, by its name in the gold.
type Kind = say.Phrase

// Kinds lists the kinds in the order in which they are printed.
var Kinds = []say.Phrase{"measures", "agencies", "roles", "coverage", "annex", "indicators", "citations"}

// Field is a value of a finding that is right or wrong, by its name in the gold.
type Field = say.Phrase

// fields lists the fields in the order in which they are printed.
var fields = []say.Phrase{
	"deadline.agencies_of", "deadline.covers_end", "deadline.date", "deadline.kind", "deadline.start", "indicator.cmp", "indicator.kind",
	"indicator.year", "meta.date", "meta.doc_number", "meta.issuer", "meta.kind", "meta.recipients", "meta.region", "meta.title", "noise",
	"validity.effective", "validity.effective_after", "validity.effective_quote", "validity.expires", "validity.term", "validity.term_quote",
	"validity.trial",
}

// A Tally counts the facts of one kind: found, too many, missed.
type Tally struct {
	TP int `json:"tp"`
	FP int `json:"fp"`
	FN int `json:"fn"`
}

// Precision is the share of the found facts that are right; 1 where none was found.
func (t Tally) Precision() float64 { return share(t.TP, t.TP+t.FP) }

// Recall is the share of the gold's facts that were found; 1 where it has none.
func (t Tally) Recall() float64 { return share(t.TP, t.TP+t.FN) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// A Ratio counts the values of one field: right ones of all.
type Ratio struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// Counts say how findings agree with the gold.
type Counts struct {
	Kinds  map[Kind]Tally  `json:"kinds"`
	Fields map[Field]Ratio `json:"fields"`
}

// A DocumentScore is the score of one paper.
type DocumentScore struct {
	File  string
	Found bool     // there is a record of the paper
	Wrong []string // what is missed, too many or different, a line for each
	Counts
}

// A Report holds the scores of all papers that there is gold for.
type Report struct {
	Documents []*DocumentScore
	Total     Counts
	kinds     []Kind // that are scored; nil for Kinds
}

// scored returns the kinds that are scored.
func (r *Report) scored() []Kind {
	if r.kinds != nil {
		return r.kinds
	}
	return Kinds
}

// MeanF1 is the mean of the F1 of all kinds.
func (r *Report) MeanF1() float64 {
	sum := 0.0
	for _, k := range r.scored() {
		sum += r.Total.Kinds[k].F1()
	}
	return sum / float64(len(r.scored()))
}

// Write prints a table for each paper and in total; with details also what is wrong.
func (r *Report) Write(w io.Writer, details bool) error {
	var b strings.Builder
	for _, d := range r.Documents {
		b.WriteString(d.File)
		if !d.Found {
			b.WriteString(say.Sprintf("   NO RECORD"))
		}
		b.WriteString("\n   ")
		for i, k := range r.scored() {
			if i > 0 {
				b.WriteString("  ")
			}
			fmt.Fprintf(&b, "%s %.3f", k, d.Kinds[k].F1())
		}
		b.WriteString("\n")
		if details {
			for _, line := range d.Wrong {
				b.WriteString("      - " + line + "\n")
			}
		}
	}
	b.WriteString(say.Sprintf("TOTAL\n"))
	for _, k := range r.scored() {
		t := r.Total.Kinds[k]
		b.WriteString(say.Sprintf("   %s P %.3f  R %.3f  F1 %.3f   tp %d fp %d fn %d\n", padded(k, 12), t.Precision(), t.Recall(), t.F1(), t.TP, t.FP, t.FN))
	}
	for _, name := range fields {
		if f, ok := r.Total.Fields[name]; ok {
			fmt.Fprintf(&b, "   %s %d/%d\n", padded(name, 20), f.Right, f.Of)
		}
	}
	b.WriteString(say.Sprintf("MEAN F1 %.3f\n", r.MeanF1()))
	_, err := io.WriteString(w, b.String())
	return err
}

// padded returns a name with blanks behind it up to a width, in which a Chinese character takes two columns.
func padded(name say.Phrase, width int) string {
	text := name.String()
	for _, r := range text {
		if width--; r >= 0x2E80 {
			width--
		}
	}
	return text + strings.Repeat(" ", max(0, width))
}

// historyFields are the fields whose share of right values a line of scores has, beside the kinds.
var historyFields = []Field{"indicator.kind", "indicator.year", "indicator.cmp", "meta.title", "meta.doc_number", "meta.issuer", "meta.date"}

// LineHead names the columns of Line.
func LineHead() string {
	cells := []string{"date", "gold", "papers"}
	for _, k := range Kinds {
		cells = append(cells, string(k))
	}
	cells = append(cells, "mean")
	for _, name := range historyFields {
		cells = append(cells, string(name))
	}
	return strings.Join(cells, ",")
}

// Line returns the scores as a line of CSV, for a table of scores by round: the day, what the gold is called, the
// number of papers, F1 of each kind and their mean, and the share of right values of some fields.
func (r *Report) Line(day, gold string) string {
	cells := []string{day, `"` + strings.ReplaceAll(gold, `"`, `""`) + `"`, fmt.Sprint(len(r.Documents))}
	for _, k := range Kinds {
		cells = append(cells, fmt.Sprintf("%.3f", r.Total.Kinds[k].F1()))
	}
	cells = append(cells, fmt.Sprintf("%.3f", r.MeanF1()))
	for _, name := range historyFields {
		f := r.Total.Fields[name]
		cells = append(cells, fmt.Sprintf("%.3f", share(f.Right, f.Of)))
	}
	return strings.Join(cells, ",")
}
