package ofd

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"zhengce/generator/source"
)

// folio is what a page number may look like; its groups are what stands around and the number.
var folio = regexp.MustCompile(`^([—–\-－─·.]*)(?:第)?([0-9０-９]{1,4})(?:页|/[0-9]{1,4}|(?:页)?[/，,]?共[0-9]{1,4}页)?([—–\-－─·.]*)$`)

// An edge is the first or last line of a page.
type edge struct {
	row    *row
	foot   bool
	far    float64 // how near it is to the edge of the page: 0 at it, 1 at the other
	number int     // that it is, less that of the page; none if it is no number
	plain  bool    // a number without dashes or words
}

const noFolio = -1 << 30

// markFurniture gives page numbers and running heads their reason, by their place and by what returns
// on other pages; a lone number in the text is none.
func markFurniture(pages []*page, rows [][]row) {
	var edges []edge
	for i := range rows {
		edges = append(edges, edgesOf(pages[i], rows[i])...)
	}
	runs, heads := map[int]int{}, map[string]map[int]bool{}
	for _, e := range edges {
		if e.number != noFolio {
			runs[e.number]++
		}
		if key := e.key(); key != "" {
			if heads[key] == nil {
				heads[key] = map[int]bool{}
			}
			heads[key][e.row.page] = true
		}
	}
	for _, e := range edges {
		switch {
		case e.isFolio(runs):
			e.row.reason = folioReason
		case e.row.shared(), len(heads[e.key()])*2 > len(pages) && len(pages) > 1 && e.far < 0.15 && !e.row.isTableHead():
			e.row.reason = headReason
		}
	}
}

// isFolio reports whether a line is the number of its page: set off with dashes or words, counting on
// from page to page, or alone at the very foot.
func (e edge) isFolio(runs map[int]int) bool {
	return e.number != noFolio && (!e.plain && e.far < 0.2 || runs[e.number] > 1 && e.far < 0.15 || e.foot && e.far < 0.08)
}

// edgesOf returns the first two and the last two lines of a page.
func edgesOf(p *page, rows []row) []edge {
	var out []edge
	top, height := p.box[1], p.box[3]
	if height <= 0 {
		top, height = 0, 297
	}
	first, last := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		first, last = math.Min(first, r.y0), math.Max(last, r.y1)
	}
	for i := range rows {
		r := &rows[i]
		if r.table != nil {
			continue
		}
		atTop, atFoot := r.y0 < first+2*r.size, r.y1 > last-2*r.size
		if !atTop && !atFoot {
			continue
		}
		e := edge{row: r, foot: atFoot, number: noFolio, far: math.Max(0, (r.y0-top)/height)}
		if atFoot {
			e.far = math.Max(0, (top+height-r.y1)/height)
		}
		if m := folio.FindStringSubmatch(source.Squeeze(r.text())); m != nil {
			if n, err := strconv.Atoi(narrow(m[2])); err == nil {
				e.number, e.plain = n-r.page, m[0] == m[2]
			}
		}
		out = append(out, e)
	}
	return out
}

// narrow writes wide digits as plain ones.
func narrow(digits string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, digits)
}

// key is the same for lines that say the same at the same height, whatever the page.
func (e edge) key() string {
	text := heading(e.row.text())
	if text == "" {
		return ""
	}
	return text + "|" + strconv.Itoa(int(math.Round(e.row.y0/4)))
}

// text returns the characters of the line.
func (r *row) text() string {
	var b strings.Builder
	for _, c := range r.pieces {
		b.WriteString(c.text)
	}
	return b.String()
}

// shared reports whether the whole line is of a template that several pages use.
func (r *row) shared() bool {
	for _, c := range r.pieces {
		if !c.template {
			return false
		}
	}
	return len(r.pieces) > 0
}

// heading returns a line without what changes from page to page.
func heading(text string) string {
	return strings.Map(func(r rune) rune {
		if source.IsSpace(r) || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}
