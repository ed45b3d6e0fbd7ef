package pages

import (
	"path"
	"regexp"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/source"
)

// annexPages shows the rows of d's annexes, each on a page.
func annexPages(d *catalog.Document, o *overlay) []*page {
	var out []*page
	for _, r := range d.Annex {
		out = append(out, annexPage(d, r, o))
	}
	for i, p := range out {
		if i > 0 {
			p.set("prev", "/"+out[i-1].path)
		}
		if i+1 < len(out) {
			p.set("next", "/"+out[i+1].path)
		}
	}
	return out
}

func annexPage(d *catalog.Document, r *catalog.AnnexRow, o *overlay) *page {
	title := r.Label() + " " + r.AnnexRow.Task
	p := newPage(r.Path()+".md", title, d.ShortTitle+"："+cut(title, descriptionCharacters))
	p.set("linkTitle", r.Label())
	p.set("paper", file(d))
	p.set("anchor", r.Anchor())
	p.cited(d, r.Label())
	p.quote([]inline{o.text(r.TaskSpan)})
	p.list(otherCells(d, r, o), "")
	if r.Task != nil {
		p.section("tasks", "责任分工")
		p.task(r.Task)
		p.when(deadlinesOf([]*catalog.Task{r.Task}, nil))
	}
	if r.Of != nil {
		p.para(add(plain("对应措施："), measureLink(r.Of)), "")
	}
	return p
}

// otherCells returns the cells of r beside its task and number as they are printed, each after the
// title of its column.
func otherCells(d *catalog.Document, r *catalog.AnnexRow, o *overlay) []inline {
	var out []inline
	for _, t := range d.Document.Tables {
		for _, cells := range t.Rows {
			if !slices.ContainsFunc(cells, func(c source.Cell) bool { return c.Overlaps(r.TaskSpan) }) {
				continue
			}
			for _, c := range cells {
				if c.Empty() || c.Overlaps(r.TaskSpan) || d.Document.File.Squeezed(c.Span) == strconv.Itoa(r.No) {
					continue
				}
				var title inline
				for _, h := range t.Over(c.Col) {
					title = add(o.marked(h), plain("："))
				}
				out = append(out, add(title, o.bare(c.Span)))
			}
		}
	}
	return out
}

// annexTable lists the rows of d's annexes.
func annexTable(d *catalog.Document) *table {
	t := &table{name: "measures/" + d.ID + "-annex", caption: "附件所列任务及其责任部门", head: []string{"序号", "任务", "责任部门", "对应措施"}}
	for _, r := range d.Annex {
		var of inline
		if r.Of != nil {
			of = link(r.Of.ID, file(r.Of), "")
		}
		var who inline
		if r.Task != nil {
			who = members([]*catalog.Task{r.Task})
		}
		number := r.Label() // where the table has no numbers
		if r.No > 0 {
			number = strconv.Itoa(r.No)
		}
		t.row(link(number, file(r), ""), add(plain(r.AnnexRow.Task), doubtful(r.AnnexRow.Doubts)), who, of)
	}
	return t
}

// rowLink links to r by number and task.
func rowLink(r *catalog.AnnexRow) inline {
	return link(r.Label()+" "+cut(r.AnnexRow.Task, linkCharacters), file(r), "")
}

// An annexFile is an annex in a file of its own, as the page of its paper shows it.
type annexFile struct {
	Page  string `json:"page"` // that holds its text
	ID    string `json:"id"`   // on the page of the paper
	Title string `json:"title"`
}

func newAnnexFile(t *catalog.Text) annexFile {
	return annexFile{"/" + annexPath(t), t.Anchor(), t.Heading()}
}

// annexPath returns the path of the page that holds the text of an annex.
func annexPath(t *catalog.Text) string { return "documents/" + t.ID + ".md" }

// annexFile writes the text of an annex, a page without an address of its own, and puts it into the outline.
func (w *writer) annexFile(t *catalog.Text) *page {
	p := newPage(annexPath(t), t.Heading(), "《"+w.doc.Title+"》"+t.Heading())
	p.set("build", map[string]string{"render": "never", "list": "never"})
	p.original(t)
	p.set("anchor", t.Anchor())
	p.set("label", t.Place().Label())
	p.set("file", path.Base(t.File.Name))
	p.set("download", "/"+t.Original())
	p.set("marked", marked(t))
	if of := t.Place().CopyOf; of != "" {
		p.set("copyOf", path.Base(of))
	}
	w.page = p
	w.enter(t)
	w.body(t.Document.Blocks)
	return p
}

// enter puts an annex into the outline and returns the id of its beginning.
func (w *writer) enter(t *catalog.Text) string {
	id := w.id(t.Anchor())
	w.within, w.titled = t.Place().Key()+"-", true
	w.outline = append(w.outline, outlineItem{id, 1, cut(t.Heading(), w.room+2)})
	return id
}

// printedAnnex writes an annex behind the paper, on a page that shows both.
func (w *writer) printedAnnex(t *catalog.Text) {
	attrs := ".annex-mark id=" + quoteAttr(w.enter(t))
	blocks := t.Document.Blocks
	if i := slices.IndexFunc(blocks, func(b *document.Block) bool { return b.Kind != document.Noise }); marked(t) {
		w.page.para(w.overlay.text(blocks[i].Span), attrs)
		blocks = blocks[i+1:]
	} else {
		w.page.para(plain(t.Place().Label()), attrs)
	}
	w.body(blocks)
}

// announced is a line that announces an annex: 「附件：1.重点任务分工表」, and below it 「2.成员名单」.
var announced = regexp.MustCompile(`^(?:附\s*件\s*[：:]?\s*)?(?:([0-9]{1,2})\s*[.．、]?\s*)?(\S.*)$`)

// announcements links the lines by which the text of d announces its annexes to those in files of their own. The ids on the
// page have the given beginning.
func announcements(d *catalog.Document, prefix string) []finding {
	byNumber := map[string]*catalog.Text{}
	for _, t := range d.Annexes() {
		if n := t.Place().Number; byNumber[n] == nil {
			byNumber[n] = t
		}
	}
	var out []finding
	for _, b := range d.Texts[0].Document.Blocks {
		if b.Kind != document.AnnexNote || len(byNumber) == 0 {
			continue
		}
		m := announced.FindStringSubmatchIndex(d.Document.File.Slice(b.Span))
		if m == nil {
			continue
		}
		number := ""
		if m[2] >= 0 {
			number = d.Document.File.Text[b.Start+m[2] : b.Start+m[3]]
		}
		if t := byNumber[number]; t != nil {
			out = append(out, finding{source.Span{Start: b.Start + m[4], End: b.Start + m[5]}, "#" + prefix + t.Anchor(), ""})
		}
	}
	return out
}

// marked reports whether the text of an annex begins with 附件1 or the like.
func marked(t *catalog.Text) bool {
	for _, b := range t.Document.Blocks {
		if b.Kind != document.Noise {
			return b.Kind == document.AnnexMark
		}
	}
	return false
}
