package verify

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spf13/afero"

	"zhengce/generator/manifest"
)

// TestComparison writes the files of a site once more: what differs is named with its place, and nothing is written.
func TestComparison(t *testing.T) {
	sheet := func(cell string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("xl/worksheets/sheet1.xml")
		w.Write([]byte("<c><t>" + cell + "</t></c>"))
		z.Close()
		return b.Bytes()
	}
	site := fstest.MapFS{
		"data/same.csv": {Data: []byte("甲\n")}, "data/other.json": {Data: []byte("{\n \"部门\": \"市财政局\"\n}\n")}, "data/sheet.xlsx": {Data: sheet("牵头")},
		"data/broken.xlsx": {Data: []byte("PK")}, "js/extra.js": {Data: []byte("x")}, "data/extra.csv": {}, "data/own.csv": {}, "elsewhere/own.js": {}, "x.js": {},
		"data/note.txt": {}, "data/bytes.bin": {Data: []byte("ab\xff")},
	}
	c := NewComparison(site)
	for name, data := range map[string][]byte{
		"data/same.csv": []byte("甲\n"), "data/other.json": []byte("{\n \"部门\": \"市教育局\"\n}\n"), "/data/sheet.xlsx": sheet("配合"),
		"data/broken.xlsx": sheet("配合"), "data/none.csv": []byte("乙\n"), "data/bytes.bin": []byte("abc"), "js/site.js": nil,
	} {
		if err := afero.WriteFile(c, name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	errs := append(c.Problems(), c.Strangers(fstest.MapFS{"data/own.csv": {}}, Made)...)
	errs.Sort()
	want := `data/broken.xlsx: the spreadsheet cannot be read: zip: not a valid zip file
data/bytes.bin: the file is not what the seeds give, from byte 3 on
data/extra.csv: the seeds give no such file
data/none.csv: the file is missing: the seeds give one of 4 bytes
data/other.json:2:10: the file is not what the seeds give: expected "门\": \"市教育局\"\n}\n", it has "门\": \"市财政局\"\n}\n"
data/sheet.xlsx: the spreadsheet is not what the seeds give, in xl/worksheets/sheet1.xml: expected "<c><t>配合</t></c>", it has "<c><t>牵头</t></c>"
js/extra.js: the seeds give no such file
js/site.js: the file is missing: the seeds give one of 0 bytes
x.js: the seeds give no such file`
	if errs.Error() != want {
		t.Errorf("problems:\n%v\nwant:\n%s", errs, want)
	}
	if data, err := afero.ReadFile(c, "data/other.json"); err != nil || !bytes.Contains(data, []byte("财政")) {
		t.Errorf("the site was changed: %s %v", data, err)
	}
}

// TestSame compares two sites file by file; a printed site has PDF files that the other has not.
func TestSame(t *testing.T) {
	anew := fstest.MapFS{"a.html": {Data: []byte("<p>甲\n<nav>乙")}, "data/a.json": {Data: []byte("{}")}}
	site := fstest.MapFS{"a.html": {Data: []byte("<p>甲\n<nav>丙")}, "data/b.xml": {}, "a.pdf": {}, "CNAME": {}, "own/b.html": {}, "x/b.html": {}}
	m, err := manifest.New(fstest.MapFS{"a.pdf": {}, "x/b.html": {}})
	if err != nil {
		t.Fatal(err)
	}
	site[manifest.Name] = &fstest.MapFile{Data: m.Bytes()}
	for printed, want := range map[bool]string{
		true: `a.html:2:6: the file is not what the seeds give: expected "\n<nav>乙", it has "\n<nav>丙"
data/a.json: the file is missing: the seeds give one of 2 bytes
data/b.xml: the seeds give no such file
x/b.html: the seeds give no such file`,
		false: "a.pdf: the seeds give no such file",
	} {
		errs, err := Same(site, anew, printed)
		if errs.Sort(); err != nil || printed && errs.Error() != want || !strings.Contains(errs.Error(), want) {
			t.Errorf("%v: %v\n%v", printed, err, errs)
		}
	}
}
