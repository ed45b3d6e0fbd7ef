// Package list describes a long list of things for readers: which of their fields are shown on a card, by which one
// chooses and sorts. It gives the data from which the script of the site makes any part of the list, in files that are
// small and loaded when they are asked for. It knows nothing of what the things are.
package list

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/afero"
)

// A Place is where a field stands on a card.
type Place string

// The places of a card, from above. A field without a place is in the data only.
const (
	Title Place = "title" // what links to the thing
	Line  Place = "line"  // one of those in the line below
	Text  Place = "text"  // a sentence; left out where the title says the same
	Words Place = "words" // small, with its label
)

// A Use is what a reader can do with a field.
type Use string

// The uses of a field.
const (
	Facet  Use = "facet"  // choose by its words
	Date   Use = "date"   // sort, the newest first, and choose by its year
	Day    Use = "day"    // sort, the earliest first, and choose by its month
	Number Use = "number" // sort
	State  Use = "state"  // choose by what a script says of a paper on the reader's day, from its days in words
	Due    Use = "due"    // the same of a deadline, from its words
)

// A Field is what each thing of a list has, or may have.
type Field struct {
	Name  string // ASCII, in addresses
	Label string
	Place Place
	Use   Use
}

// An Item is one thing of a list.
type Item struct {
	Href  string   // the address of its page under the site
	Link  string   // the words of its title that lead there; the title may go on
	Cells []string // one for each field
	Words map[string][]string
	Keys  map[string]int
}

// A List is things in the order in which readers want them: by its first date the newest first, by its first day the
// earliest; those without one last.
//
// Words of an item are what it is chosen by in a facet, where that is not its cell; Keys are the numbers that it is
// sorted by, of a date 20150720. One that is not there is unknown.
type List struct {
	Name   string
	Fields []Field
	Items  []Item
}

// worded reports whether f is chosen by words.
func (f Field) worded() bool { return f.Use == Facet || f.Use == State || f.Use == Due }

// Settle takes the use from facets by which nothing can be chosen, as no thing has a word in them.
func (l *List) Settle() {
	for i, f := range l.Fields {
		known := func(x Item) bool {
			return !slices.Contains([]string{"", Unknown}, strings.Join(x.words(i, f.Name), ""))
		}
		if f.worded() && !slices.ContainsFunc(l.Items, known) {
			l.Fields[i].Use = ""
		}
	}
}

// Shown is how many cards a page begins with, Shelf how many stand on a page without scripts, shard how many in a file.
const (
	Shown = 20
	Shelf = 50
	shard = 200
)

// Unknown stands where a thing does not have a field. Cards leave it out.
const Unknown = "未载明"

// maxFile is how large a file of a column may be; a longer column is written in several.
const maxFile = 200_000

// Folder is where the files of lists stand in the site.
const Folder = "data/lists"

// Spec says in one text what the fields are, for the attribute of a page: name:label:place:use, parted by bars.
func (l *List) Spec() string {
	all := make([]string, len(l.Fields))
	for i, f := range l.Fields {
		all[i] = strings.Join([]string{f.Name, f.Label, string(f.Place), string(f.Use)}, ":")
	}
	return strings.Join(all, "|")
}

// A file is one of the scripts; each calls zhengceList with the list, what it holds, its number and its data.
type file struct {
	part string
	n    int
	data []any
}

// index tells the script how many things and files there are.
type index struct {
	Total  int              `json:"total"`
	Shard  int              `json:"shard"`
	Blocks map[string][]int `json:"blocks"` // of each column the number of things in each of its files
}

// Write writes the files of l into fs, the folder of the finished site.
func (l *List) Write(fs afero.Fs) error {
	all := []file{}
	head := index{Total: len(l.Items), Shard: shard, Blocks: map[string][]int{}}
	for i, f := range l.Fields {
		if f.Use == "" {
			continue
		}
		for _, b := range l.blocks(i, l.Items) {
			all = append(all, file{f.Name, len(head.Blocks[f.Name]), b.data})
			head.Blocks[f.Name] = append(head.Blocks[f.Name], b.n)
		}
	}
	for from := 0; from < len(l.Items); from += shard {
		all = append(all, file{"cards", from / shard, []any{cards(l.Items[from:min(from+shard, len(l.Items))])}})
	}
	all = append(all, file{"index", 0, []any{head}})
	for _, f := range all {
		name := path.Join(Folder, l.Name, f.part+"-"+strconv.Itoa(f.n)+".js")
		if err := fs.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := afero.WriteFile(fs, name, script(append([]any{l.Name, f.part, f.n}, f.data...)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// script returns a call of zhengceList.
func script(args []any) []byte {
	var b bytes.Buffer
	b.WriteString("zhengceList(")
	for i, arg := range args {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(encode(arg))
	}
	b.WriteString(");\n")
	return b.Bytes()
}

// encode returns x as JSON, which scripts read as well.
func encode(x any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		panic(fmt.Sprintf("list: internal error: %v", err))
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// cards returns items as the script reads them: address, words of the link, cells.
func cards(items []Item) []any {
	out := make([]any, len(items))
	for i, x := range items {
		out[i] = []any{x.Href, x.Link, x.Cells}
	}
	return out
}
