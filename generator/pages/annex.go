package pages

import (
	"slices"
	"strconv"

	"zhengce/generator/catalog"
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
	p.quote([]inline{o.text(r.TaskSpan)})
	p.list(otherCells(d, r, o), "")
	if r.Task != nil {
		p.task(r.Task)
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
				for _, h := range t.Header {
					if h.Col == c.Col && !h.Empty() {
						title = add(o.marked(h.Span), plain("："))
					}
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
		t.row(link(number, file(r), ""), plain(r.AnnexRow.Task), who, of)
	}
	return t
}

// rowLink links to r by number and task.
func rowLink(r *catalog.AnnexRow) inline {
	return link(r.Label()+" "+cut(r.AnnexRow.Task, linkCharacters), file(r), "")
}

// An annexFile is an annex in a file of its own, as the page of its paper lists it.
type annexFile struct {
	Page   string `json:"page"`
	Title  string `json:"title"`
	Source string `json:"source"`
	SHA256 string `json:"sha256"`
}

// annexFiles returns the annexes of d that stand in files of their own.
func annexFiles(d *catalog.Document) []annexFile {
	var out []annexFile
	for _, a := range d.Annexes {
		f := a.Facts.Document.File
		out = append(out, annexFile{file(a), a.Title, f.Name, f.SHA256})
	}
	return out
}
