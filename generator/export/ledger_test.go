package export_test

import (
	"bytes"
	"testing"

	"github.com/spf13/afero"
	"github.com/xuri/excelize/v2"

	"zhengce/generator/catalog"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/policy"
)

// sheet reads the spreadsheet of an agency.
func sheet(t *testing.T, fs afero.Fs, a *catalog.Agency) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(read(t, fs, "ledgers/"+a.ID+".xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestLedgers: the spreadsheets have a row for each agency of each task in the data, with the words
// of the text, the role and empty columns to fill in.
func TestLedgers(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	fs := write(t, c)
	words := map[policy.Role]string{policy.Lead: "牵头", policy.Support: "配合", policy.Sole: "单独负责", policy.Joint: "未分主次"}
	total := 0
	for _, a := range c.Agencies {
		got, err := sheet(t, fs, a).GetRows("责任台账")
		if err != nil || len(got) != 1+len(a.Tasks) {
			t.Fatalf("%s has %d rows, %v; want %d", a.ID, len(got), err, 1+len(a.Tasks))
		}
		for n, x := range a.ActionsFirst() {
			if row := got[n+1]; row[2] != x.Text || row[1] != words[x.Role] || len(row) > 12 {
				t.Errorf("%s: row %d is %q", a.ID, n+1, row)
			}
		}
		total += len(a.Tasks)
	}
	if want := len(rows(t, fs, "assignments")) + len(rows(t, fs, "annex")); total != want {
		t.Errorf("%d rows in the spreadsheets, %d in the data", total, want)
	}
}

// TestLedgerIsText: what a text begins with never makes a formula.
func TestLedgerIsText(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	for _, a := range c.Agencies {
		for _, x := range a.Tasks {
			x.Task.Text = "=1+1<b>&\x01"
		}
	}
	fs := write(t, c)
	f := sheet(t, fs, c.Agencies[0])
	if formula, err := f.GetCellFormula("责任台账", "C2"); err != nil || formula != "" {
		t.Errorf("formula %q, %v", formula, err)
	}
	if text, err := f.GetCellValue("责任台账", "C2"); err != nil || text == "" {
		t.Errorf("the cell holds %q, %v", text, err)
	}
}
