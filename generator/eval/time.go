package eval

import (
	"encoding/json"
	"io/fs"
	"sort"

	"zhengce/generator/say"
)

// GoldTime is what a reader found of the time of one paper: its deadlines and validity.
type GoldTime struct {
	File      string           `json:"file"`
	Deadlines []TimeOfTask     `json:"deadlines"`
	Validity  ValidityOfPapers `json:"validity"`
}

// TimeOfTask is a deadline in the form that gold and records share.
type TimeOfTask struct {
	Measure *string    `json:"measure"`
	Quote   string     `json:"quote"`
	Date    *string    `json:"date"`
	Kind    string     `json:"kind"`
	Group   *int       `json:"agencies_of"`
	End     *string    `json:"covers_end"`
	Start   *string    `json:"start"`
	After   *TimeAfter `json:"after"`
	Every   *string    `json:"every"`
	On      *string    `json:"on"`
}

// TimeAfter is a length counted from an event; all lengths of a term too.
type TimeAfter struct {
	Event    *string `json:"after"`
	Days     int     `json:"days"`
	Workdays int     `json:"workdays"`
	Months   int     `json:"months"`
	Years    int     `json:"years"`
}

// ValidityOfPapers is a validity in that form.
type ValidityOfPapers struct {
	Effective *string     `json:"effective"`
	From      *string     `json:"effective_quote"`
	After     *TimeAfter  `json:"effective_after"`
	Expires   *string     `json:"expires"`
	Term      *TimeAfter  `json:"term"`
	Until     *string     `json:"term_quote"`
	Trial     bool        `json:"trial"`
	Repeals   []PaperGone `json:"repeals"`
	Amends    []PaperGone `json:"amends"`
	Partly    []PaperGone `json:"replaced_partly"`
}

// PaperGone is a paper that is ended, changed or prevailed over.
type PaperGone struct {
	Number *string `json:"number"`
	Title  *string `json:"title"`
	Quote  string  `json:"quote"`
}

// TimeKinds are the kinds that ScoreTime counts.
var TimeKinds = []say.Phrase{"deadlines", "repeals", "amends", "replaced_partly"}

// ReadTime reads every NAME.time.json in the folder dir, in the order of their names; there may be none.
func ReadTime(fsys fs.FS, dir string) ([]*GoldTime, error) {
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		return nil, say.Errorf("reading gold: %w", err)
	}
	names, err := fs.Glob(sub, "*.time.json")
	if err != nil {
		return nil, say.Errorf("reading gold: %w", err)
	}
	sort.Strings(names)
	var all []*GoldTime
	for _, name := range names {
		b, err := fs.ReadFile(sub, name)
		if err != nil {
			return nil, say.Errorf("reading gold: %w", err)
		}
		g := &GoldTime{}
		if err := json.Unmarshal(b, g); err != nil {
			return nil, say.Errorf("reading gold %s: %w", name, err)
		}
		all = append(all, g)
	}
	return all, nil
}
