package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"

	"github.com/google/go-cmp/cmp"
)

// wordNS is the head of a part of a Word file.
const wordNS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

// A word is a Word file for tests: parts by name, the usual ones put in where they are missing.
type word map[string]string

// body returns a Word file with the given XML as its text.
func body(xml string) word {
	return word{"word/document.xml": wordNS + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + xml + `</w:body></w:document>`}
}

// with adds a part of the kind of its name, such as numbering, with the relation to it.
func (w word) with(kind, root, xml string) word {
	w["word/"+kind+".xml"] = wordNS + `<w:` + root + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + xml + `</w:` + root + `>`
	return w
}

// bytes returns the file.
func (w word) bytes() []byte {
	var rels strings.Builder
	for _, kind := range []string{"numbering", "styles", "footnotes", "endnotes", "header1", "footer1", "comments"} {
		if w["word/"+kind+".xml"] != "" {
			fmt.Fprintf(&rels, `<Relationship Id="r%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, kind, strings.TrimRight(kind, "1"), kind)
		}
	}
	all := word{
		"[Content_Types].xml":          wordNS + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                  wordNS + `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": wordNS + `<Relationships>` + rels.String() + `</Relationships>`,
	}
	for name, text := range w {
		all[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sorted(all) {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(all[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	z.Close()
	return b.Bytes()
}

func p(text string) string { return `<w:p>` + r(text) + `</w:p>` }

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

// li is a paragraph of a list.
func li(num, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, num, r(text))
}

// lvl is a level of a list.
func lvl(level int, form, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, level, form, text, more)
}

// lists puts each list into use under its number from 1.
func lists(ls ...string) string {
	out := ""
	for i, l := range ls {
		out += fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, i+1, l)
	}
	for i := range ls {
		out += fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i+1)
	}
	return out
}

func TestDOCX(t *testing.T) {
	outline := lists(lvl(0, "chineseCountingThousand", "%1、", "") + lvl(1, "chineseCounting", "（%2）", "") + lvl(2, "decimal", "%3.", ""))
	tests := []struct {
		name string
		word word
		want string
	}{
		{"runs, tabs and breaks", body(`<w:p>` + r("国务院") + `<w:r><w:tab/><w:t>办公厅</w:t><w:br/><w:t>通</w:t><w:noBreakHyphen/><w:t>知</w:t></w:r></w:p>` + p("")),
			"国务院\t办公厅\n通\u2011知\n"},
		{"levels restart below a higher one", body(li(1, 0, "甲")+li(1, 1, "乙")+li(1, 2, "丙")+li(1, 2, "丁")+li(1, 1, "戊")+li(1, 2, "己")+li(1, 0, "庚")+li(1, 1, "辛")).with("numbering", "numbering", outline),
			"一、甲\n（一）乙\n1. 丙\n2. 丁\n（二）戊\n1. 己\n二、庚\n（一）辛\n"},
		{"numbers that run on, in many forms", body(li(1, 0, "甲")+li(1, 1, "乙")+li(1, 0, "丙")+li(1, 1, "丁")+li(2, 0, "戊")+li(2, 1, "己")+li(3, 0, "庚")+li(3, 1, "辛")+li(3, 2, "壬")).
			with("numbering", "numbering", lists(
				lvl(0, "chineseCounting", "第%1章", "")+lvl(1, "chineseCountingThousand", "第%2条", `<w:lvlRestart w:val="0"/>`),
				lvl(0, "decimalEnclosedCircle", "%1", `<w:suff w:val="nothing"/>`)+lvl(1, "decimal", "%1.%2", ""),
				lvl(0, "ideographTraditional", "%1、", "")+lvl(1, "lowerLetter", "%2)", "")+lvl(2, "chineseCounting", "%1.%3", `<w:isLgl/>`))),
			"第一章 甲\n第一条 乙\n第二章 丙\n第二条 丁\n①戊\n①.1 己\n甲、庚\na) 辛\n1.1 壬\n"},
		{"a start of its own", body(li(1, 0, "甲")+li(2, 0, "乙")+li(2, 0, "丙")+li(1, 0, "丁")).with("numbering", "numbering",
			`<w:abstractNum w:abstractNumId="1">`+lvl(0, "decimal", "%1.", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`+
				`<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`),
			"1. 甲\n5. 乙\n6. 丙\n7. 丁\n"},
		{"numbers through styles", body(`<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>`+r("甲")+`</w:p><w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>`+r("乙")+`</w:p><w:p><w:pPr><w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+r("丙")+`</w:p>`).
			with("numbering", "numbering", lists(lvl(0, "chineseCounting", "%1、", `<w:pStyle w:val="A"/>`)+lvl(1, "chineseCounting", "（%2）", `<w:pStyle w:val="C"/>`))).
			with("styles", "styles", `<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`+
				`<w:style w:type="paragraph" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`),
			"一、甲\n（一）乙\n丙\n"},
		{"styles in a circle", body(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>`+r("甲")+`</w:p>`).with("styles", "styles",
			`<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`), "甲\n"},
		{"tracked changes", body(`<w:p>` + r("到") + `<w:del><w:r><w:delText>2019</w:delText></w:r></w:del><w:ins>` + r("2020") + `</w:ins>` + r("年") + `</w:p>` +
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + r("一段") + `</w:p>` + p("两行")), "到2020年\n一段两行\n"},
		{"fields show their results", body(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("3") +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r("页") + `<w:fldSimple w:instr="DATE">` + r("今日") + `</w:fldSimple></w:p>`), "3页今日\n"},
		{"text boxes once", body(`<w:p>` + r("甲") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p("框") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("框") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`), "甲\n框\n"},
		{"notes, hidden text, headers", body(`<w:p>`+r("甲")+`<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>`+p("乙")).
			with("footnotes", "footnotes", `<w:footnote w:type="separator" w:id="0">`+p("—")+`</w:footnote><w:footnote w:id="2">`+p("注文")+`</w:footnote>`).
			with("header1", "hdr", p("征求意见稿")).with("footer1", "ftr", p("— 1 —")),
			"甲¹\n- 密\n乙\n¹ 注文\n- — 1 —\n- 征求意见稿\n"},
		{"a level without a start, and one that was skipped", body(li(1, 0, "甲")+li(1, 0, "乙")+li(2, 1, "丙")+li(2, 0, "丁")).with("numbering", "numbering", lists(
			`<w:lvl w:ilvl="0"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1号"/></w:lvl>`, lvl(0, "decimal", "%1.", "")+lvl(1, "decimal", "%1.%2", ""))),
			"0号 甲\n01号 乙\n1.1 丙\n2. 丁\n"},
		{"custom formats", body(li(1, 0, "甲")+li(1, 0, "乙")+li(2, 0, "丙")).with("numbering", "numbering", lists(
			`<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl>`,
			`<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="א, ב, ג, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>`)),
			"009号 甲\n010号 乙\nIII、丙\n"},
		{"merged cells", body(`<w:tbl>` +
			tr(tc("", "序号"), tc("", "任务"), tc(`<w:gridSpan w:val="2"/>`, "责任单位")) +
			tr(tc(`<w:vMerge w:val="restart"/>`, "1"), tc("", "甲"), tc("", "教育厅"), tc("", "")) +
			tr(tc(`<w:vMerge/>`, ""), tc("", "乙"), tc("", "财政厅"), tc("", "卫生厅")) + `</w:tbl>`),
			"|*序号@0|*任务@1|*责任单位{1×2}@2|\n|1{2×1}@0|甲@1|教育厅@2|@3|\n|乙@1|财政厅@2|卫生厅@3|\n"},
		{"a table of one column is text", body(`<w:tbl>` + tr(tc("", "甲")) + tr(tc("", "乙")) + `</w:tbl>`), "甲\n乙\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := formattest.Read(t, "x.docx", tt.word.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, formattest.Shown(f)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDOCXReports holds what the reader says about a Word file, and that it reads the strict edition
// of the standard.
func TestDOCXReports(t *testing.T) {
	w := body(`<w:p>`+r("甲")+`<w:ins>`+r("乙")+`</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:r><w:drawing/><w:object/><w:sym w:font="Symbol" w:char="F0F0"/></w:r></w:p>`+li(1, 0, "丁")).
		with("numbering", "numbering", lists(lvl(0, "hebrew1", "%1", ""))).with("comments", "comments", "")
	f, err := formattest.Read(t, "x.docx", w.bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"tracked changes were taken as accepted (1 insertions, 1 deletions)", "the file has comments; they were left out", "pictures were left out (1); text in them is not read",
		"embedded objects were left out (1); text in them is not read", `characters of symbol fonts (1, the first "Symbol" at F0) may look different`, "numbers of the unknown format hebrew1 are written in Arabic digits",
		"characters of a private font (1, the first U+F0F0), which others cannot see"}
	var got []string
	for _, e := range f.Problems {
		got = append(got, e.Message)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	strict := word{"word/document.xml": wordNS + `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>通知</x:t></x:r></x:p></x:body></x:document>`}
	if f, err := formattest.Read(t, "x.docx", strict.bytes()); err != nil || formattest.Shown(f) != "通知\n" {
		t.Errorf("the strict edition: %v", err)
	}
}

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func tc(pr, text string) string { return `<w:tc><w:tcPr>` + pr + `</w:tcPr>` + p(text) + `</w:tc>` }

func sorted[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
