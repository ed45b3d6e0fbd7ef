package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

// told returns the text of a Word file with its marks and what was left out.
func told(t *testing.T, w word) string {
	t.Helper()
	f, err := formattest.Read(t, "x.docx", w.bytes())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(formattest.Shown(f))
	for _, m := range f.Marks {
		fmt.Fprintf(&b, "%s %s", m.Kind, f.Slice(m.Span))
		if m.Kind == source.Ruby {
			b.WriteString(" " + m.Note)
		}
		b.WriteByte('\n')
	}
	for _, e := range f.Account {
		if e.Fate == source.LeftOut {
			fmt.Fprintf(&b, "%s %s\n", e.Reason, strings.TrimSpace(e.Text))
		}
	}
	return b.String()
}

func para(inline ...string) string { return `<w:p>` + strings.Join(inline, "") + `</w:p>` }

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

func TestDOCXMarks(t *testing.T) {
	up := `<w:vertAlign w:val="superscript"/>`
	tests := []struct {
		name string
		word word
		want string
	}{
		{"raised and lowered", body(para(r("仓容3×10"), set(up, "1"), set(up, "5"), r("吨，面积6m"), set(up, "2"), r("，CO"), set(`<w:vertAlign w:val="subscript"/>`, "2"))),
			"仓容3×1015吨，面积6m2，CO2\nsup 15\nsup 2\nsub 2\n"},
		{"raised by position and size", body(para(set(`<w:sz w:val="32"/>`, "10"), set(`<w:position w:val="10"/><w:sz w:val="20"/>`, "8"), set(`<w:position w:val="10"/><w:sz w:val="32"/>`, "座"))), "108座\nsup 8\n"},
		{"raised by a style", body(para(r("甲"), set(`<w:rStyle w:val="S"/>`, "2"))).with("styles", "styles", `<w:style w:type="character" w:styleId="R"><w:rPr>`+up+`</w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:basedOn w:val="R"/></w:style>`), "甲2\nsup 2\n"},
		{"struck", body(para(r("甲"), set(`<w:strike/>`, "乙"), set(`<w:strike w:val="0"/>`, "丙"))), "甲乙丙\ns 乙\n"},
		{"ruby", body(para(r("在"), `<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>`+r("lǐ")+`</w:rt><w:rubyBase>`+r("蠡")+`</w:rubyBase></w:ruby></w:r>`, r("县"))), "在蠡县\nruby 蠡 lǐ\n"},
		{"hidden by a style, shown by the run", body(para(set(`<w:rStyle w:val="H"/>`, "密"), r("甲"), set(`<w:rStyle w:val="H"/><w:vanish w:val="0"/>`, "乙"))).
			with("styles", "styles", `<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>`), "甲乙\n- 密\n"},
		{"a drop cap", body(`<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>` + r("水") + `</w:p>` + p("利是命脉。")), "水利是命脉。\n"},
		{"a heading and its text parted by a hidden end", body(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>`+r("疏浚河道。")+`</w:p>`+p("由水利局负责。")+p("修堤。")).
			with("numbering", "numbering", `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`), "1.疏浚河道。由水利局负责。\n修堤。\n"},
		{"a mark of its own for a note", body(para(r("甲"), `<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>＊</w:t></w:r>`, `<w:r><w:footnoteReference w:id="5"/></w:r>`)).
			with("footnotes", "footnotes", `<w:footnote w:id="4">`+p("＊ 甲注")+`</w:footnote><w:footnote w:id="5">`+p("乙注")+`</w:footnote><w:footnote w:id="6">`+p("丙注")+`</w:footnote>`),
			"甲＊¹\n＊ 甲注\n¹ 乙注\n正文没有引用的注释 丙注\n"},
		{"WordArt, alternative text, hints", body(para(`<w:r><w:pict><v:shape alt="红头"><v:textpath string="乙市人民政府文件"/></v:shape></w:pict></w:r>`, `<w:hyperlink w:tooltip="看">`+r("甲")+`</w:hyperlink>`)),
			"乙市人民政府文件\n甲\n替代文字 红头\n链接的提示文字 看\n"},
		{"deleted text and rows", body(para(r("甲"), `<w:del><w:r><w:delText>乙</w:delText>`+tick+`</w:r></w:del>`)+`<w:tbl>`+tr(tc("", "序号"), tc("", "任务"))+`<w:tr><w:trPr><w:del/></w:trPr><w:tc>`+li(1, 0, "丙")+`</w:tc></w:tr><w:tr><w:tc>`+li(1, 0, "")+`</w:tc>`+tc("", "丁")+`</w:tr></w:tbl>`).
			with("numbering", "numbering", lists(lvl(0, "chineseCounting", "（%1）", ""))), "甲\n|*序号@0|*任务@1|\n|（一）@0|丁@1|\n已删除的修订 乙\n已删除的修订 \uF0FC\n已删除的修订 丙\n"},
		{"what newer Words show", body(para(`<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="1F5F8"/></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
			`<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:new/></mc:Choice><mc:Fallback><w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>`)), "🗸甲\n同一内容供旧版软件显示的写法 旧\n"},
		{"controls", body(para(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+r("点此输入")+`</w:sdtContent></w:sdt>`,
			`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="帮助"/><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>`, instr("FORMCHECKBOX"), fld("end"), r("甲"),
			`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="子"/><w:listEntry w:val="丑"/></w:ddList></w:ffData></w:fldChar></w:r>`, instr("FORMDROPDOWN"), fld("end"))),
			"☒甲丑\n控件的提示文字 点此输入\n控件的提示文字 帮助\n域代码 FORMCHECKBOX\n控件的备选项 子\n域代码 FORMDROPDOWN\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(t, tt.word)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestDOCXRevisedCells holds that tables are read as if all changes were accepted.
func TestDOCXRevisedCells(t *testing.T) {
	numbers := func(w word) word {
		return w.with("numbering", "numbering", lists(lvl(0, "chineseCounting", "（%1）", "")))
	}
	table := func(rows ...string) word { return body(`<w:tbl>` + strings.Join(rows, "") + `</w:tbl>`) }
	cell := func(properties, inner string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + inner + `</w:tc>`
	}
	const gone = `<w:cellDel w:id="1"/>`
	tests := []struct {
		name string
		word word
		want string
	}{
		{"a deleted cell", table(tr(tc("", "任务"), tc("", "单位")), tr(tc(gone, "旧"), tc("", "新"), tc("", "教育局"))), "*任务@0|*单位@1|\n新@0|教育局@1|\n已删除的修订 旧\n"},
		{"a deleted cell with a number", numbers(table(tr(tc("", "序号"), tc("", "任务"), tc("", "单位")), tr(cell(gone, li(1, 0, "旧")), cell("", li(1, 0, "新")), tc("", "甲"), tc("", "乙")))),
			"*序号@0|*任务@1|*单位@2|\n（一）新@0|甲@1|乙@2|\n已删除的修订 旧\n"},
		{"all cells of a row", table(tr(tc("", "甲"), tc("", "乙")), tr(tc(gone, "丙"), tc(gone, "丁"))), "甲@0|乙@1|\n已删除的修订 丙\n已删除的修订 丁\n"},
		{"an inserted cell", table(tr(tc("", "甲"), tc(`<w:cellIns w:id="1"/>`, "乙"))), "甲@0|乙@1|\n"},
		{"cells merged down", table(tr(tc(`<w:vMerge w:val="restart"/>`, "甲"), tc("", "乙")), tr(tc(`<w:cellMerge w:id="1" w:vMerge="cont"/>`, "丙"), tc("", "丁"))), "甲⏎丙{2×1}@0|乙@1|\n丁@1|\n"},
		{"cells parted", table(tr(tc(`<w:vMerge w:val="restart"/>`, "甲"), tc("", "乙")), tr(tc(`<w:vMerge/><w:cellMerge w:id="1" w:vMerge="rest" w:vMergeOrig="cont"/>`, "丙"), tc("", "丁"))), "甲@0|乙@1|\n丙@0|丁@1|\n"},
		{"cells merged across", table(tr(tc(`<w:hMerge w:val="restart"/>`, "甲"), tc(`<w:hMerge/>`, ""), tc("", "乙")), tr(tc("", "丙"), tc("", "丁"), tc("", "戊"))), "甲{1×2}@0|乙@2|\n丙@0|丁@1|戊@2|\n"},
		{"a deleted end of a paragraph in a cell", table(tr(cell("", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`+r("教育")+`</w:p>`+p("局")), tc("", "乙"))), "教育局@0|乙@1|\n"},
		{"the end of the last paragraph", body(`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + r("教育局") + `</w:p><w:tbl>` + tr(tc("", "甲"), tc("", "乙")) + `</w:tbl>`), "教育局\n甲@0|乙@1|\n"},
		{"an inserted end of a paragraph", body(`<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>` + r("甲") + `</w:p>` + p("乙")), "甲\n乙\n"},
		{"a moved paragraph", body(`<w:moveFromRangeStart w:id="1" w:name="m"/><w:p><w:pPr><w:rPr><w:moveFrom w:id="2"/></w:rPr></w:pPr><w:moveFrom w:id="3">` + r("乙") + `</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/>` + p("甲") +
			`<w:moveToRangeStart w:id="4" w:name="m"/><w:p><w:pPr><w:rPr><w:moveTo w:id="5"/></w:rPr></w:pPr><w:moveTo w:id="6">` + r("乙") + `</w:moveTo></w:p><w:moveToRangeEnd w:id="4"/>`), "甲\n乙\n已删除的修订 乙\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, strings.TrimPrefix(strings.ReplaceAll(told(t, tt.word), "\n|", "\n"), "|")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestDOCXFields(t *testing.T) {
	tests := []struct{ name, inline, want string }{
		{"a field in the condition of another", fld("begin") + instr("IF ") + fld("begin") + instr("DOCPROPERTY a") + fld("separate") + r("值") + fld("end") + instr(`="1" "乙" "丙"`) + fld("separate") + r("乙") + fld("end"), "乙\n"},
		{"signs left over", fld("separate") + r("甲") + fld("begin") + instr("PAGE") + r("乙") + fld("begin") + instr("REF a") + fld("separate") + r("丙") + fld("end") + r("丁"), "甲乙丙丁\n"},
		{"enclosed", eq(`eq \o\ac(○,3)`) + eq(`eq \o\ac(○,密)`) + eq(`EQ \o\ac(□,急)`), "③密\u20DD急\u20DE\n"},
		{"joined", eq(`EQ \o\ad(\s\up 5(甲乙),\s\do 5(丙丁))`), "甲乙丙丁\n"},
		{"a reading", eq(`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(lǐ),蠡)`), "蠡\nruby 蠡 lǐ\n"},
		{"a fraction", eq(`eq \f(甲+乙,丙)`), "(甲+乙)/丙\nmath (甲+乙)/丙\n"},
		{"roots, sums, brackets", eq(`eq \r(3,x+1)\i\su(i=1,n,\b\bc\[(a\,b))\s\up8(2)`), "∛(x+1)∑_(i=1)^n [a,b]2\nmath ∛(x+1)\nmath ∑_(i=1)^n [a,b]\nsup 2\n"},
		{"a symbol", eq(`SYMBOL 252 \f "Wingdings" \s 12`) + `<w:fldSimple w:instr="SYMBOL 163 \f Symbol"/>`, "✓≤\n"},
		{"a prompt", eq(`MACROBUTTON NoMacro [点此]`) + r("甲"), "甲\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := told(t, body(para(tt.inline)))
			got = strings.Join(leave(strings.SplitAfter(got, "\n"), "域代码", "控件的提示文字"), "")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// leave returns the lines without those that begin with one of the words.
func leave(lines []string, words ...string) []string {
	var out []string
lines:
	for _, l := range lines {
		for _, w := range words {
			if strings.HasPrefix(l, w) {
				continue lines
			}
		}
		out = append(out, l)
	}
	return out
}

func TestDOCXFormulas(t *testing.T) {
	mr := func(text string) string { return `<m:r><m:t>` + text + `</m:t></m:r>` }
	in := func(name, xml string) string { return `<m:` + name + `>` + xml + `</m:` + name + `>` }
	e := func(text string) string { return in("e", mr(text)) }
	chr := func(name, element, sign string) string {
		return `<m:` + name + `Pr><m:` + element + ` m:val="` + sign + `"/></m:` + name + `Pr>`
	}
	tests := []struct{ name, xml, want string }{
		{"fraction", in("f", in("num", mr("甲+乙"))+in("den", mr("丙"))), "(甲+乙)/丙"},
		{"fraction of fractions", in("f", in("num", in("f", in("num", mr("a"))+in("den", mr("b"))))+in("den", mr("c"))), "(a/b)/c"},
		{"brackets", in("d", `<m:dPr><m:begChr m:val="["/><m:sepChr m:val=","/><m:endChr m:val=")"/></m:dPr>`+e("a")+e("b")+e("c")), "[a,b,c)"},
		{"an open bracket over rows", in("d", `<m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>`+in("e", in("eqArr", e("甲")+e("乙")))), "{甲；乙"},
		{"an integral", in("nary", in("sub", mr("0"))+in("sup", mr("1"))+e("f")), "∫_0^1 f"},
		{"a product", in("nary", chr("nary", "chr", "∏")+in("sub", mr("i"))+in("sup", "")+e("x")), "∏_i x"},
		{"a root", in("rad", in("deg", mr("3"))+e("x+1")), "√[3](x+1)"},
		{"scripts", in("sSubSup", e("x")+in("sub", mr("i+1"))+in("sup", mr("2"))) + in("sPre", in("sub", mr("1"))+in("sup", mr("2"))+e("y")), "x_(i+1)^2(_1^2)y"},
		{"limits", in("func", in("fName", in("limLow", e("max")+in("lim", mr("x→0"))))+e("y")), "max_(x→0)y"},
		{"a function", in("func", in("fName", mr("sin"))+e("x")), "sin x"},
		{"signs above and below", in("acc", chr("acc", "chr", "\u0307")+e("x")) + in("bar", `<m:barPr><m:pos m:val="top"/></m:barPr>`+e("ab")) + in("groupChr", e("丁")), "x\u0307‾(ab)⏟(丁)"},
		{"matrix, box, room", in("m", in("mr", e("a")+e("b"))+in("mr", e("c")+e("d"))) + in("borderBox", e("戊")) + in("phant", e("己")) + in("phant", `<m:phantPr><m:show m:val="0"/></m:phantPr>`+e("庚")), "a，b；c，d▭(戊)己"},
		{"a place that no formula has", in("f", mr("甲")+in("num", mr("乙"))+in("den", mr("丙"))), "乙/丙甲"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := formattest.Read(t, "x.docx", body(para(r("值="), `<m:oMath>`+tt.xml+`</m:oMath>`)).bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimPrefix(formattest.Shown(f), "值="); got != tt.want+"\n" || len(f.Marks) != 1 || f.Slice(f.Marks[0].Span) != tt.want || !strings.HasPrefix(f.Marks[0].Note, "<math>") {
				t.Errorf("got %q, want %q; marks %+v", got, tt.want, f.Marks)
			}
		})
	}
}

// everyPart is a Word file with one text of its own in each kind of place.
func everyPart() word {
	w := body(para(r("正文"), set(`<w:vertAlign w:val="superscript"/>`, "上"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`, fld("begin")+instr("REF 码")+fld("separate")+r("果")+fld("end"),
		`<m:oMath><m:f><m:num><m:r><m:t>丙丙</m:t></m:r></m:num><m:den><m:r><m:t>丁丁</m:t></m:r></m:den></m:f></m:oMath>`, `<w:r>`+tick+`</w:r>`,
		`<w:r><w:ruby><w:rt>`+r("音")+`</w:rt><w:rubyBase>`+r("基")+`</w:rubyBase></w:ruby></w:r>`, `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+r("提示")+`</w:sdtContent></w:sdt>`,
		`<w:r><w:drawing><wp:docPr descr="图说"/><w:txbxContent>`+p("框中")+`</w:txbxContent></w:drawing></w:r>`, `<w:r><w:pict><v:textpath string="艺术字"/></w:pict></w:r>`, set(`<w:vanish/>`, "隐藏"),
		`<w:r><w:drawing><c:chart r:id="c"/><dgm:relIds r:dm="d"/></w:drawing></w:r>`)+`<w:tbl>`+tr(tc("", "格一"), tc("", "格二"))+`</w:tbl>`).
		with("footnotes", "footnotes", `<w:footnote w:id="2">`+p("脚注")+`</w:footnote>`).with("header1", "hdr", p("页眉")).with("footer1", "ftr", p("页眉")+p("页脚")).with("comments", "comments", `<w:comment>`+p("批语")+`</w:comment>`)
	w["word/charts/chart1.xml"] = `<c:chartSpace><c:title><a:p><a:r><a:t>图题</a:t></a:r></a:p></c:title><c:ser><c:tx><c:f>Sheet1!A1</c:f><c:v>系列</c:v></c:tx><c:pt idx="0"><c:v>3</c:v></c:pt></c:ser></c:chartSpace>`
	w["word/diagrams/data1.xml"] = `<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>节点</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`
	w["word/diagrams/drawing1.xml"] = `<dsp:drawing><a:p><a:r><a:t>节点</a:t></a:r></a:p></dsp:drawing>`
	w["word/_rels/document.xml.rels"] = `<Relationships><Relationship Id="a" Type="/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="/header" Target="header1.xml"/><Relationship Id="e" Type="/footer" Target="footer1.xml"/>` +
		`<Relationship Id="c" Type="/chart" Target="charts/chart1.xml"/><Relationship Id="d" Type="/diagramData" Target="diagrams/data1.xml"/></Relationships>`
	return w
}

// TestDOCXLosses takes one handling after the other out of the account: the second reading misses it.
func TestDOCXLosses(t *testing.T) {
	data := everyPart().bytes()
	f, err := formattest.Read(t, "x.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := audit.DOCX(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"正文", "上", "脚注", "删", "REF 码", "果", "丙丙", "\uF0FC", "音", "提示", "图说", "框中", "艺术字", "隐藏", "图题", "系列", "节点", "格二", "页眉", "页脚", "批语"} {
		var account source.Account
		left := map[string]bool{} // parts
		for _, e := range f.Account {
			if e.Text == text {
				left[e.Part] = true
				continue
			}
			account = append(account, e)
		}
		lost := map[string]bool{}
		for _, l := range audit.Losses(parts, account) {
			if source.Squeeze(l.Text) != source.Squeeze(text) {
				t.Errorf("without %q: lost %+v", text, l)
			}
			lost[l.Part] = true
		}
		if diff := cmp.Diff(left, lost); diff != "" || len(left) == 0 {
			t.Errorf("without %q, parts (-left out +lost):\n%s", text, diff)
		}
	}
}

func TestDOCXChunks(t *testing.T) {
	chunk := func(name, text string) word {
		w := body(p("一、甲") + `<w:altChunk r:id="k"/>` + p("三、丙"))
		w["word/"+name] = text
		w["word/_rels/document.xml.rels"] = `<Relationships><Relationship Id="k" Type="/aFChunk" Target="` + name + `"/></Relationships>`
		return w
	}
	page := "<html><body><p>二、乙</p><table><tr><td>序号<td>任务<tr><td>1<td>子</table></body></html>"
	mail := "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
		"<html><meta charset=3D\"utf-8\"><body><p>=E4=BA=8C=E3=80=81=E4=B9=99</p></body></html>\r\n--x--\r\n"
	for _, tt := range []struct {
		name string
		word word
		want string
	}{
		{"a page", chunk("a.html", page), "一、甲\n二、乙\n|*序号@0|*任务@1|\n|1@0|子@1|\n三、丙\n"},
		{"text", chunk("a.txt", "二、乙"), "一、甲\n二、乙\n三、丙\n"},
		{"a web archive", chunk("a.mht", mail), "一、甲\n二、乙\n三、丙\n"},
		{"a Word file", chunk("a.docx", string(body(p("二、乙")).bytes())), "一、甲\n二、乙\n三、丙\n"},
	} {
		if got := told(t, tt.word); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	only := chunk("a.rtf", `{\rtf1 x}`)
	only["word/document.xml"] = `<w:document><w:body><w:altChunk r:id="k"/></w:body></w:document>`
	if _, err := formattest.Read(t, "x.docx", only.bytes()); err == nil || !strings.HasPrefix(err.Error(), "the text sits in an embedded part (word/a.rtf) that cannot be read; open the file in Word") {
		t.Errorf("an embedded part that cannot be read: %v", err)
	}
}
