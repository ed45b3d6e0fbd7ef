package format

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

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
	xlsxName        = "工作表名称"
	xlsxOnlyName    = "唯一的工作表的名称"
	xlsxHiddenSheet = "隐藏的工作表"
	xlsxHiddenRow   = "隐藏的行"
	xlsxHiddenCol   = "隐藏的列"
	xlsxCovered     = "合并单元格盖住的内容"
	xlsxNoFormat    = "格式不显示的值"
	xlsxComment     = "批注"
	xlsxObject      = "图表、图示中的文字"
)

// An xlsx is a workbook while it is read.
type xlsx struct {
	a       *archive
	book    *excelize.File
	b       builder
	account source.Account
	marks   []source.Mark
	runs    map[int][]xlsxRun // of the workbook's strings, by their numbers
	hidden  int               // cells left out
	blank   int               // formulas without a value
	images  int
	objects int
	boxes   []xlsxLine
	cells   int
}

// An xlsxLine is text that stands in no cell.
type xlsxLine struct {
	part   string
	at     int
	text   string
	reason string
}

// readXLSX reads the sheets of a workbook one after the other: the lines above a table, the table, and
// what stands below it. Cells hold what a reader sees: numbers and dates in their formats, the
// values of formulas as they were saved.
func readXLSX(name string, data []byte) (f *source.File, err error) {
	defer func() {
		if recover() != nil { // the library takes the form of the parts for granted
			f, err = nil, errors.New("the spreadsheet is damaged; open it in Excel or WPS and save it again")
		}
	}()
	w := &xlsx{}
	if w.a, err = openArchive(data); err != nil {
		return nil, err
	}
	if err := w.check(); err != nil {
		return nil, err
	}
	sheets, err := w.sheets()
	if err != nil {
		return nil, err
	}
	w.book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 2 * maxUnpacked, UnzipXMLSizeLimit: 2 * maxUnpacked,
		CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d"})
	if err != nil {
		return nil, fmt.Errorf("the spreadsheet is damaged: %s", strings.SplitN(err.Error(), "\n", 2)[0])
	}
	defer w.book.Close()
	if err := w.write(sheets); err != nil {
		return nil, err
	}
	return w.file(name)
}

// check unpacks all parts once, so that no bomb reaches the library.
func (w *xlsx) check() error {
	size := 0
	for name := range w.a.parts {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		data, err := w.a.read(name)
		if err != nil {
			return err
		}
		if size += len(data); size > maxUnpacked {
			return fmt.Errorf("the archive unpacks to more than %d MB; no paper is that long", maxUnpacked>>20)
		}
	}
	return nil
}

// write writes the sheets and what else the workbook says.
func (w *xlsx) write(sheets []*xlsxSheet) error {
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
			w.name(s, xlsxHiddenSheet)
		case shown == 1:
			w.name(s, xlsxOnlyName)
		default:
			w.name(s, xlsxName)
		}
		w.sections(grid)
	}
	if err := w.others(); err != nil {
		return err
	}
	for _, l := range w.boxes {
		start := w.b.text.Len()
		text := w.b.clean(l.text)
		w.b.line(text, l.reason)
		e := source.Entry{Part: l.part, At: l.at, Text: l.text, Span: source.Span{Start: start, End: start + len(text)}, Reason: l.reason}
		if l.reason != "" {
			e.Fate = source.AsNoise
		}
		w.account = append(w.account, e)
	}
	return nil
}

// name accounts for the name of a sheet: where several are shown it stands above the sheet as noise.
func (w *xlsx) name(s *xlsxSheet, reason string) {
	e := source.Entry{Part: "xl/workbook.xml", At: s.index, Text: s.name, Fate: source.LeftOut, Reason: reason}
	if reason == "" {
		e.Reason = "空白的工作表"
	}
	if reason == xlsxName {
		start := w.b.text.Len()
		text := w.b.clean(s.name)
		w.b.line(text, xlsxName)
		e.Fate, e.Span = source.AsNoise, source.Span{Start: start, End: start + len(text)}
	}
	w.account = append(w.account, e)
}

// aside keeps text that stands in no cell.
func (w *xlsx) aside(part string, at int, text, kind string) {
	if source.Squeeze(text) == "" {
		return
	}
	switch kind {
	case "comment":
		w.boxes = append(w.boxes, xlsxLine{part, at, text, xlsxComment})
	case "box":
		w.boxes = append(w.boxes, xlsxLine{part, at, text, ""})
	default:
		w.objects++
		w.account = append(w.account, source.Entry{Part: part, At: at, Text: text, Fate: source.LeftOut, Reason: xlsxObject})
	}
}

// file makes the file of what was written.
func (w *xlsx) file(name string) (*source.File, error) {
	if w.hidden > 0 {
		w.b.whole("hidden-cells", "cells that the sheets do not show, mostly of hidden rows, columns or sheets, were left out (%d)", w.hidden)
	}
	if w.blank > 0 {
		w.b.whole("formula-without-value", "formulas without a saved value (%d); open the file in Excel or WPS and save it again", w.blank)
	}
	if w.images > 0 {
		w.b.whole("images-dropped", "pictures were left out (%d); text in them is not read", w.images)
	}
	if w.objects > 0 {
		w.b.whole("objects-dropped", "text of charts and diagrams was left out (%d)", w.objects)
	}
	f, err := w.b.file(name, "xlsx", "UTF-8")
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
