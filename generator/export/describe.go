package export

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// A description is the datapackage.json of the pack, after the Data Package standard, version 2.0
// (https://datapackage.org/standard/data-package/).
type description struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Resources   []*resource `json:"resources"`
}

type resource struct {
	Name        string       `json:"name"`
	Type        string       `json:"type,omitempty"`
	Path        string       `json:"path"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Format      string       `json:"format"`
	MediaType   string       `json:"mediatype"`
	Encoding    string       `json:"encoding"`
	Bytes       int          `json:"bytes"`
	Hash        string       `json:"hash"`
	Dialect     *dialect     `json:"dialect,omitempty"`
	Schema      *tableSchema `json:"schema,omitempty"`
}

type dialect struct {
	Header         bool   `json:"header"`
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
}

type tableSchema struct {
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

func newDescription() *description {
	return &description{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   "zhengce",
		Title:  "政策文件数据",
		Description: "政策文件的措施、责任分工、指标、引用及其比较，均由程序据原文逐条生成，每条可回到原文。" +
			"位置为在解码后原件中的字符位置，从 0 起，不含止。以 =、+、-、@ 开头的文字前加有一个撇号（'），以免被表格软件当作公式，读取时应去掉。",
	}
}

func (d *description) file(name, title, about string, data []byte) *resource {
	r := &resource{Name: strings.TrimSuffix(name, ".json"), Path: name, Title: title, Description: about, Format: "json", MediaType: "application/json",
		Encoding: "utf-8", Bytes: len(data), Hash: hash(data)}
	d.Resources = append(d.Resources, r)
	return r
}

func (d *description) table(t *table, data []byte) {
	r := d.file(t.name+".csv", t.title, t.about, data)
	r.Name, r.Type, r.Format, r.MediaType = t.name, "table", "csv", "text/csv"
	r.Dialect = &dialect{Header: true, Delimiter: ",", LineTerminator: "\r\n", QuoteChar: `"`, DoubleQuote: true}
	r.Schema = &tableSchema{MissingValues: []string{""}, PrimaryKey: t.key}
	for _, c := range t.columns {
		r.Schema.Fields = append(r.Schema.Fields, field{c.name, c.kind, c.title, c.about})
		if res, name, ok := strings.Cut(c.refers, "."); ok {
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, foreignKey{[]string{c.name}, reference{res, []string{name}}})
		}
	}
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
