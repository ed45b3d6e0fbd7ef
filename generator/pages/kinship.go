package pages

import (
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
)

// cascadeName names x by its parent, if a paper names it, else by its papers.
func cascadeName(x *catalog.Cascade) string {
	last := x.Members[len(x.Members)-1].ShortTitle
	switch {
	case x.Parent != "":
		return "同源对照：" + x.Parent
	case x.Kinship == catalog.Editions:
		return "前后版本：" + last + "等" + strconv.Itoa(len(x.Members)) + "份"
	}
	return "同源文件：" + x.Members[0].ShortTitle + "等" + strconv.Itoa(len(x.Members)) + "份"
}

// kinship says why the papers of x are set side by side.
func kinship(x *catalog.Cascade) inline {
	switch {
	case x.Parent != "":
		return add(plain("上位文件："), parentLink(x.Parent, parentHeld(x)), plain("。"))
	case x.Kinship == catalog.Editions:
		return plain("这些文件由同一地区先后制定，标题除年份、版次外相同，或者后一份废止了前一份。")
	}
	return plain("这些文件没有写明上位文件，据正文的共同文字归为一组。")
}

// parentHeld returns the parent of x, if the library holds it.
func parentHeld(x *catalog.Cascade) *catalog.Document {
	for _, c := range x.Carries {
		if c.Parent == x.Parent {
			return c.Held
		}
	}
	return nil
}

// parentLink names a parent by its title or, where no paper gives that, by its number, and leads to it.
func parentLink(name string, held *catalog.Document) inline {
	if !strings.HasSuffix(name, "号") {
		name = "《" + name + "》"
	}
	if held != nil {
		return link(name, file(held), "")
	}
	return plain(name)
}

// kinshipWords describe the page of a cascade.
var kinshipWords = map[catalog.Kinship]string{
	catalog.OneParent: "贯彻同一文件的各文件逐条对照", catalog.Editions: "同一文件的前后版本逐条对照", catalog.OneText: "正文相同的各文件逐条对照",
}

// carries lists what each member says that it carries out, where that is not the one parent alone.
func (p *page) carries(x *catalog.Cascade) {
	if x.Parent == "" {
		return
	}
	t := &table{name: "compare/" + x.ID + "-parents", caption: "各文件所贯彻的文件", most: stackedRows, head: []string{"文件", "贯彻的文件", "是否收录"}}
	of := map[*catalog.Document][]catalog.Carry{}
	several := false
	for _, c := range x.Carries {
		of[c.By] = append(of[c.By], c)
		several = several || c.Parent != x.Parent
	}
	parent := parentHeld(x)
	for _, d := range x.Members[:min(len(x.Members), listRows)] {
		if len(of[d]) == 0 && d != parent {
			several = true
			t.row(link(memberName(d, x), file(d), ""), plain(unknown+"，据正文的共同文字归入"), inline{})
		}
		for _, c := range of[d] {
			held := "未收录"
			if c.Held != nil {
				held = "已收录"
			}
			t.row(link(memberName(d, x), file(d), ""), parentLink(c.Parent, c.Held), plain(held))
		}
	}
	if several {
		p.section("parents", "各文件所贯彻的文件")
		p.table(t)
	}
}

// quantities sets the figures of the members for one quantity beside each other.
func (p *page) quantities(x *catalog.Cascade) {
	if len(x.Quantities) == 0 {
		return
	}
	p.section("quantities", "同一指标的数值")
	p.say("相互对应的条款对同一对象提出的数值，按文件并列，不表示先后增减；未写适用年份的不注年份。")
	members := x.Members[:min(len(x.Members), matrixRegions)]
	t := &table{name: "compare/" + x.ID + "-quantities", caption: "同一指标的数值", most: matrixCells / len(members), head: []string{"指标", "可比"}}
	for _, d := range members {
		t.head = append(t.head, memberName(d, x))
	}
	for _, s := range x.Quantities[:min(len(x.Quantities), listRows)] {
		of := map[*catalog.Document][]inline{}
		for _, i := range s.Members {
			of[i.Document] = append(of[i.Document], link(promised(i), file(i), ""))
		}
		cells := []inline{plain(orUnknown(s.Name)), plain(comparability(s))}
		for _, d := range members {
			cell := plain("—")
			if len(of[d]) > 0 {
				cell = join(of[d], "；")
			}
			cells = append(cells, cell)
		}
		t.row(cells...)
	}
	p.table(t)
}

// promised writes what i sets and for when.
func promised(i *catalog.Indicator) string {
	if i.Year == 0 {
		return i.Amount()
	}
	return i.Amount() + "（" + year(i.Year) + "）"
}

// comparability says whether the figures of s can be compared with each other.
func comparability(s *catalog.Series) string {
	if s.Comparable {
		return "可比"
	}
	return "口径不同"
}

// memberName names a paper by what no other member has: its region, with its number or its day where others are of the
// same, else its title, with the same where the titles in lists are not enough.
func memberName(d *catalog.Document, x *catalog.Cascade) string {
	for _, key := range memberKeys {
		name, more, enough := key(d)
		alone := enough && !slices.ContainsFunc(x.Members, func(other *catalog.Document) bool {
			n, m, _ := key(other)
			return other != d && n == name && m == more
		})
		switch {
		case alone && more == "":
			return name
		case alone && more == d.Meta.Date:
			return name + "（" + date(more) + "）"
		case alone:
			return name + "（" + more + "）"
		}
	}
	return d.ShortTitle + "（" + d.ID + "）"
}

// memberKeys are what a paper may be known by among others, the shortest first, and whether it has that.
var memberKeys = []func(*catalog.Document) (name, more string, enough bool){
	func(d *catalog.Document) (string, string, bool) { return d.Meta.Region, "", d.Meta.Region != "" },
	func(d *catalog.Document) (string, string, bool) {
		return d.Meta.Region, d.Meta.Number, d.Meta.Region != "" && d.Meta.Number != ""
	},
	func(d *catalog.Document) (string, string, bool) {
		return d.Meta.Region, d.Meta.Date, d.Meta.Region != "" && d.Meta.Date != ""
	},
	func(d *catalog.Document) (string, string, bool) { return d.ShortTitle, "", true },
	func(d *catalog.Document) (string, string, bool) {
		return d.ShortTitle, d.Meta.Number, d.Meta.Number != ""
	},
	func(d *catalog.Document) (string, string, bool) { return d.ShortTitle, d.Meta.Date, d.Meta.Date != "" },
}
