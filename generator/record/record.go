// Package record is the machine interface to the findings: one JSON record per source file.
package record

import (
	"encoding/json"
	"io"
	"math"
	"path"
	"slices"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A Record is everything found in one source file. Absent values are null; spans count
// characters of the decoded text, half open; lists are in the order of the text.
type Record struct {
	File        string       `json:"file"`
	SHA256      string       `json:"sha256"`
	Format      string       `json:"format"`
	Encoding    string       `json:"encoding"`
	Meta        Meta         `json:"meta"`
	Issuers     []string     `json:"issuers"` // those that Meta.Issuer may run together
	Fields      []Field      `json:"fields"`
	Citations   []Citation   `json:"citations"`
	Measures    []Measure    `json:"measures"`
	Assignments []Assignment `json:"assignments"`
	Annex       []AnnexRow   `json:"annex"`
	Indicators  []Indicator  `json:"indicators"`
	Deadlines   []Deadline   `json:"deadlines"`
	Validity    Validity     `json:"validity"`
	Noise       []string     `json:"noise"`
	Marks       []Mark       `json:"marks"`
	Problems    []Problem    `json:"problems"`
	Paper       *string      `json:"paper"`       // name of the file of the paper of which this is an annex
	AnnexNumber *string      `json:"annex_no"`    // in the name of its file
	Inherited   []string     `json:"inherited"`   // fields of Meta that are those of the paper
	AnnexFiles  []*Record    `json:"annex_files"` // annexes of this paper in files of their own
}

// Meta says what the document is.
type Meta struct {
	Title        *string  `json:"title"`
	TitleDerived bool     `json:"title_derived"`
	Number       *string  `json:"doc_number"`
	Issuer       *string  `json:"issuer"`
	Date         *string  `json:"date"`
	Recipients   *string  `json:"recipients"`
	Kind         *string  `json:"kind"`
	Region       *string  `json:"region"`
	Doubts       []string `json:"doubts"` // their names begin with the field that they are about
}

// Field is something that the file's own format or the page around the paper says about it.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Citation is a document that this one names.
type Citation struct {
	Number *string  `json:"number"`
	Title  *string  `json:"title"`
	Basis  *string  `json:"basis"` // the rule by which it was found
	Span   Span     `json:"span"`
	Doubts []string `json:"doubts"`
}

// Measure is a numbered unit of action with its whole own text, agency groups included.
type Measure struct {
	ID      string  `json:"id"`
	Heading *string `json:"heading"`
	Text    string  `json:"text"`
	Basis   *string `json:"basis"` // the rule by which it is a measure
	Span    Span    `json:"span"`

	General      bool     `json:"general"`       // it orders nothing of its own, as 指导思想 and 组织实施
	GeneralBasis *string  `json:"general_basis"` // the rule that tells so
	Doubts       []string `json:"doubts"`        // names of the rules by which it is doubtful; as of the other findings
}

// Agency is one body of a group.
type Agency struct {
	Written string   `json:"written"`
	Name    string   `json:"name"`
	Role    string   `json:"role"`
	Basis   *string  `json:"basis"` // the rule that made Name
	Doubts  []string `json:"doubts"`
}

// Assignment is a group of agencies with the text that it answers for.
type Assignment struct {
	Measure  string   `json:"measure"`
	Covers   string   `json:"covers"`
	Span     Span     `json:"span"`
	Agencies []Agency `json:"agencies"`
	Basis    *string  `json:"basis"` // the words that gave the roles, or the rule where none did
	Rule     string   `json:"rule"`
	Found    *string  `json:"found"` // the rule by which the group was found
	Deadline *string  `json:"deadline"`
	Doubts   []string `json:"doubts"`
}

// AnnexRow is one row of a table of tasks.
type AnnexRow struct {
	No       *int     `json:"no"` // null in a table without numbers
	Task     string   `json:"task"`
	Agencies []Agency `json:"agencies"`
	Measure  *string  `json:"measure"`
	Basis    *string  `json:"basis"` // as of an assignment
	Rule     string   `json:"rule"`
	Found    *string  `json:"found"`
	Deadline *string  `json:"deadline"`
	Doubts   []string `json:"doubts"`
}

// Indicator is one number that the document sets.
type Indicator struct {
	Quote        string   `json:"quote"`
	Subject      string   `json:"subject"`
	Cmp          string   `json:"cmp"`
	Value        float64  `json:"value"`
	ValueMax     *float64 `json:"value_max"`
	Unit         string   `json:"unit"`
	Year         *int     `json:"year"`
	BaseYear     *int     `json:"base_year"`
	Base         *Base    `json:"base"`
	Nature       *string  `json:"nature"` // 约束性 or 预期性, of a table of indicators
	Kind         string   `json:"kind"`
	Basis        *string  `json:"basis"`      // the rule by which it counts
	KindBasis    *string  `json:"kind_basis"` // the rules that told its kind, year and subject
	CmpBasis     *string  `json:"cmp_basis"`
	YearBasis    *string  `json:"year_basis"`
	SubjectBasis *string  `json:"subject_basis"`
	Measure      *string  `json:"measure"`
	Span         Span     `json:"span"`
	Doubts       []string `json:"doubts"`
}

// Base is the value from which a target of a table starts.
type Base struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	Year  *int    `json:"year"`
	Span  Span    `json:"span"`
}

