package sitetest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// A listPage is a page whose list a script serves.
type listPage struct {
	name, list string
	fields     [][]string // name, label, place, use
	rows       [][]string // of its table, in order, without the head
}

var listMark = regexp.MustCompile(`<section class="list" data-list="([^"]*)" data-total="\d+" data-fields="([^"]*)" aria`)

// listPages returns all of them in the site.
func listPages(t *testing.T) []listPage {
	t.Helper()
	return listPagesIn(t, public(t))
}

func listPagesIn(t *testing.T, dir string) (out []listPage) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range listMark.FindAllSubmatch(data, -1) {
			p := listPage{list: string(m[1])}
			if p.name, err = filepath.Rel(dir, name); err != nil {
				return err
			}
			for f := range strings.SplitSeq(string(m[2]), "|") {
				p.fields = append(p.fields, strings.Split(f, ":"))
			}
			p.rows = readTable(t, filepath.Join(dir, "data", "tables", p.list+".csv"))[1:]
			out = append(out, p)
		}
		return nil
	})
	if err != nil || len(out) == 0 {
		t.Fatal("no page has a list: ", err)
	}
	return out
}

// oneOfEach returns of the lists of one kind, which stand in one folder, the longest.
func oneOfEach(all []listPage) (out []listPage) {
	of := map[string]int{}
	for _, p := range all {
		folder, _ := filepath.Split(p.list)
		at, known := of[folder]
		switch {
		case folder == "" || !known:
			of[folder] = len(out)
			out = append(out, p)
		case len(p.rows) > len(out[at].rows):
			out[at] = p
		}
	}
	return out
}

func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

// expected returns the titles of the rows that have value in the field numbered at.
func (p listPage) expected(at int, value string) (out []string) {
	title := slices.IndexFunc(p.fields, func(f []string) bool { return f[2] == "title" })
	for _, row := range p.rows {
		parts := strings.Split(row[at], "、")
		if strings.Contains(row[at], "；") {
			parts = strings.Split(row[at], "；")
		}
		if row[at] == value || row[at] == "" && value == "未载明" || slices.Contains(parts, value) {
			out = append(out, row[title])
		}
	}
	return out
}

const shownTitles = `[...document.querySelectorAll('[data-item] .list-title')].map(e => e.textContent.trim())`

func (b *tab) ready(state string) {
	b.t.Helper()
	b.until(`document.querySelector('section[data-list]').dataset.ready === ` + quote(state))
}

// choose opens a facet, takes the first value that not all have, and returns it.
func (b *tab) choose(facet string) string {
	b.t.Helper()
	fold := `document.querySelector('[data-facet="` + facet + `"]')`
	eval[bool](b, `(document.querySelector('.list-facets').closest('dialog') && document.querySelector('.list-open').click(), `+fold+`.open = true)`)
	b.until(fold + `.querySelector('input[type=checkbox]') !== null`)
	value := eval[string](b, fold+`.querySelector('input[type=checkbox]').value`)
	eval[bool](b, `(`+fold+`.querySelector('input[type=checkbox]').click(), true)`)
	return value
}

// TestLists: in every list, what is chosen stands in the address; reload, a shared address and Back show it again, and so
// do the table that is saved and the print. What is shown is what the whole table says.
func TestLists(t *testing.T) {
	for _, p := range oneOfEach(listPages(t)) {
		t.Run(p.list, func(t *testing.T) { p.holds(t, public(t)) })
	}
}

// holds holds the list of a site to all ways of choosing in it, on a telephone and on a wide screen.
func (p listPage) holds(t *testing.T, site string) {
	everywhereIn(t, site, func(t *testing.T, b *tab) {
		for _, width := range []int64{390, 1440} {
			b.size(view{width: width, height: 900})
			b.listHolds(t, p, width > 1000)
		}
	})
}

