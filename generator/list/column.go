package list

import (
	"strconv"
	"strings"
)

// A block is a stretch of a column, as a file holds it.
type block struct {
	n    int
	data []any
}

// blocks returns the column of the field numbered i over items, halved until each part is small enough.
func (l *List) blocks(i int, items []Item) []block {
	b := block{len(items), l.column(i, items)}
	if len(items) < 2 || len(encode(b.data)) <= maxFile {
		return []block{b}
	}
	half := len(items) / 2
	return append(l.blocks(i, items[:half]), l.blocks(i, items[half:])...)
}

// column returns the words of a column, each once, and its runs: how many items follow that have a value, and the value.
// The value of what is chosen by words is the place of its word, or a list of places where an item has several or none; that of a date
// or number is itself, or null.
func (l *List) column(i int, items []Item) []any {
	f := l.Fields[i]
	words := []string{}
	place := map[string]int{}
	runs := []any{}
	last := ""
	for _, x := range items {
		var value any
		if !f.worded() {
			if k, known := x.Keys[f.Name]; known {
				value = k
			}
		} else {
			var at []int
			for _, w := range x.words(i, f.Name) {
				if _, known := place[w]; !known {
					place[w] = len(words)
					words = append(words, w)
				}
				at = append(at, place[w])
			}
			if value = at; len(at) == 1 {
				value = at[0]
			} else if at == nil {
				value = []int{}
			}
		}
		if key := string(encode(value)); len(runs) > 0 && key == last {
			runs[len(runs)-2] = runs[len(runs)-2].(int) + 1
		} else {
			runs, last = append(runs, 1, value), key
		}
	}
	return []any{words, runs}
}

// words returns what x is chosen by in a facet.
func (x Item) words(i int, name string) []string {
	if list, several := x.Words[name]; several {
		return list
	}
	if x.Cells[i] == "" {
		return []string{Unknown}
	}
	return []string{x.Cells[i]}
}

// A Page is a page of a list for those without scripts: things of one year, at most [Shelf].
type Page struct {
	Year  string // "2015", or "none"
	N     int    // of the pages of its year, from 1
	Items []int  // places in the list
}

// Pages returns the pages of l, on which every thing stands once: by year, and in it as the field by orders them; none
// where the first page of the list holds all.
func (l *List) Pages(date, by string) []Page {
	if len(l.Items) <= Shown {
		return nil
	}
	at := -1
	for i, f := range l.Fields {
		if f.Name == by {
			at = i
		}
	}
	var years []string
	places := map[string]map[string][]int{} // by year, by words
	orders := map[string][]string{}
	for i, x := range l.Items {
		year, word := "none", ""
		if k, known := x.Keys[date]; known {
			year = yearOf(k)
		}
		if at >= 0 {
			word = strings.Join(x.words(at, by), "、")
		}
		if places[year] == nil {
			places[year] = map[string][]int{}
			years = append(years, year)
		}
		if places[year][word] == nil {
			orders[year] = append(orders[year], word)
		}
		places[year][word] = append(places[year][word], i)
	}
	var out []Page
	for _, year := range years {
		var all []int
		for _, word := range orders[year] {
			all = append(all, places[year][word]...)
		}
		for n := 1; len(all) > 0; n++ {
			m := min(Shelf, len(all))
			out = append(out, Page{year, n, all[:m]})
			all = all[m:]
		}
	}
	return out
}

// yearOf returns the year of a date such as 20150720.
func yearOf(key int) string { return strconv.Itoa(key / 10000) }
