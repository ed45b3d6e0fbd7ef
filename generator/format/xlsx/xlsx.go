// Package xlsx reads the task tables of workbooks.
package xlsx

import (
	"bytes"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

const (
	maxColumn = 16_384
	maxRow    = 1_048_576
	// headFoot is added to the place of headers and footers, which stand behind all cells.
	headFoot = maxColumn * (maxRow + 2)
)

// Why text of a workbook does not stand in its text, or stands there as no part of the paper.
const (
	nameReason        = "工作表名称"
	onlyNameReason    = "唯一的工作表的名称"
	hiddenSheetReason = "隐藏的工作表"
	hiddenRowReason   = "隐藏的行"
	hiddenColReason   = "隐藏的列"
	coveredReason     = "合并单元格盖住的内容"
	noFormatReason    = "格式不显示的值"
	commentReason     = "批注"
	objectReason      = "图表、图示中的文字"
)

// A reader is a workbook while it is read.
type reader struct {
	a       *archive.Archive
	book    *excelize.File
	b       paper.Builder
	account source.Account
	marks   []source.Mark
	runs    map[int][]run // of the workbook's strings, by their numbers
	formats *formats
	hidden  int // cells left out
	blank   int // formulas without a value
	images  int
	objects int
	boxes   []line
	cells   int
}

// A line is text that stands in no cell.
type line struct {
	part   string
	at     int
	text   string
	reason string
}

// Read reads the sheets of a workbook one after the other: the lines above a table, the table, and
// what stands below it. Cells hold what a reader sees: numbers and dates in their formats, the
// values of formulas as they were saved.
func Read(name string, data []byte) (f *source.File, err error) {
	defer func() {
		if recover() != nil { // the library takes the form of the parts for granted
			f, err = nil, say.New("the spreadsheet is damaged; open it in Excel or WPS and save it again")
		}
	}()
	w := &reader{}
	if w.a, err = archive.Open(data); err != nil {
		return nil, err
	}
	if err := w.check(); err != nil {
		return nil, err
	}
	sheets, err := w.sheets()
	if err != nil {
		return nil, err
	}
	w.book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 2 * archive.MaxUnpacked, UnzipXMLSizeLimit: 2 * archive.MaxUnpacked,
		CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d"})
	if err != nil {
		return nil, say.Errorf("the spreadsheet is damaged: %s", library(err))
	}
	defer w.book.Close()
	if err := w.write(sheets); err != nil {
		return nil, err
	}
	return w.file(name)
}

// check unpacks all parts once, so that no bomb reaches the library.
func (w *reader) check() error {
	size := 0
	for name := range w.a.Parts {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		data, err := w.a.Read(name)
		if err != nil {
			return err
		}
		if size += len(data); size > archive.MaxUnpacked {
			return say.Errorf("the archive unpacks to more than %d MB; no paper is that long", archive.MaxUnpacked>>20)
		}
	}
	return nil
}

// write writes the sheets and what else the workbook says.
func (w *reader) write(sheets []*sheet) error {
	shown := 0
	for _, s := range sheets {
		if !s.hidden {
			shown++
		}
	}
	for _, s := range sheets {
		w.blank += s.blank
		w.account = append(w.account, s.foot...)
		grid, err := w.grid(s)
		if err != nil {
			return err
		}
		if len(grid.rows) == 0 && !s.hidden {
			w.name(s, "")
			continue
		}
		switch {
		case s.hidden:
			w.name(s, hiddenSheetReason)
		case shown == 1:
			w.name(s, onlyNameReason)
		default:
			w.name(s, nameReason)
		}
		w.sections(grid)
	}
	if err := w.others(); err != nil {
		return err
	}
	for _, l := range w.boxes {
		start := w.b.Len()
		text := w.b.Clean(l.text)
		w.b.Line(text, l.reason)
		e := source.Entry{Part: l.part, At: l.at, Text: l.text, Span: source.Span{Start: start, End: start + len(text)}, Reason: l.reason}
		if l.reason != "" {
			e.Fate = source.AsNoise
		}
		w.account = append(w.account, e)
	}
	return nil
}

// name accounts for the name of a sheet: where several are shown it stands above the sheet as noise.
func (w *reader) name(s *sheet, reason string) {
	e := source.Entry{Part: "xl/workbook.xml", At: s.index, Text: s.name, Fate: source.LeftOut, Reason: reason}
	if reason == "" {
		e.Reason = "空白的工作表"
	}
	if reason == nameReason {
		start := w.b.Len()
		text := w.b.Clean(s.name)
		w.b.Line(text, nameReason)
		e.Fate, e.Span = source.AsNoise, source.Span{Start: start, End: start + len(text)}
	}
	w.account = append(w.account, e)
}

// aside keeps text that stands in no cell.
func (w *reader) aside(part string, at int, text, kind string) {
	if source.Squeeze(text) == "" {
		return
	}
	switch kind {
	case "comment":
		w.boxes = append(w.boxes, line{part, at, text, commentReason})
	case "box":
		w.boxes = append(w.boxes, line{part, at, text, ""})
	default:
		w.objects++
		w.account = append(w.account, source.Entry{Part: part, At: at, Text: text, Fate: source.LeftOut, Reason: objectReason})
	}
}

// file makes the file of what was written.
func (w *reader) file(name string) (*source.File, error) {
	if w.hidden > 0 {
		w.b.Warn("hidden-cells", "cells that the sheets do not show, mostly of hidden rows, columns or sheets, were left out (%d)", w.hidden)
	}
	if w.blank > 0 {
		w.b.Warn("formula-without-value", "formulas without a saved value (%d); open the file in Excel or WPS and save it again", w.blank)
	}
	if w.images > 0 {
		w.b.Warn("images-dropped", "pictures were left out (%d); text in them is not read", w.images)
	}
	if w.objects > 0 {
		w.b.Warn("objects-dropped", "text of charts and diagrams was left out (%d)", w.objects)
	}
	f, err := w.b.File(name, "xlsx", "UTF-8")
	if err != nil {
		return nil, err
	}
	sort.SliceStable(w.account, func(i, j int) bool {
		a, b := w.account[i], w.account[j]
		return a.Part < b.Part || a.Part == b.Part && a.At < b.At
	})
	f.Account, f.Marks = w.account, w.marks
	return f, nil
}

// library is the message of an error of the library that reads workbooks.
func library(err error) say.Foreign {
	return say.Foreign{Text: strings.SplitN(err.Error(), "\n", 2)[0], Else: say.Phrase("what it holds is no workbook")}
}