// TestListOfSubsidies holds the list of subsidies, which the seeds do not promise, to the same in a site of papers that do.
func TestListOfSubsidies(t *testing.T) {
	chromium(t)
	papers := map[string]string{}
	for i, city := range []string{"甲川", "乙川", "丙川"} {
		text := fmt.Sprintf("%s市扶持办法\n%s政规〔203%d〕%d号\n一、扶持\n", city, city, i, i+1)
		for n, thing := range []string{"小店", "茶园", "渔船", "民宿", "果园", "菜场", "作坊", "书店"} {
			text += fmt.Sprintf("（%s）%s。对新办的%s，给予一次性补贴%d元。（市%s局负责）\n", []string{"一", "二", "三", "四", "五", "六", "七", "八"}[n], thing, thing, 1000*(n+1)+i, []string{"商务", "财政"}[n%2])
		}
		papers[fmt.Sprintf("p%d.txt", i)] = text + fmt.Sprintf("%s市人民政府\n203%d年4月10日\n", city, i)
	}
	dir := madeSite(t, papers)
	all := listPagesIn(t, dir)
	at := slices.IndexFunc(all, func(p listPage) bool { return p.list == "subsidies" })
	if at < 0 || len(all[at].rows) != 24 {
		t.Fatalf("no list of 24 subsidies: %v", all)
	}
	all[at].holds(t, dir)
}

// listHolds chooses in p by its first facet or, if all are asked for, by each, and goes all ways with the last.
func (b *tab) listHolds(t *testing.T, p listPage, all bool) {
	b.visit(p.name)
	b.ready("?")
	first := eval[[]string](b, shownTitles)
	if want := min(20, len(p.rows)); len(first) != want || eval[string](b, `document.querySelector('[data-list-count]').textContent`) != fmt.Sprint(len(p.rows)) {
		t.Errorf("%s begins with %d of %d", p.name, len(first), len(p.rows))
	}
	var want []string
	state := ""
	check := func(how string) {
		t.Helper()
		b.ready(state)
		if got := eval[string](b, `document.querySelector('[data-list-count]').textContent`); got != fmt.Sprint(len(want)) {
			t.Errorf("%s %s: %s counts %s, want %d", p.name, state, how, got, len(want))
		}
		if diff := cmp.Diff(want[:min(20, len(want))], eval[[]string](b, shownTitles)); diff != "" {
			t.Errorf("%s %s %s: %s", p.name, state, how, diff)
		}
	}
	clear := func() {
		eval[bool](b, `(document.querySelector('dialog[open]')?.close(), document.querySelector('.list-clear').click(), true)`)
		b.ready("?")
		if diff := cmp.Diff(first, eval[[]string](b, shownTitles)); diff != "" {
			t.Errorf("%s: cleared: %s", p.name, diff)
		}
	}
	for at, f := range p.fields {
		if f[3] != "facet" || state != "" && !all {
			continue
		}
		if state != "" {
			clear()
		}
		value := b.choose(f[0])
		b.until(`document.querySelector('section[data-list]').dataset.ready?.includes('f.')`)
		want, state = p.expected(at, value), eval[string](b, `location.search`)
		check("chosen")
	}
	if state == "" {
		t.Fatalf("%s has nothing to choose by", p.name)
	}
	address := eval[string](b, `location.href`)
	b.saved(t, p, want)
	clear()
	eval[bool](b, `(history.back(), true)`)
	check("after Back")
	eval[bool](b, `(window.old = true, setTimeout(() => location.reload()), true)`)
	b.until(`window.old === undefined`)
	check("reloaded")
	b.visit("about.html")
	eval[bool](b, `(setTimeout(() => location.href = `+quote(address)+`), true)`)
	b.until(`document.querySelector('section[data-list]') !== null`)
	check("by its address")
	eval[bool](b, `(document.querySelector('[data-item] a').click(), true)`)
	b.until(`document.querySelector('section[data-list] .list-tools') === null`)
	eval[bool](b, `(setTimeout(() => history.back()), true)`)
	b.until(`document.querySelector('section[data-list] .list-tools') !== null`)
	check("back from a page")
}