// Mark is a stretch of the text that the file sets in a way that changes what it says; the text there holds the
// plain characters.
type Mark struct {
	Kind string  `json:"kind"` // "sup", "sub", "ruby", "math", "s"
	Span Span    `json:"span"`
	Note *string `json:"note"` // the reading of a ruby, the MathML of a formula
}

// Problem is something doubtful, with its place.
type Problem struct {
	Line     int     `json:"line"`
	Column   int     `json:"column"`
	Severity string  `json:"severity"`
	Code     string  `json:"code"`
	Message  string  `json:"message"`
	Quote    *string `json:"quote"`
}

// Span is a half-open range of characters.
type Span [2]int

// metaFields are the fields of Meta by their names in policy.
var metaFields = map[string]string{"number": "doc_number", "issuer": "issuer", "date": "date", "region": "region"}

// New returns the record of f, with those of its annexes in files of their own in it.
func New(f *policy.Facts) *Record {
	files := f.Files()
	r := newRecord(files[0])
	for _, a := range files[1:] {
		r.AnnexFiles = append(r.AnnexFiles, newRecord(a))
	}
	return r
}

// newRecord returns the record of one file.
func newRecord(f *policy.Facts) *Record {
	file := f.Document.File
	at := spanner{file}
	r := &Record{
		File: path.Base(file.Name), SHA256: file.SHA256, Format: file.Format, Encoding: file.Encoding,
		Meta: Meta{
			Title: str(f.Meta.Title), TitleDerived: f.Meta.TitleDerived, Number: str(f.Meta.Number), Issuer: str(f.Meta.Issuer),
			Date: str(f.Meta.Date), Recipients: str(f.Meta.Recipients), Kind: str(f.Meta.Kind), Region: str(f.Meta.Region),
			Doubts: f.Meta.Doubts.Names(),
		},
		Issuers: append([]string{}, f.Meta.Issuers...), Fields: []Field{}, Citations: []Citation{}, Measures: []Measure{}, Assignments: []Assignment{}, Annex: []AnnexRow{},
		Indicators: []Indicator{}, Noise: []string{}, Marks: []Mark{}, Problems: []Problem{}, Inherited: []string{}, AnnexFiles: []*Record{},
	}
	for _, m := range file.Meta {
		r.Fields = append(r.Fields, Field{m.Name, m.Value})
	}
	for _, c := range f.Citations {
		r.Citations = append(r.Citations, Citation{str(c.Number), str(c.Title), str(c.Rule), at.span(c.Span), c.Doubts.Names()})
	}
	for _, m := range f.Measures {
		r.Measures = append(r.Measures, Measure{m.ID, str(m.Heading), file.Slice(m.Text), str(m.Rule), at.span(m.Span), m.General != "", str(m.General), m.Doubts.Names()})
	}
	for _, a := range f.Assignments {
		r.Assignments = append(r.Assignments, Assignment{a.Measure, file.Squeezed(a.Covers), at.span(a.Span), agencies(a.Agencies), basis(a.Basis), a.Basis.Rule, str(a.Found), str(a.Deadline), a.Doubts.Names()})
	}
	for _, row := range f.Annex {
		r.Annex = append(r.Annex, AnnexRow{number(row.No), row.Task, agencies(row.Agencies), str(row.Measure), basis(row.Basis), row.Basis.Rule, str(row.Found), str(row.Deadline), row.Doubts.Names()})
	}
	for _, i := range f.Indicators {
		r.Indicators = append(r.Indicators, Indicator{i.Quote, i.Subject, i.Cmp, finite(i.Number), bound(i.Max), i.Unit,
			number(i.Year), number(i.BaseYear), baseOf(i.Base, at), natureOf(i.Cell), string(i.Kind), str(i.Rule), str(i.KindRule), str(i.CmpRule), str(i.YearRule), str(i.SubjectRule), str(i.Measure), at.span(i.Span), i.Doubts.Names()})
	}
	r.Deadlines, r.Validity = deadlines(f, at), validity(f, at)
	for _, b := range f.Document.Blocks {
		if b.Kind == document.Noise {
			r.Noise = append(r.Noise, file.Slice(b.Span))
		}
	}
	for _, m := range file.Marks {
		if file.Holds(m.Span) {
			r.Marks = append(r.Marks, Mark{string(m.Kind), at.span(m.Span), str(m.Note)})
		}
	}
	for _, p := range f.Problems {
		r.Problems = append(r.Problems, Problem{p.Line, p.Column, p.Severity.String(), p.Code, p.Message, str(p.Quote)})
	}
	if a := f.Document.Annex; a != nil {
		r.Paper, r.AnnexNumber = str(path.Base(a.Of.File.Name)), str(a.Number)
	}
	for _, name := range f.Meta.Inherited {
		if field := metaFields[name]; field != "" && !slices.Contains(f.Meta.Known, name) {
			r.Inherited = append(r.Inherited, field)
		}
	}
	return r
}

