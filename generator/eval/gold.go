// Package eval scores what the program found in papers against gold: findings that a person
// wrote down from the same papers.
package eval

import (
	"encoding/json"
	"io/fs"
	"sort"

	"zhengce/generator/say"
)

// Gold is what a reader found in one paper. Quotes are exact stretches of the source with white
// space removed; what the paper does not have is nil.
type Gold struct {
	File        string           `json:"file"`
	Meta        GoldMeta         `json:"meta"`
	Citations   []GoldCitation   `json:"citations"`
	Measures    []GoldMeasure    `json:"measures"`
	Assignments []GoldAssignment `json:"assignments"`
	Annex       []GoldRow        `json:"annex"`
	Indicators  []GoldIndicator  `json:"indicators"`
	Noise       []string         `json:"noise"`
}

// GoldMeta says what the paper is.
type GoldMeta struct {
	Title      *string `json:"title"`
	Number     *string `json:"doc_number"`
	Issuer     *string `json:"issuer"`
	Date       *string `json:"date"`
	Recipients *string `json:"recipients"`
	Kind       *string `json:"kind"`
	Region     *string `json:"region"`
}

// GoldCitation is a paper that this one names.
type GoldCitation struct {
	Number string `json:"number"`
	Title  string `json:"title"`
}

// GoldMeasure is a measure with the first and last words of its text.
type GoldMeasure struct {
	ID    string `json:"id"`
	Start string `json:"start"`
	End   string `json:"end"`
}

// GoldAgency is one body of a group.
type GoldAgency struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// GoldAssignment is a group with the last words of the text that it answers for.
type GoldAssignment struct {
	Measure   string       `json:"measure"`
	CoversEnd string       `json:"covers_end"`
	Agencies  []GoldAgency `json:"agencies"`
}

// GoldRow is a row of an annex.
type GoldRow struct {
	No       *int         `json:"no"` // null in a table without numbers
	Task     string       `json:"task"`
	Agencies []GoldAgency `json:"agencies"`
}

// GoldIndicator is a number that the paper sets.
type GoldIndicator struct {
	Quote   string  `json:"quote"`
	Cmp     string  `json:"cmp"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Year    int     `json:"year"`
	Kind    string  `json:"kind"`
	Measure string  `json:"measure"`
}

// ErrNoGold tells that a folder holds no gold of measures, agencies and indicators; it may hold that of time.
var ErrNoGold = say.New("no *.gold.json")

// ReadGold reads every NAME.gold.json in the folder dir, in the order of their names.
func ReadGold(fsys fs.FS, dir string) ([]*Gold, error) {
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		return nil, say.Errorf("reading gold: %w", err)
	}
	names, err := fs.Glob(sub, "*.gold.json")
	if err != nil {
		return nil, say.Errorf("reading gold: %w", err)
	}
	if len(names) == 0 {
		return nil, say.Errorf("reading gold: %w in %s", ErrNoGold, dir)
	}
	sort.Strings(names)
	var all []*Gold
	for _, name := range names {
		b, err := fs.ReadFile(sub, name)
		if err != nil {
			return nil, say.Errorf("reading gold: %w", err)
		}
		g := &Gold{}
		if err := json.Unmarshal(b, g); err != nil {
			return nil, say.Errorf("reading gold %s: %w", name, err)
		}
		all = append(all, g)
	}
	return all, nil
}
