package docx

import (
	"encoding/xml"
	"path"
	"sort"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/source"
)

// What becomes of text that is no text of the paper, in the reader's words.
const (
	footerReason      = "页眉页脚"
	vanishReason      = "隐藏文字"
	chartReason       = "图表中的文字"
	deletedReason     = "已删除的修订"
	codeReason        = "域代码"
	altReason         = "替代文字"
	tipReason         = "链接的提示文字"
	promptReason      = "控件的提示文字"
	choiceReason      = "控件的备选项"
	olderReason       = "同一内容供旧版软件显示的写法"
	againReason       = "重复的页眉页脚"
	blankReason       = "显示为空白的字符"
	commentReason     = "批注"
	separatorReason   = "注释的分隔线"
	unreferenceReason = "正文没有引用的注释"
	phantomReason     = "公式中不显示的占位"
	copyReason        = "图示的显示副本"
	glossaryReason    = "构建基块，不属正文"
	unusedReason      = "文件中没有用到的部分"
	propertyReason    = "公式的设置"
)

// entry returns an entry for text of the element that x stands in.
func (d *reader) entry(x *archive.Reader, text string) source.Entry {
	return source.Entry{Part: d.in, At: x.At, Text: text}
}

// leaveOut accounts for text that does not come into the text of the paper.
func (d *reader) leaveOut(at int, text, reason string) {
	if source.Squeeze(text) != "" {
		d.b.Account = append(d.b.Account, source.Entry{Part: d.in, At: at, Text: text, Fate: source.LeftOut, Reason: reason})
	}
}

// wordy are the attributes that bear text, by the element; "" for any element.
var wordy = map[string][]string{
	"": {"alt", "descr", "tooltip"}, "docPr": {"title"}, "cNvPr": {"title"}, "textpath": {"string"}, "sym": {"char"}, "symEx": {"char"}, "fldSimple": {"instr"},
	"listItem": {"displayText"}, "listEntry": {"val"}, "statusText": {"val"}, "helpText": {"val"}, "tblCaption": {"val"}, "tblDescription": {"val"},
	"chr": {"val"}, "begChr": {"val"}, "endChr": {"val"}, "sepChr": {"val"},
}

// codes are the elements whose character data is no text: sizes, data of programs.
var codes = map[string]bool{"posOffset": true, "align": true, "pctWidth": true, "pctHeight": true, "pctPosHOffset": true, "pctPosVOffset": true, "fldData": true, "binData": true,
	"f": true, "formatCode": true, "FieldCodes": true, "LinkType": true, "LockedField": true, "idx": true}

// dropAttributes leaves out what the attributes of an element say.
func (d *reader) dropAttributes(at int, e xml.StartElement, reason string) {
	for _, a := range e.Attr {
		for _, name := range [2]string{e.Name.Local, ""} {
			for _, w := range wordy[name] {
				if a.Name.Local == w {
					d.leaveOut(at, symbolText(e.Name.Local, a.Value), reason)
				}
			}
		}
	}
}

// drop steps out of the element that x stands in and leaves out everything that it says.
func (d *reader) drop(x *archive.Reader, e xml.StartElement, reason string) {
	d.dropAttributes(x.At, e, reason)
	for x.Err == nil {
		at := x.Offset()
		switch t := x.Token().(type) {
		case xml.StartElement:
			d.drop(x, t, reason)
		case xml.CharData:
			if !codes[e.Name.Local] {
				d.leaveOut(at, string(t), reason)
			}
		case xml.EndElement:
			return
		}
	}
}

// leftovers are the roots of parts that may bear text and were not read, with the reason.
var leftovers = map[string]string{"comments": commentReason, "glossaryDocument": glossaryReason, "drawing": copyReason,
	"document": unusedReason, "hdr": unusedReason, "ftr": unusedReason, "footnotes": unusedReason, "endnotes": unusedReason,
	"dataModel": unusedReason, "chartSpace": unusedReason, "userShapes": chartReason}

// rest leaves out the parts that the text does not come to.
func (d *reader) rest() {
	var names []string
	for name := range d.Parts {
		if path.Ext(name) == ".xml" && !d.done[name] {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	var roots []string
	for root := range leftovers {
		roots = append(roots, root)
	}
	sort.Strings(roots)
	for _, name := range names {
		if strings.HasPrefix(name, "customxml/") || strings.HasPrefix(name, "docprops/") {
			continue
		}
		data, err := d.Archive.Read(name)
		if err != nil {
			d.b.Warn("part-unread", "part %q could not be read: %v", name, err)
			continue
		}
		x := archive.Within(data, roots...)
		if reason := leftovers[x.Root]; x.Err == nil && reason != "" {
			d.in = d.Archive.Parts[name].Name
			d.drop(x, xml.StartElement{}, reason)
			if x.Err != nil {
				d.b.Warn("part-unread", "part %q could not be read to its end: %v", name, x.Err)
			}
		}
	}
}