// basis returns the words that gave a group its roles, or the name of the rule where no words did.
func basis(b policy.Basis) *string {
	if b.Quote == "" {
		return str(b.Rule)
	}
	return str(b.Quote)
}

// Write writes records as an indented JSON array.
func Write(w io.Writer, records []*Record) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(records)
}

// A spanner turns spans of a file into characters of its seed.
type spanner struct{ file *source.File }

func (s spanner) span(b source.Span) Span {
	start, end := s.file.Characters(b)
	return Span{start, end}
}

func agencies(list []policy.Agency) []Agency {
	out := make([]Agency, len(list))
	for i, a := range list {
		out[i] = Agency{a.Written, a.Name, string(a.Role), str(a.NameRule), a.Doubts.Names()}
	}
	return out
}

func str(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// number returns n as JSON has it, null where it is not known.
func number(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// bound returns the upper bound of a range as JSON can hold it.
// baseOf returns the record of a base, nil where there is none.
func natureOf(c *policy.TargetCell) *string {
	if c == nil {
		return nil
	}
	return str(c.Nature)
}

func baseOf(b *policy.Base, at spanner) *Base {
	if b == nil {
		return nil
	}
	return &Base{finite(b.Number), b.Unit, number(b.Year), at.span(b.Span)}
}

func bound(f *float64) *float64 {
	if f == nil {
		return nil
	}
	n := finite(*f)
	return &n
}

// finite keeps a number that JSON can hold.
func finite(f float64) float64 {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return 0
	}
	return f
}
