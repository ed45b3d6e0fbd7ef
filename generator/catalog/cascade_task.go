package catalog

import (
	"strings"

	"zhengce/generator/words"
)

// unassigned makes a task of each measure of d to which the text ties no agency, so that papers can be compared
// that name none. A measure that annex rows repeat is compared by these.
func (d *Document) unassigned() {
	file := d.Facts.Document.File
	for _, m := range d.Measures {
		if len(m.Tasks) > 0 || len(m.Annex) > 0 {
			continue
		}
		span := file.Trim(m.Text)
		if span.Empty() && len(m.Items) == 0 {
			span = file.Trim(m.HeadingSpan)
		}
		text := file.Squeezed(span)
		if text == "" || len(m.Items) > 0 && leadsIn(text) || frame.MatchString(text) {
			continue
		}
		m.Unassigned = &Task{Document: d, Measure: m, Text: text, Span: span}
	}
}

// leadsIn reports whether the words before the items of a measure only announce them: 「重点做好以下工作：」.
func leadsIn(text string) bool { return strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":") }

// frame is what an article says about its paper and not about the matter: on what it is based, where it applies,
// who explains it, from when it holds.
var frame = words.Pattern(`(?:制定|制订|出台)本{{closing-names}}|^本{{closing-names}}(?:依据|根据|按照|所称|适用于|未尽|有效期)|^本{{closing-names}}.{0,40}(?:施行|实施|执行|解释)[。，；]|^\p{Han}*适用本{{closing-names}}`)

// basisFrame is a frame that says on what the paper is based.
var basisFrame = words.Pattern(`(?:制定|制订|出台)本{{closing-names}}|^本{{closing-names}}(?:依据|根据|按照)`)

// purposeOnly is an article that only says to what end the paper is.
var purposeOnly = words.Pattern(`^为(?:了)?[^。]*(?:制定|提出|出台)\p{Han}{0,4}{{closing-names}}。?$`)

// A taskText is a task as it is compared.
type taskText struct {
	*Task
	clauses []taskClause
	size    int    // characters that count
	matter  int    // of these, those of clauses that are no formula
	plain   []rune // the characters that count
	runs    []run  // the distinct ones of plain, made when first needed
}

// A run is three characters that stand together.
type run [3]rune

// readTasks returns the tasks of d as they are compared, without those that cover no text.
func readTasks(d *Document) []*taskText {
	var out []*taskText
	for _, t := range d.Compared() {
		x := &taskText{Task: t, clauses: clauses(t.Text)}
		for _, c := range x.clauses {
			x.plain = append(x.plain, c.text...)
			if !c.formula {
				x.matter += len(c.text)
			}
		}
		if x.size = len(x.plain); x.size > 0 {
			out = append(out, x)
		}
	}
	return out
}

// runsOf returns the distinct runs of t in the order of the text.
func (t *taskText) runsOf() []run {
	if t.runs == nil {
		seen := make(map[run]bool, t.size)
		t.runs = []run{}
		for i := 0; i+len(run{}) <= t.size; i++ {
			if r := run(t.plain[i : i+len(run{})]); !seen[r] {
				seen[r] = true
				t.runs = append(t.runs, r)
			}
		}
	}
	return t.runs
}

// telling reports whether what t orders tells its paper from one on another subject: it is no general clause, nor
// made of sentences that close any paper.
func (t *taskText) telling() bool { return !t.General() && t.matter > 0 }

// aside reports whether t is a general clause without agencies: it is shown beside its like, and not missed.
func (t *Task) aside() bool { return t.General() && t.Measure.Unassigned == t }

// mayPair reports whether two tasks can be one. A general clause is like general clauses only.
func mayPair(a, b *taskText) bool {
	if a.aside() || b.aside() {
		return a.General() && b.General()
	}
	return true
}
