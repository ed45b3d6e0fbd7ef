package export

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// ledgerColumns are the columns of an agency's spreadsheet with their widths in characters. The
// last two are empty, for those who supervise the work; the day before them is a date that can be sorted.
var ledgerColumns = []struct {
	title string
	width float64
}{
	{"序号", 6}, {"角色", 10}, {"任务原文", 60}, {"共同承担", 30}, {"目标值", 24}, {"角色依据", 18}, {"依据原话", 24},
	{"文件", 30}, {"文号", 18}, {"成文日期", 12}, {"条款", 14}, {"类别", 12}, {"存疑", 24}, {"时限", 24}, {"完成时限", 14}, {"文件时效", 24}, {"进展", 20}, {"备注", 16},
}

// ledgers writes the tasks of each agency as a spreadsheet.
func (p *pack) ledgers(c *catalog.Catalog) {
	for _, a := range c.Agencies {
		data, err := ledger(a)
		if err != nil {
			p.fail("ledgers/"+a.ID+".xlsx", err)
			return
		}
		p.write("ledgers/"+a.ID+".xlsx", data)
	}
}

// ledger returns the tasks of a as an Excel workbook, ready for print on A4.
func ledger(a *catalog.Agency) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "责任台账"
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	// What surrounds the rows comes first: the writer of rows takes it over, and reads nothing back.
	landscape, paper, fit := "landscape", 9, 0
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToHeight: &fit}); err != nil {
		return nil, err
	}
	last, err := excelize.CoordinatesToCellName(len(ledgerColumns), len(a.Tasks)+1)
	if err != nil {
		return nil, err
	}
	if err := f.AutoFilter(sheet, "A1:"+last, nil); err != nil {
		return nil, err
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}); err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	if err := writeLedger(f, w, a); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeLedger writes heads and rows. All cells but the day are text: none can be run as a formula.
func writeLedger(f *excelize.File, w *excelize.StreamWriter, a *catalog.Agency) error {
	border := []excelize.Border{{Type: "left", Style: 1}, {Type: "right", Style: 1}, {Type: "top", Style: 1}, {Type: "bottom", Style: 1}}
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"}, Border: border})
	if err != nil {
		return err
	}
	body, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Border: border})
	if err != nil {
		return err
	}
	days := "yyyy-mm-dd"
	day, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, Border: border, CustomNumFmt: &days})
	if err != nil {
		return err
	}
	titles := make([]any, len(ledgerColumns))
	for i, c := range ledgerColumns {
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		titles[i] = excelize.Cell{StyleID: head, Value: c.title}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := w.SetRow("A1", titles); err != nil {
		return err
	}
	for n, x := range a.ActionsFirst() {
		cells := make([]any, len(ledgerColumns))
		for i, text := range ledgerRow(a, n, x) {
			cells[i] = excelize.Cell{StyleID: body, Value: text}
			if n, ok := dayNumber(text); ok && ledgerColumns[i].title == dueColumn {
				cells[i] = excelize.Cell{StyleID: day, Value: n}
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// ledgerRow returns the cells of the task with number n.
func ledgerRow(a *catalog.Agency, n int, x catalog.AgencyTask) []string {
	var others, targets []string
	for _, m := range x.Members {
		if m.Agency == a {
			continue
		}
		name := m.Name
		if m.Role == policy.Lead && x.Role != policy.Lead {
			name += "（" + m.Role.Name() + "）"
		}
		others = append(others, name)
	}
	for _, i := range x.Indicators {
		targets = append(targets, i.Quote)
	}
	d := x.Document
	return []string{count(n + 1), x.Role.Name(), x.Text, strings.Join(others, "、"), strings.Join(targets, "；"), x.Rule.Says, x.Basis.Quote,
		d.Title, d.Meta.Number, d.Meta.Date, placeOf(x.Task).Measure, category(x.Task), x.Doubts.Says(), x.When(), x.Due(), d.Days(), "", ""}
}

// category says whether a task stands in a measure that orders nothing of its own.
func category(t *catalog.Task) string {
	if t.General() {
		return "总体性条款"
	}
	return "具体措施"
}

// dueColumn is the column of the last day by which a task is to be done.
const dueColumn = "完成时限"

// dayNumber returns the day YYYY-MM-DD as spreadsheets count days, from 1899-12-30; false for what is no day.
func dayNumber(iso string) (int, bool) {
	var y, m, d int
	if n, err := fmt.Sscanf(iso, "%4d-%2d-%2d", &y, &m, &d); n != 3 || err != nil {
		return 0, false
	}
	// The days since 1 March of the year 0, as the calendar counts them from there: leap days come last.
	if m <= 2 {
		y, m = y-1, m+12
	}
	const before1899 = 693899 // of 1899-12-30
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1 - before1899, true
}
