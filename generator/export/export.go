// Package export writes the data pack of a finished site: everything that the pages show, as
// tables and records that other programs read, with a description of each field.
package export

import (
	"bytes"
	"encoding/json"
	"path"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/record"
	"zhengce/generator/say"
)

// Write writes the data pack of c into the folder data of fs, the folder of a finished site, which is published at
// address, "" where that is not known. The same catalog and address give the same bytes.
func Write(fs afero.Fs, c *catalog.Catalog, address string) error {
	p := &pack{fs: fs, describe: newDescription(), address: address}
	all := make([]*record.Record, len(c.All()))
	for i, d := range c.All() {
		all[i] = record.New(d.Facts)
		p.json("records/"+d.ID+".json", "", "", all[i])
	}
	p.json("records.json", "全部记录", "每份文件一条记录：元数据、措施、责任分工、附件、指标、引用、页面残留和疑点", all)
	p.json("relations.json", "文件之间的关系", "同源对照、未见对应的任务、指标沿革、部门名称、时效和废止", newRelations(c))
	for _, t := range tables(c) {
		p.table(t)
	}
	p.ledgers(c)
	p.calendars(c)
	p.papers(c)
	p.accounts(c)
	p.json("datapackage.json", "", "", p.describe)
	return p.err
}

// tables returns the tables of the data pack in the order of its description.
func tables(c *catalog.Catalog) []*table {
	return []*table{documents(c), measures(c), assignments(c), annex(c), agencies(c), agencyNames(c),
		indicators(c), rules(c), citations(c), cascade(c), series(c), deadlines(c), validities(c), endings(c)}
}

// A pack writes files and keeps the first error.
type pack struct {
	fs       afero.Fs
	describe *description
	address  string // of the published site, with a slash at its end
	err      error
}

// json writes v as the file called name; with a title it is described as part of the pack.
func (p *pack) json(name, title, about string, v any) {
	b, ok := p.encode(name, v, " ")
	if !ok {
		return
	}
	if title != "" {
		p.describe.file(name, title, about, b)
	}
	p.write(name, b)
}

// compact writes v as the file called name, on one line.
func (p *pack) compact(name string, v any) {
	if b, ok := p.encode(name, v, ""); ok {
		p.write(name, b)
	}
}

// encode returns v as JSON, and whether that can be.
func (p *pack) encode(name string, v any, indent string) ([]byte, bool) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		p.fail(name, err)
		return nil, false
	}
	return b.Bytes(), true
}

func (p *pack) table(t *table) {
	data, err := t.csv()
	if err != nil {
		p.fail(t.name, err)
		return
	}
	p.describe.table(t, data)
	p.write(t.name+".csv", data)
}

func (p *pack) write(name string, data []byte) {
	if p.err != nil {
		return
	}
	name = path.Join("data", name)
	err := p.fs.MkdirAll(path.Dir(name), 0o755)
	if err == nil {
		err = afero.WriteFile(p.fs, name, data, 0o644)
	}
	if err != nil {
		p.fail(name, err)
	}
}

func (p *pack) fail(name string, err error) {
	if p.err == nil {
		p.err = say.Errorf("writing %s: %w", name, err)
	}
}
