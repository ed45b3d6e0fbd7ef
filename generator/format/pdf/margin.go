package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

const (
	runningHeadReason = "页眉页脚"
	watermarkReason   = "水印"
	aslantReason      = "斜排的文字"

	// marginPart is the part of a page's height in which its head or foot stands, marginRows how many
	// lines of it are looked at.
	marginPart = 0.14
	marginRows = 3
	// sameHeight is how far apart, in points, a running head may stand on two pages.
	sameHeight = 6.0
)

var (
	pageNumber = regexp.MustCompile(`^(?:[—–\-－·.]*[0-9０-９]{1,4}[—–\-－·.]*|第[0-9]{1,4}页(?:[/，,]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4}|[—–\-－·.]*(?:[ivxIVX]{1,6}|[Ⅰ-Ⅻⅰ-ⅻ])[—–\-－·.]*)$`)
	bareNumber = regexp.MustCompile(`^(?:[0-9]{1,4}|[ivxIVXⅠ-Ⅻⅰ-ⅻ]+)$`)
	romanPage  = regexp.MustCompile(`^[^a-zA-Z]*([ivxIVX]+)[^a-zA-Z]*$`)
)

// A marginRow is a line at the head or foot of a page.
type marginRow struct {
	row    *row
	text   string  // without white space
	height float64 // from the upper edge, or below 0 from the lower one
	apart  bool    // from the next line of the page
}

// markMargins gives page numbers, running heads and watermarks their reason: lines at the edge of pages
// that stand at the same height on several of them and say the same, but for a number that counts them.
func markMargins(sheets []sheet, pages int) {
	var all []marginRow
	for i := range sheets {
		if s := &sheets[i]; s.aside {
			continue
		} else {
			all = append(all, s.margins()...)
		}
	}
	groups := map[string][]marginRow{}
	for _, m := range all {
		key := heading(m.text)
		if pageNumber.MatchString(m.text) {
			key = ""
		}
		if m.height < 0 {
			key += "\n"
		}
		groups[key] = append(groups[key], m)
	}
	for _, group := range groups {
		for _, m := range group {
			same := 0
			for _, o := range nearlySame(group, m) {
				if o.row.page != m.row.page {
					same++
				}
			}
			switch {
			case pageNumber.MatchString(m.text):
				if m.counts(nearlySame(group, m)) {
					m.row.reason = paper.PageNumberReason
				}
			case repeats(same+1, pages) && !tableHead(m.row):
				m.row.reason = runningHeadReason
			}
		}
	}
	markAsides(sheets, pages)
}

// nearlySame returns the lines of the group that stand at the height of m, no more than are needed to decide.
func nearlySame(group []marginRow, m marginRow) []marginRow {
	var out []marginRow
	for _, o := range group {
		if math.Abs(o.height-m.height) < sameHeight {
			out = append(out, o)
		}
	}
	return out
}

// repeats reports whether a line on so many of the pages is one of their edge, not of the paper.
func repeats(on, pages int) bool {
	return pages > 2 && on*2 > pages || on >= 3
}

// counts reports whether the number is that of its page: it counts the pages with others at its
// height, or stands apart from the text, and is written as page numbers are or is its page's.
func (m marginRow) counts(others []marginRow) bool {
	n, own := numberIn(m.text), m.row.page
	for _, o := range others {
		if o.row.page != own && numberIn(o.text)-n == o.row.page-own {
			return true
		}
	}
	return m.apart && (!bareNumber.MatchString(m.text) || n == own+1)
}

// numberIn returns the first number of the text, or the Roman one that is all of it.
func numberIn(text string) int {
	if m := romanPage.FindStringSubmatch(norm.NFKC.String(text)); m != nil {
		return roman(strings.ToLower(m[1]))
	}
	digits := strings.TrimLeftFunc(fold(text), func(r rune) bool { return r < '0' || r > '9' })
	end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
	if end >= 0 {
		digits = digits[:end]
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// roman returns a small Roman number, -1 for letters that are none.
func roman(text string) int {
	for n := 1; n < 40; n++ {
		if s, _ := numeral.Write("lowerRoman", n); s == text {
			return n
		}
	}
	return -1
}

// fold turns the wide digits of the text into plain ones.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// tableHead reports whether the line is the head of a table, which may return on every page.
func tableHead(r *row) bool {
	words := 0
	for _, s := range r.segments() {
		if paper.HeadWord.MatchString(source.Squeeze(s.text())) {
			words++
		}
	}
	return words > 1
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

// margins returns the lines at the head and at the foot of the sheet.
func (s *sheet) margins() []marginRow {
	var out []marginRow
	n := len(s.rows)
	for i := 0; i < n && i < marginRows; i++ {
		r := &s.rows[i]
		if r.base-r.size/2 > marginPart*s.height {
			break
		}
		apart := i+1 >= n || s.rows[i+1].base-r.base > 1.8*r.size
		out = append(out, marginRow{r, source.Squeeze(r.text()), r.base, apart})
	}
	for i := n - 1; i >= 0 && i >= n-marginRows; i-- {
		r := &s.rows[i]
		if r.base < (1-marginPart)*s.height {
			break
		}
		apart := i == 0 || r.base-s.rows[i-1].base > 1.8*r.size
		out = append(out, marginRow{r, source.Squeeze(r.text()), r.base - s.height - 1e-3, apart})
	}
	return out
}

// markAsides gives its reason to writing that stands aslant across a page, and to turned writing that returns on most pages.
func markAsides(sheets []sheet, pages int) {
	on := map[string]map[int]bool{}
	for _, s := range sheets {
		for _, r := range s.rows {
			if key := heading(r.text()); s.aside {
				if on[key] == nil {
					on[key] = map[int]bool{}
				}
				on[key][s.page] = true
			}
		}
	}
	for i := range sheets {
		for k := range sheets[i].rows {
			switch r := &sheets[i].rows[k]; {
			case !sheets[i].aside:
			case repeats(len(on[heading(r.text())]), pages):
				r.reason = watermarkReason
			case sheets[i].aslant:
				r.reason = aslantReason
			}
		}
	}
}
