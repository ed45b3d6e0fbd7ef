package clock

import (
	"slices"
	"strings"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A list is what a list of papers says of them.
type list int

const (
	noList  list = iota
	ended        // 「废止下列文件：」
	changed      // 「对下列文件作如下修改：」
)

var (
	// changesList opens a list of papers that are changed.
	changesList = words.Pattern(`^(?:决定)?(?:对|将)?{{list-words}}[^,。;《》]{0,20}?(?:{{ended-nouns}}|规章)[^,。;《》]{0,12}?{{changing-words}}:?$|^(?:决定)?{{correcting-verbs}}{{list-words}}[^,。;《》]{0,20}?(?:{{ended-nouns}}|规章):?$`)
	// listTitle is the title of an annex that lists papers that are ended: 宣布失效的规范性文件目录.
	listTitle  = words.Pattern(`{{ending-verbs}}的?[^,。;《》]{0,24}{{list-names}}$`)
	stayTitles = words.Pattern(`(?:{{stay-words}})的?[^,。;《》]{0,24}{{list-names}}$`)
)

// listed returns the list in which the papers stand that a sentence names, where the one before stands in a list: a
// sentence that says what is changed in them takes them out.
func (c *clause) listed(in list, names bool) list {
	if names && in == ended && changes.MatchString(c.text()) {
		return noList
	}
	return in
}

// goesOn returns the list in which the sentence behind c stands, which stands in a list itself and may name papers.
func (c *clause) goesOn(in list, names bool) list {
	s := c.text()
	switch {
	case changesList.MatchString(s):
		return changed
	case listHead.MatchString(s), endsList.MatchString(s):
		return ended
	case names, strings.HasSuffix(s, ":") && !words.In(s, stayWords), strings.HasPrefix(s, "("):
		return c.listed(in, names)
	}
	return noList
}

// listOf returns the list that the title of an annex opens.
func listOf(title string) list {
	if listTitle.MatchString(title) && !stayTitles.MatchString(title) {
		return ended
	}
	return noList
}

// listBeside returns the list in which stands what follows a table, a title or a line of the frame; in is that of what is
// before it. The papers of a table in a list are read.
func (f *finder) listBeside(b *document.Block, in list) list {
	switch {
	case b.Table != nil && in != noList:
		f.papersOf(b.Table, mention{f: f, listed: in})
		return in
	case b.Kind == document.AnnexTitle, b.Kind == document.Title:
		return listOf(f.line(b.Span).s)
	}
	return noList
}

// lists reads the papers of a decision whose title says that it ends or changes papers: those of its title, and those of
// its tables.
func (f *finder) lists() {
	title := f.facts.Meta.Title
	ends, changes := words.In(title, endingTitles), words.In(title, changeTitles)
	if !ends && !changes {
		return
	}
	in := noList
	if ends && !changes {
		in = ended
	}
	for _, b := range f.doc.Blocks {
		if b.Table != nil {
			f.papersOf(b.Table, mention{f: f, listed: in, change: changes})
		} else if f.doc.Title.Contains(b.Span) {
			f.papersIn(f.namedIn(b.Span), mention{f: f, listed: in, titled: true, change: changes})
		}
	}
}

// papersOf reads the papers that the rows of a table name. One with its title and its number in two cells is one paper; a
// title may lack its 《》 in a column of names.
func (f *finder) papersOf(t *document.Table, as mention) {
	c := column.Read(f.doc.File, t)
	for _, l := range t.Lines {
		var named []Named
		for _, cell := range l.Cells {
			if !cell.Above && !cell.Beside {
				named = append(named, f.namedIn(cell.Span)...)
			}
		}
		if len(named) == 1 && named[0].Title == "" {
			for _, col := range c.Of(column.Name) {
				if cell := l.Cells[col]; !cell.Empty() && !cell.Contains(named[0].Span) {
					named[0].Title = strings.Trim(f.doc.File.Squeezed(cell.Span), "《》")
					named[0].Span = source.Span{Start: min(cell.Start, named[0].Start), End: max(cell.End, named[0].End)}
				}
			}
		}
		if len(named) == 2 && named[0].Number == "" && named[1].Title == "" {
			named = []Named{{Span: source.Span{Start: named[0].Start, End: named[1].End}, Title: named[0].Title, Number: named[1].Number}}
		}
		f.papersIn(named, as)
	}
}

// papersIn reads the papers of a title or a row.
func (f *finder) papersIn(named []Named, as mention) {
	for _, n := range named {
		m := as
		m.Named = n
		if rule, ok := firstOf(f, endRules, &m, n.Span); ok && rule.Verdict == policy.Take {
			f.end(&f.valid.Repeals, m.found(rule.Name))
		} else if rule, ok := firstOf(f, changeRules, &m, n.Span); ok {
			f.end(&f.valid.Amends, m.found(rule.Name))
		}
	}
}

// numbers gives the papers that are ended or changed by title alone the number that the text gives them elsewhere, where
// it is one and not that of the paper itself.
func (f *finder) numbers() {
	known := map[string]string{}
	for _, n := range f.named {
		key := words.FoldTitle(n.Title)
		switch old, twice := known[key]; {
		case n.Title == "" || n.Number == "":
		case twice && old != n.Number:
			known[key] = ""
		default:
			known[key] = n.Number
		}
	}
	for _, e := range slices.Concat(f.valid.Repeals, f.valid.Amends) {
		if n := known[words.FoldTitle(e.Title)]; e.Number == "" && e.Title != "" && words.NumberKey(n) != words.NumberKey(f.facts.Meta.Number) {
			e.Number = n
		}
	}
}
