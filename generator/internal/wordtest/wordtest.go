// Package wordtest makes Word files for tests: each thing that a paragraph may hold, in each part that has paragraphs.
package wordtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"zhengce/generator/internal/filetest"
)

// A Made is a Word file with one thing in one place.
type Made struct {
	Thing, Place string
	Seen         string // what a reader sees of the thing
	Left         string // what is told as left out
	Data         []byte
}

// Files returns the files, in the same order each time. Before and behind the thing stand 前 and 后, and in all but
// the thing's own place a text.
func Files() []Made {
	var out []Made
	all := places()
	for _, place := range slices.Sorted(maps.Keys(all)) {
		for _, x := range things() {
			w := all[place](para(r("前"), x.inline, r("后")))
			out = append(out, Made{x.name, place, x.seen, x.left, w.bytes()})
		}
	}
	return out
}

// A thing is what a Word file may hold inside a paragraph: what a reader sees of it, and what is told as left out.
type thing struct{ name, inline, seen, left string }

func things() []thing {
	up, down := `<w:vertAlign w:val="superscript"/>`, `<w:vertAlign w:val="subscript"/>`
	return []thing{
		{"superscript", r("10") + set(up, "5"), "105", ""},
		{"subscript", r("CO") + set(down, "2"), "CO2", ""},
		{"raised run", set(`<w:sz w:val="32"/>`, "6m") + set(`<w:position w:val="10"/><w:sz w:val="20"/>`, "2"), "6m2", ""},
		{"struck", set(`<w:strike/>`, "旧"), "旧", ""},
		{"formula", `<m:oMath><m:f><m:num><m:r><m:t>子</m:t></m:r></m:num><m:den><m:r><m:t>母</m:t></m:r></m:den></m:f></m:oMath>`, "子/母", ""},
		{"symbol", `<w:r>` + tick + `</w:r>`, "✓", ""},
		{"newer symbol", `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="1F5F8"/></mc:Choice><mc:Fallback><w:t>钩</w:t></mc:Fallback></mc:AlternateContent></w:r>`, "🗸", "钩"},
		{"field", fld("begin") + instr("REF 域码") + fld("separate") + r("结果") + fld("end"), "结果", "REF 域码"},
		{"simple field", `<w:fldSimple w:instr="DOCPROPERTY 域码">` + r("结果") + `</w:fldSimple>`, "结果", "DOCPROPERTY 域码"},
		{"nested field", fld("begin") + instr("IF ") + fld("begin") + instr("DOCPROPERTY 域码") + fld("separate") + r("值") + fld("end") + instr(`="1" "真" "假"`) + fld("separate") + r("真") + fld("end"), "真", "DOCPROPERTY 域码"},
		{"enclosed character", eq(`eq \o\ac(○,密)`), "密\u20DD", ""},
		{"reading in a field", eq(`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(lǐ),蠡)`), "蠡", ""},
		{"symbol field", eq(`SYMBOL 252 \f "Wingdings" \s 12`), "✓", ""},
		{"ruby", `<w:r><w:ruby><w:rt>` + r("lǐ") + `</w:rt><w:rubyBase>` + r("蠡") + `</w:rubyBase></w:ruby></w:r>`, "蠡", ""},
		{"hidden", set(`<w:vanish/>`, "密文"), "", "密文"},
		{"inserted", `<w:ins w:id="7">` + r("新增") + `</w:ins>`, "新增", ""},
		{"deleted", `<w:del w:id="8"><w:r><w:delText>删去</w:delText></w:r></w:del>`, "", "删去"},
		{"moved away", `<w:moveFrom w:id="9">` + r("移走") + `</w:moveFrom>`, "", "移走"},
		{"control", `<w:sdt><w:sdtContent>` + r("填好") + `</w:sdtContent></w:sdt>`, "填好", ""},
		{"empty control", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + r("点此输入") + `</w:sdtContent></w:sdt>`, "", "点此输入"},
		{"link", `<w:hyperlink w:tooltip="提示语">` + r("链接") + `</w:hyperlink>`, "链接", "提示语"},
		{"WordArt", `<w:r><w:pict><v:shape alt="图说"><v:textpath string="艺术字"/></v:shape></w:pict></w:r>`, "艺术字", "图说"},
		{"smart tag", `<w:smartTag w:element="place">` + r("地名") + `</w:smartTag>`, "地名", ""},
		{"right to left", `<w:bdo w:val="rtl">` + r("文字") + `</w:bdo>`, "文字", ""},
	}
}