// saved compares what the buttons below a list save and print with the titles that are wanted.
func (b *tab) saved(t *testing.T, p listPage, want []string) {
	t.Helper()
	eval[bool](b, `(() => {
		window.savedText = window.printed = null;
		URL.createObjectURL = (blob) => (blob.text().then((s) => (window.savedText = s)), '#');
		HTMLAnchorElement.prototype.click = () => {};
		window.print = () => (window.printed = `+shownTitles+`);
		for (const e of document.querySelectorAll('.list-more button')) e.dispatchEvent(new MouseEvent('click'));
		return true;
	})()`)
	b.until(`window.savedText !== null && window.printed !== null`)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(eval[string](b, `window.savedText`), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	title := slices.IndexFunc(p.fields, func(f []string) bool { return f[2] == "title" })
	var got []string
	for _, row := range rows[1:] {
		got = append(got, row[title])
		if !slices.ContainsFunc(p.rows, func(r []string) bool { return slices.Equal(r, row) }) {
			t.Errorf("%s: the saved row %q is none of the whole table", p.name, row)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s saved: %s", p.name, diff)
	}
	if diff := cmp.Diff(want, eval[[]string](b, `window.printed`)); diff != "" {
		t.Errorf("%s printed: %s", p.name, diff)
	}
	eval[bool](b, `(window.dispatchEvent(new Event('afterprint')), true)`)
}

// TestListOrder: a list begins with the newest, one of days with the earliest; those without a date stand last either way.
// What is unknown in an address is passed over, a value that nothing has gives nothing and says how to go on.
func TestListOrder(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		for _, p := range oneOfEach(listPages(t)) {
			at := slices.IndexFunc(p.fields, func(f []string) bool { return f[3] == "date" || f[3] == "day" })
			if at < 0 {
				continue
			}
			name, newest := p.fields[at][0], p.fields[at][3] == "date"
			other := "-" + name
			if newest {
				other = name
			}
			for _, state := range []string{"?", "?sort=" + other} {
				b.visit(p.name + state)
				b.ready(state)
				want := p.ordered(at, newest == (state == "?"))
				if diff := cmp.Diff(want[:min(20, len(want))], eval[[]string](b, shownTitles)); diff != "" {
					t.Errorf("%s%s: %s", p.name, state, diff)
				}
			}
			b.visit(p.name + "?utm=1&f.nothing=2&sort=other")
			b.ready("?")
			b.visit(p.name + "?f." + name + "=1066")
			b.until(`document.querySelector('.list-none button') !== null && document.querySelector('[data-list-count]').textContent === '0'`)
			eval[bool](b, `(document.querySelector('.list-none button').click(), true)`)
			b.ready("?")
		}
	})
}

var dateWords = regexp.MustCompile(`^(\d{4})年(?:(\d+)月)?(?:(\d+)日)?$`)

// ordered returns the titles of the rows by the dates in the column numbered at, those without one last.
func (p listPage) ordered(at int, down bool) (out []string) {
	key := func(row []string) (n int) {
		if m := dateWords.FindStringSubmatch(row[at]); m != nil {
			for _, part := range m[1:] {
				v, _ := strconv.Atoi(part)
				n = n*100 + v
			}
		}
		return n
	}
	rows := slices.Clone(p.rows)
	slices.SortStableFunc(rows, func(a, b []string) int {
		x, y := key(a), key(b)
		switch {
		case x == 0 || y == 0:
			return y - x
		case down:
			return y - x
		}
		return x - y
	})
	title := slices.IndexFunc(p.fields, func(f []string) bool { return f[2] == "title" })
	for _, row := range rows {
		out = append(out, row[title])
	}
	return out
}

// TestListShelves: without scripts every thing of a list that goes on stands once on the pages by year.
func TestListShelves(t *testing.T) {
	site := public(t)
	for _, p := range listPages(t) {
		files, err := filepath.Glob(filepath.Join(site, "lists", p.list, "*", "[0-9]*.html"))
		if err != nil {
			t.Fatal(err)
		}
		if len(p.rows) <= 20 {
			if len(files) > 0 {
				t.Errorf("%s is shown whole and has %d pages more", p.name, len(files))
			}
			continue
		}
		n := 0
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			cards := bytes.Count(data, []byte("<li data-item>"))
			if n += cards; cards > 50 || len(data) > 300_000 {
				t.Errorf("%s has %d cards and %d bytes", name, cards, len(data))
			}
		}
		if n != len(p.rows) {
			t.Errorf("the pages of %s have %d of %d", p.list, n, len(p.rows))
		}
	}
}

// cardsOf returns the cards of a page: of each the link of its title, and what stands there by its label.
func cardsOf(t *testing.T, page string) (out []tableRow) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(public(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch {
		case hasAttribute(n, "data-item"):
			out = append(out, tableRow{map[string]string{}, map[string]string{}})
		case n.Data == "a" && n.Parent != nil && attr(n.Parent, "class") == "list-title":
			out[len(out)-1].link["标题"] = attr(n, "href")
		case hasAttribute(n, "data-label"):
			out[len(out)-1].text[attr(n, "data-label")] = textOf(n)
		}
	}
	return out
}
