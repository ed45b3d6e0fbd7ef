package verify

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
)

var escaped = regexp.MustCompile(`\\(.)`)

// titleOf parts the title of a link or image into its kind, a question mark behind that, and the rest.
func titleOf(title []byte) (whole, kind string, doubtful bool, rest string) {
	whole = escaped.ReplaceAllString(strings.ReplaceAll(string(title), "&#124;", "|"), "$1")
	kind, _, _ = strings.Cut(whole, " ")
	rest = strings.TrimPrefix(whole, kind+" ")
	plain := strings.TrimSuffix(kind, "?")
	return whole, plain, plain != kind, rest
}

// link writes a link as render-link.html does.
func (r *markdownReader) link(n *ast.Link) {
	_, kind, doubtful, rest := titleOf(n.Title)
	destination := resolve(n.Destination)
	switch file, fragment, _ := strings.Cut(destination, "#"); {
	case kind == "ins" || kind == "del" || kind == "mark":
		r.within(kind, n)
	case kind == "due":
		day, words, _ := strings.Cut(rest, " ")
		r.mark("time", "datetime", strings.TrimPrefix(day, "-"), "title", words)
		r.inlines(n)
		r.mark("/time")
	case kind == "note":
		r.mark("note")
		r.text(rest)
	case strings.HasSuffix(file, ".md"):
		r.pageLink(n, file, fragment, kind, doubtful, rest)
	case strings.Contains(file, ":"):
		r.mark("a", "href", destination, "class", "outside")
		r.inlines(n)
		r.text("（站外）")
		r.mark("/a")
	default:
		id := ""
		if kind == "id" {
			id = rest
		}
		r.mark("a", "href", target(r.page, destination), "id", id, "class", r.linkClass(n, ""))
		r.inlines(n)
		r.mark("/a")
	}
}

// within writes what n holds within an element of the name.
func (r *markdownReader) within(name string, n ast.Node) {
	r.mark(name)
	r.inlines(n)
	r.mark("/" + name)
}

// pageLink writes a link to a page of content/.
func (r *markdownReader) pageLink(n ast.Node, file, fragment, kind string, doubtful bool, rest string) {
	name := strings.TrimPrefix(file, "/")
	if !strings.HasPrefix(file, "/") {
		name = path.Join(path.Dir(r.name), file)
	}
	to := r.pages[name]
	switch {
	case to == nil:
		r.mark("a", "href", file) // which no page has
		return
	case to.name == r.name && fragment == "" && kind == "figure":
		r.within("mark", n)
		return
	case to.name == r.name && fragment == "":
		r.inlines(n)
		return
	}
	a := map[string]string{"href": to.page}
	if fragment != "" {
		a["href"] += "#" + fragment
	}
	if doubtful {
		a["data-doubtful"] = "yes"
	}
	switch kind {
	case "role":
		a["data-agency"] = to.fields["agency"]
		a["data-role"], a["title"], _ = strings.Cut(rest, " ")
	case "doubt":
		a["title"] = rest
	case "figure":
		a["data-indicator"], a["title"] = to.fields["indicator"], rest
	case "citation":
		a["data-citation"], a["title"] = rest, "未收录，点开看引用情况"
		if strings.HasPrefix(to.name, "documents/") {
			a["title"] = "已收录，点开看全文"
		}
	case "heat":
		a["data-heat"] = rest
	case "id":
		a["id"] = rest
	}
	a["class"] = r.linkClass(n, kind)
	pairs := []string{"href", a["href"]}
	for _, key := range findings {
		pairs = append(pairs, key, a[key])
	}
	r.mark("a", pairs...)
	r.inlines(n)
	r.mark("/a")
}

// standsAlone knows a Han numeral below which a line would make it another.
var standsAlone = regexp.MustCompile(`^[（(]?[〇零一二三四五六七八九十百千万亿两廿卅]+[）)、．.]?$`)

// linkClass returns the class of a link, as link-class.html does.
func (r *markdownReader) linkClass(n ast.Node, kind string) string {
	var of []string
	if kind == "doubt" {
		of = append(of, kind)
	}
	if text := plainOf(n, r.body); len(text) < 19 && standsAlone.MatchString(text) {
		of = append(of, "han")
	}
	return strings.Join(of, " ")
}

// image writes an image, or a stretch of text as its file sets it, as render-image.html does.
func (r *markdownReader) image(n *ast.Image) {
	whole, kind, _, rest := titleOf(n.Title)
	switch {
	case string(n.Destination) != "#":
		r.mark("img", "src", target(r.page, resolve(n.Destination)), "alt", plainOf(n, r.body), "title", whole)
	case kind == "sup" || kind == "sub" || kind == "s":
		r.within(kind, n)
	case kind == "ruby":
		r.mark("ruby")
		r.inlines(n)
		r.mark("rt")
		r.text(rest)
		r.mark("/rt")
		r.mark("/ruby")
	case kind == "math":
		formula := readMain(r.page, []byte("<main>"+rest+"</main>"), false)
		r.b.WriteString(formula.b.String())
		r.inlines(n)
	default:
		r.inlines(n)
	}
}

func plainOf(n ast.Node, body []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.WriteString(resolve(t.Value(body)))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// table writes a table as render-table.html does.
func (r *markdownReader) table(n *tables.Table, a map[string]string) {
	if a["data-list"] != "" {
		r.cards(n, a)
		return
	}
	if a["data-fold"] != "" {
		r.text(a["data-fold"])
	}
	caption := a["caption"]
	if caption == "" {
		caption = "表格"
	}
	r.mark("div", "class", "table")
	r.mark("table", "data-table", a["data-table"])
	r.mark("caption")
	r.text(caption)
	if a["data-table"] != "" {
		r.mark("a", "href", "data/tables/"+a["data-table"]+".csv", "class", "csv")
		r.text("下载本表（CSV）")
		r.mark("/a")
	}
	sizes := map[string][2]string{}
	for _, s := range strings.Fields(a["data-spans"]) {
		if f := strings.Split(s, ":"); len(f) == 4 {
			sizes[f[0]+":"+f[1]] = [2]string{f[2], f[3]}
		}
	}
	covered := words(a["data-covered"])
	titled := headed(n, r.body)
	row := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, head := c.(*tables.TableHeader); !head || titled {
			r.row(c, row, sizes, covered)
		}
		row++
	}
	r.mark("/div")
	if first, err := strconv.Atoi(a["data-first"]); err == nil {
		r.text("其余" + strconv.Itoa(row-1-first) + "行")
	}
}

// headed reports whether a table has a head at all.
func headed(n *tables.Table, body []byte) bool {
	head, ok := n.FirstChild().(*tables.TableHeader)
	return ok && (plainOf(head, body) != "" || holdsMarks(head))
}

func holdsMarks(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		found = found || n.Kind() == ast.KindLink
		return ast.WalkContinue, nil
	})
	return found
}

func (r *markdownReader) row(n ast.Node, row int, sizes map[string][2]string, covered map[string]bool) {
	r.mark("tr")
	column := 0
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if place := strconv.Itoa(row) + ":" + strconv.Itoa(column); !covered[place] {
			size := sizes[place]
			r.mark("cell", "rowspan", size[0], "colspan", size[1])
			r.inlines(cell)
		}
		column++
	}
}
