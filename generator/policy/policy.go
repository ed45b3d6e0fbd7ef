// Package policy holds the types of what a policy document orders: measures, assignments of
// agencies, annex rows, indicators and citations, each with its span in the source text.
// It reads no text; package extract does.
package policy

import (
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// Facts is everything found in one document, in the order of the text.
type Facts struct {
	Document    *document.Document
	Meta        Meta
	Measures    []*Measure
	Assignments []*Assignment
	Annex       []*AnnexRow
	Indicators  []*Indicator
	Citations   []*Citation
	Deadlines   []*Deadline
	Validity    Validity
	Problems    source.ErrorList
	Rules       RuleBook // in which the rules named by the findings stand
	Parts       []*Facts // of a paper with annexes in files of their own: what was found in each file, the paper first; nil for others
}

// Meta says what the document is. An unknown value is empty, never a guess.
type Meta struct {
	Title        string
	TitleDerived bool     // the text has no title of its own; this one was made from its body
	Number       string   // 文号 in normal form: 豫政〔2015〕42号
	Issuer       string   // 发文机关 as signed, several run together as they stand
	Issuers      []string // the same, each for itself
	Date         string   // 成文日期, YYYY-MM-DD
	Recipients   string   // 主送机关 without its colon
	Kind         string   // 意见, 实施意见, 分工方案, …
	Region       string   // 河南省, 国家, …

	// Known from the page around the paper or the editor's file beside the seed only.
	Index     string   // 索引号
	Source    string   // where the text was found
	Published string   // 发布日期, YYYY-MM-DD
	Status    string   // 时效: 有效, 失效, …
	Subject   []string // 主题分类
	Known     []string // names of the fields above whose value came from the editor's file
	FromPage  []string // names of the fields above whose value came from the page's data table
	Inherited []string // names of the fields above whose value is that of the paper of which this is an annex

	KindRule   string // name of the rule that told Kind; empty where none did
	RegionRule string // name of the rule that told Region; empty where none did
	Doubts
}

// Doubts are the rules by which a finding is doubtful, each once; none where nothing speaks against it. A
// doubtful finding is shown with its doubts, never dropped.
type Doubts []Rule

// Add adds a doubt.
func (d *Doubts) Add(r Rule) {
	if !slices.ContainsFunc(*d, func(x Rule) bool { return x.Name == r.Name }) {
		*d = append(*d, r)
	}
}

// Names returns the names of the rules.
func (d Doubts) Names() []string {
	out := make([]string, len(d))
	for i, r := range d {
		out[i] = r.Name
	}
	return out
}

// Says returns what the rules say, in one line; empty where there is no doubt.
func (d Doubts) Says() string {
	out := make([]string, len(d))
	for i, r := range d {
		out[i] = r.Says
	}
	return strings.Join(out, "；")
}

// A Measure is the smallest numbered unit of action of the body.
type Measure struct {
	source.Span        // from its number to the end of its last paragraph
	ID          string // as printed, from the part down: "二/（三）/1"
	Address     string // the same in ASCII for addresses: "2-3-1"
	Heading     string // run-in title without number and closing mark; empty if it has none
	HeadingSpan source.Span
	Text        source.Span // its own text after number and heading, agency groups included; not that of items under it
	Section     *document.Section
	Rule        string // name of the rule by which it is a measure
	General     string // name of the rule by which it orders nothing of its own, as 指导思想 and 组织实施; empty for an action
	Doubts
}

// An Agency is one mention of a body that the text makes responsible.
type Agency struct {
	source.Span        // its name as written
	Written     string // the text at Span without white space
	Name        string // with the prefix that the text lets fall, and the region: 河南省发展改革委
	Role        Role
	NameRule    string // name of the rule that made Name
	Doubts
}

// An Assignment makes a group of agencies responsible for a stretch of text.
type Assignment struct {
	source.Span                   // the group, brackets included
	Measure     string            // ID of the measure or part that it stands in
	Part        *document.Section // the part that it answers for as a whole; nil for a group of a measure
	Covers      source.Span       // the text that it answers for; empty for a part
	Agencies    []Agency
	Basis       Basis
	Deadline    string // 完成时限 as stated with the group: 2020年12月底前; empty if none
	Found       string // name of the rule by which the group was found
	Doubts
}

// Matter returns where the text says what the group is to do: what it covers, or the title of its part.
func (a *Assignment) Matter() source.Span {
	if a.Part == nil {
		return a.Covers
	}
	title := a.Part.Title
	return source.Span{Start: title.Start, End: max(title.Start, min(title.End, a.Start))}
}

// Basis is the rule by which the agencies of a group got their roles.
type Basis struct {
	Rule  string      // its name: "position-rule", "lead-word", …
	Quote string      // the words of the document that state it; empty where none does
	Span  source.Span // of Quote
}

// An AnnexRow is one row of a table that ties tasks to agencies.
type AnnexRow struct {
	source.Span
	In       string        // label of the annex that it stands in: 附件, 附件1
	No       int           // as printed; 0 in a table without numbers
	Row      int           // its place in its table, from 1
	Again    int           // how many findings before it have the same address
	Task     string        // its cells run together, line breaks inside removed
	TaskSpan source.Span   // from the first to the last character of the task cells
	Orders   []source.Span // the cells that say what is to be done or reached
	Agencies []Agency
	Measure  string // ID of the measure that the row speaks of; empty if none was found
	Basis    Basis
	Deadline string // of a column 完成时限; empty if none
	Found    string // name of the rule by which its table was found
	// Describes tells that the row names a project: its numbers say what that is like.
	Describes bool
	Doubts
}

// ID returns the row's number with that of its annex, 附件/5, 附件1/5; it is empty where the row has none.
func (r *AnnexRow) ID() string {
	if r.No == 0 {
		return ""
	}
	return r.In + "/" + strconv.Itoa(r.No)
}

// Address returns the row's part of an address: "annex-5", "annex-1-5", "annex-5x2" for a second row of that number.
func (r *AnnexRow) Address() string {
	at := document.LabelAddress(r.In) + "-" + strconv.Itoa(r.No)
	if r.Again > 0 {
		at += "x" + strconv.Itoa(r.Again+1)
	}
	return at
}

// Label returns how a reader calls the row: 附件第5项, 附件1第5项, 附件第3行 in a table without numbers.
func (r *AnnexRow) Label() string {
	if r.No == 0 {
		return r.In + "第" + strconv.Itoa(r.Row) + "行"
	}
	return r.In + "第" + strconv.Itoa(r.No) + "项"
}

// Kind of an indicator.
type Kind string

const (
	Target    Kind = "target"    // 目标值: what is to be reached
	Threshold Kind = "threshold" // 条件、门槛: what decides a case
)

// A Base is the value from which a target of a table starts: 46 in the column 2020年现状.
type Base struct {
	source.Span // of the number
	Number      float64
	Unit        string
	Year        int // 0 if its column names none
}

// A TargetCell is the cell of a table of indicators that holds a target.
type TargetCell struct {
	source.Span
	Name   source.Span // the cell that names its row
	Nature string      // 约束性 or 预期性, as its row says; empty if it does not
}

// An Indicator is one number that the document sets.
type Indicator struct {
	source.Span             // the words that carry it
	Value       source.Span // the number itself
	Quote       string      // the text at Span without white space
	Subject     string      // what is counted; a description
	SubjectRule string      // name of the rule that named its subject
	Cmp         string      // ">", "≥", "=", "≈", "≤", "<"
	CmpRule     string      // name of the rule that told Cmp; empty for a plain "="
	Number      float64     // as written before its unit: 7 for 7万亿元
	Max         *float64    // upper bound of a range 2—3个
	Unit        string      // "万亿元", "%", "个"; may be empty
	Year        int         // to which it applies; 0 if the text names none
	YearBasis   source.Span // the words that give the year, empty if none
	YearRule    string      // name of the rule that gave its year; empty if it has none
	BaseYear    int         // 较2015年; 0 if none
	Base        *Base       // in a table of targets: the value at the start; nil if none stands there
	Cell        *TargetCell // in a table of indicators; nil elsewhere, and where a table has tasks or places
	Kind        Kind
	Rule        string // name of the rule by which it counts
	KindRule    string // name of the rule that told its kind
	Measure     string // ID of the measure it stands in, that of the row in an annex: "附件/5"
	Doubts
}

// A Citation is a document that this one names in 《》 or by number.
type Citation struct {
	source.Span               // its first mention, title and number together
	Mentions    []source.Span // every mention, the first included
	Number      string        // in normal form; empty if not given
	Title       string        // without 《》; empty if not given
	Rule        string        // name of the rule by which it was found
	Doubts
}
