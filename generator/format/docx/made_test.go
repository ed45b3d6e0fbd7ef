package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

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
			return body(p("正文。") + `<w:tbl>` + tr(tc("", "序号"), tc("", "任务")) + tr(tc("", "1"), `<w:tc>`+x+`</w:tc>`) + `</w:tbl>`)
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
			return body(p("正文。") + `<w:tbl>` + tr(tc("", "甲"), `<w:tc>`+p("乙")+`<w:tbl>`+tr(`<w:tc>`+x+`</w:tc>`, tc("", "丙"))+`</w:tbl>`+p("")+`</w:tc>`) + `</w:tbl>`)
		},
	}
}

// TestMade reads each thing in each part: what a reader sees stands in the text or, of a header or comment, in the
// account; what nobody sees is left out with its reason; the second reading finds nothing else (formattest.Read).
func TestMade(t *testing.T) {
	made := 0
	for place, put := range places() {
		for _, x := range things() {
			made++
			t.Run(fmt.Sprintf("%s in a %s", x.name, place), func(t *testing.T) {
				f, err := formattest.Read(t, "x.docx", put(para(r("前"), x.inline, r("后"))).bytes())
				if err != nil {
					t.Fatal(err)
				}
				left := ""
				for _, e := range f.Account {
					if e.Fate == source.LeftOut {
						if e.Reason == "" {
							t.Errorf("%q is left out without a reason", e.Text)
						}
						left += e.Text + "\n"
					}
				}
				text := f.Text
				for _, n := range f.Noise { // as hidden text in a paragraph of its own
					left += f.Slice(n.Span) + "\n"
					text = strings.Replace(text, f.Slice(n.Span), "", 1)
				}
				text, told := source.Squeeze(text), source.Squeeze(left)
				if x.left != "" && (!strings.Contains(told, source.Squeeze(x.left)) || strings.Contains(text, source.Squeeze(x.left))) {
					t.Errorf("%q is not told as left out: text %q, left out %q", x.left, text, told)
				}
				if place == "comment" { // told as it stands in the file
					return
				}
				if x.seen != "" && !strings.Contains(text, x.seen) && !strings.Contains(told, x.seen) {
					t.Errorf("%q is lost: text %q, left out %q", x.seen, text, told)
				}
				if !strings.Contains(text+told, "前") || !strings.Contains(text+told, "后") {
					t.Errorf("the text around is lost: %q, left out %q", text, told)
				}
			})
		}
	}
	if made < 200 {
		t.Errorf("%d files made; want 200", made)
	}
}