// places put a paragraph into the parts of a Word file.
func places() map[string]func(paragraph string) word {
	noted := func(kind, root, reference string) func(string) word {
		return func(paragraph string) word {
			return body(para(r("正文"), `<w:r><w:`+reference+` w:id="5"/></w:r>`)+p("末段。")).with(kind, kind, `<w:`+root+` w:id="5">`+paragraph+`</w:`+root+`>`)
		}
	}
	return map[string]func(string) word{
		"body": func(x string) word { return body(p("正文。") + x + p("末段。")) },
		"table": func(x string) word {
			return body(p("正文。") + `<w:tbl>` + tr(tc("序号"), tc("任务")) + tr(tc("1"), `<w:tc>`+x+`</w:tc>`) + `</w:tbl>`)
		},
		"text box": func(x string) word {
			return body(para(r("正文。"), `<w:r><w:drawing><w:txbxContent>`+x+`</w:txbxContent></w:drawing></w:r>`))
		},
		"control": func(x string) word {
			return body(p("正文。") + `<w:sdt><w:sdtContent>` + x + `</w:sdtContent></w:sdt>`)
		},
		"footnote": noted("footnotes", "footnote", "footnoteReference"),
		"endnote":  noted("endnotes", "endnote", "endnoteReference"),
		"comment":  noted("comments", "comment", "commentReference"),
		"header":   func(x string) word { return body(p("正文。")).with("header1", "hdr", x) },
		"footer":   func(x string) word { return body(p("正文。")).with("footer1", "ftr", x) },
		"inner table": func(x string) word {
			return body(p("正文。") + `<w:tbl>` + tr(tc("甲"), `<w:tc>`+p("乙")+`<w:tbl>`+tr(`<w:tc>`+x+`</w:tc>`, tc("丙"))+`</w:tbl>`+p("")+`</w:tc>`) + `</w:tbl>`)
		},
	}
}

// A word is the parts of a Word file by name, of the folder word.
type word map[string]string

// body returns a Word file with paragraphs as its text.
func body(paragraphs string) word {
	return word{"document": `<w:document><w:body>` + paragraphs + `</w:body></w:document>`}
}

// with adds a part of the kind, with its root element.
func (w word) with(kind, root, paragraphs string) word {
	w[kind] = `<w:` + root + `>` + paragraphs + `</w:` + root + `>`
	return w
}

// bytes returns the file.
func (w word) bytes() []byte {
	var parts [][2]string
	relations := ""
	for _, name := range slices.Sorted(maps.Keys(w)) {
		parts = append(parts, [2]string{"word/" + name + ".xml", w[name]})
		if name != "document" {
			relations += fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, name, strings.TrimRight(name, "1"), name)
		}
	}
	return filetest.Zip(append(parts, [2]string{"word/_rels/document.xml.rels", `<Relationships>` + relations + `</Relationships>`})...)
}

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func p(text string) string { return para(r(text)) }

func para(inline ...string) string { return `<w:p>` + strings.Join(inline, "") + `</w:p>` }

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func tc(text string) string { return `<w:tc>` + p(text) + `</w:tc>` }

// set is a run with properties.
func set(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func fld(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func instr(code string) string {
	return `<w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>`
}

// eq is a field without a result.
func eq(code string) string { return fld("begin") + instr(code) + fld("end") }

const tick = `<w:sym w:font="Wingdings" w:char="F0FC"/>`
