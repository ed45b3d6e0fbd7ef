package export_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/spf13/afero"
	"github.com/xuri/excelize/v2"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/export"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// timed is a catalog of two papers with deadlines and validity, of which the second repeals the first.
func timed(t *testing.T) *catalog.Catalog {
	t.Helper()
	var all []*policy.Facts
	for name, text := range map[string]string{
		"a": "甲市养老方案\n甲政发〔2030〕1号\n一、办好食堂\n（一）食堂。2024年2月底前办好食堂。（市民政局负责）\n（二）培训。每年12月底前培训人员。（市教育局负责）\n二、附则\n本方案自2030年2月1日起施行，有效期5年。\n甲市人民政府\n2030年1月10日\n",
		"b": "甲市养老新方案\n甲政发〔2031〕2号\n一、办好食堂\n各县办好食堂。\n二、附则\n《甲市养老方案》（甲政发〔2030〕1号）同时废止。\n甲市人民政府\n2031年1月10日\n",
	} {
		d, _ := document.Parse(source.NewFile("seeds/"+name+".txt", text))
		f, _ := extract.Document(d)
		all = append(all, f)
	}
	c, errs := catalog.Build(all)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return c
}

// matching counts the rows that have all of the values.
func matching(all []map[string]string, want map[string]string) int {
	n := 0
	for _, row := range all {
		same := true
		for k, v := range want {
			same = same && row[k] == v
		}
		if same {
			n++
		}
	}
	return n
}

// TestTimeTables holds that deadlines, validity and repeals are in the data, and that a day in a ledger is a real date.
func TestTimeTables(t *testing.T) {
	c := timed(t)
	fs := write(t, c)
	if n := matching(rows(t, fs, "deadlines"), map[string]string{"document": "a", "kind": "by", "date": "2024-02-29", "agencies": "甲市民政局"}); n != 1 {
		t.Errorf("%d deadlines of the first task", n)
	}
	if n := matching(rows(t, fs, "deadlines"), map[string]string{"kind": "each", "every": "year", "on": "12-31"}); n != 1 {
		t.Errorf("%d deadlines that come back", n)
	}
	if n := matching(rows(t, fs, "validity"), map[string]string{"document": "a", "effective": "2030-02-01", "expires": "2035-01-31", "repealed_by": "b", "repealed_from": "2031-01-10"}); n != 1 {
		t.Errorf("%d rows of the validity of the first paper", n)
	}
	if n := matching(rows(t, fs, "documents"), map[string]string{"id": "a", "effective": "2030-02-01", "expires": "2035-01-31", "repealed_by": "b", "repealed_from": "2031-01-10"}); n != 1 {
		t.Errorf("%d rows of the first paper say how long it holds", n)
	}
	data, err := afero.ReadFile(fs, "data/relations.json")
	if err != nil {
		t.Fatal(err)
	}
	var relations export.Relations
	if err := json.Unmarshal(data, &relations); err != nil {
		t.Fatal(err)
	}
	if want := (export.Holds{File: "a.txt", Effective: "2030-02-01", Expires: "2035-01-31", RepealedBy: "b", RepealedFrom: "2031-01-10"}); !slices.Contains(relations.Validity, want) {
		t.Errorf("the relations say %v of validity", relations.Validity)
	}
	if n := matching(rows(t, fs, "endings"), map[string]string{"document": "b", "fate": "repeals", "held": "a", "number": "甲政发〔2030〕1号"}); n != 1 {
		t.Errorf("%d papers that are repealed", n)
	}
	for _, a := range c.Agencies {
		want, raw, kind := "2024-02-29", "45351", excelize.CellTypeUnset
		if a.Name != "甲市民政局" {
			want, raw, kind = "", "", excelize.CellTypeInlineString
		}
		f := sheet(t, fs, a)
		got, _ := f.GetCellValue("责任台账", "O2")
		serial, _ := f.GetCellValue("责任台账", "O2", excelize.Options{RawCellValue: true})
		is, _ := f.GetCellType("责任台账", "O2")
		if got != want || serial != raw || is != kind && is != excelize.CellTypeNumber {
			t.Errorf("the day of %s is %q (%q, type %v), want %q (%q)", a.Name, got, serial, is, want, raw)
		}
		if holds, _ := f.GetCellValue("责任台账", "P2"); holds != "自2030年2月1日起施行，至2035年1月31日；2031年1月10日起废止" {
			t.Errorf("the ledger of %s says of its paper %q", a.Name, holds)
		}
		if words, _ := f.GetCellValue("责任台账", "N2"); words == "" {
			t.Errorf("the ledger of %s does not say when", a.Name)
		}
	}
}
