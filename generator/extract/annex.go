package extract

import (
	"strings"

	"zhengce/generator/document"
)

// plainAnnex is the label of an annex of tasks that is the only one.
const plainAnnex = "附件"

// loneAnnex takes the number off the ids of the measures and rows of an annex, 附件2/3, where no other annex has any:
// 附件/3. A table 附表1 keeps it, and an annex in a file of its own.
func (x *extractor) loneAnnex() {
	labels := map[string]bool{}
	for _, m := range x.facts.Measures {
		if m.Section.Body.Annex {
			labels[m.Section.Body.Label] = true
		}
	}
	for _, r := range x.facts.Annex {
		labels[r.In] = true
	}
	for label := range labels {
		if len(labels) == 1 && x.doc.Annex == nil && strings.HasPrefix(label, plainAnnex) {
			x.renameAnnex(label, plainAnnex)
		}
	}
}

// renameAnnex gives the annex called from another label.
func (x *extractor) renameAnnex(from, to string) {
	other := func(id string) string {
		if rest, ok := strings.CutPrefix(id, from+"/"); ok {
			return to + "/" + rest
		}
		return id
	}
	for _, m := range x.facts.Measures {
		if m.Section.Body.Annex {
			m.ID = other(m.ID)
			m.Address = document.LabelAddress(to) + strings.TrimPrefix(m.Address, document.LabelAddress(from))
		}
	}
	for _, a := range x.facts.Assignments {
		a.Measure = other(a.Measure)
	}
	for _, r := range x.facts.Annex {
		r.In, r.Measure = to, other(r.Measure)
	}
}
