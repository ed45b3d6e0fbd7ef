package docx

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/html"
	"zhengce/generator/format/kind"
	"zhengce/generator/format/paper"
	"zhengce/generator/format/text"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

const (
	maxChunks     = 200 // embedded parts that are read into a text
	maxChunkDepth = 2   // of Word files in one another
)

// chunk reads an embedded part that stands for text, as the exports of web systems have them: a web
// page, plain text or another Word file. One that cannot be read is named.
func (d *reader) chunk(id string, f flow) {
	name, ok := d.relation(id)
	if !ok || !d.Has(name) {
		name = "altChunk " + id
	}
	if d.chunks++; d.chunks > maxChunks || !d.Has(name) {
		d.unreadable(name)
		return
	}
	file := d.opened[name]
	if file == nil {
		var err error
		if file, err = d.openChunk(name); err != nil {
			d.unreadable(name)
			return
		}
		d.opened[name] = file
		for _, e := range file.Problems {
			if e.Code == "no-paper-found" {
				continue // the whole part is the text
			}
			d.b.Warn(e.Code, "in the embedded part %q: %s", name, e.Said())
		}
		d.b.Meta = append(d.b.Meta, file.Meta...)
	} else {
		file = &source.File{Text: file.Text, Blocks: file.Blocks, Noise: file.Noise, Marks: file.Marks, Account: source.Account{}} // accounted for once
	}
	d.shown++
	(&chunkReader{d: d, file: file, part: d.Archive.Parts[strings.ToLower(name)].Name, flow: f, account: file.Account}).read()
}

func (d *reader) unreadable(name string) {
	if len(d.unread) < maxChunks {
		d.unread = append(d.unread, name)
	}
}

// openChunk reads an embedded part as a file of its own.
func (d *reader) openChunk(name string) (*source.File, error) {
	data, err := d.Archive.Read(name)
	if err != nil {
		return nil, err
	}
	if page, ok := webArchive(data); ok {
		return html.Read(name, page)
	}
	k, err := kind.Of(data)
	switch ext := strings.ToLower(path.Ext(name)); {
	case err != nil:
		return nil, err
	case k == kind.DOCX && d.level < maxChunkDepth:
		return readNested(name, data, d.level+1)
	case k == kind.HTML, k == kind.Text && strings.HasPrefix(ext, ".htm"), k == kind.Text && ext == ".xhtml":
		return html.Read(name, data)
	case k == kind.Text && !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")):
		return text.Read(name, data)
	}
	return nil, say.New("no reader")
}

// A chunkReader hands the blocks of an embedded part on as paragraphs and tables.
type chunkReader struct {
	d       *reader
	file    *source.File
	part    string // name of the embedded part
	flow    flow
	account source.Account
	shown   []source.Entry // of the account, in the order of the text
	marks   []source.Mark
}

func (c *chunkReader) read() {
	for _, e := range c.account {
		if e.Part = c.part + inner(e.Part); e.Fate == source.LeftOut {
			c.d.b.Account = append(c.d.b.Account, e)
		} else {
			c.shown = append(c.shown, e)
		}
	}
	paper.SortEntries(c.shown)
	c.marks = c.file.Marks
	noise := c.file.Noise
	for _, b := range c.file.Blocks {
		for len(noise) > 0 && noise[0].End <= b.Start {
			noise = noise[1:]
		}
		if b.Kind == source.Table {
			c.flow.table(c.rows(b))
			continue
		}
		p := &paragraph{level: -1}
		if len(noise) > 0 && noise[0].Contains(b.Span) {
			p.asides = []aside{{c.line(b.Span), noise[0].Reason}}
		} else {
			p.text.Append(c.line(b.Span))
		}
		c.flow.para(p)
	}
}

// inner returns the name of a part within a part.
func inner(name string) string {
	if name == "" {
		return ""
	}
	return "!" + name
}

func (c *chunkReader) rows(b source.Block) [][]paper.Cell {
	var rows [][]paper.Cell
	for _, row := range b.Rows {
		var cells []paper.Cell
		for _, one := range row {
			k := paper.Cell{Col: one.Col, RowSpan: one.RowSpan, ColSpan: one.ColSpan, Header: one.Header}
			for _, l := range c.line(one.Span).Split() {
				k.Lines, k.Rich = append(k.Lines, l.Text), append(k.Rich, l)
			}
			cells = append(cells, k)
		}
		rows = append(rows, cells)
	}
	return rows
}

// line returns the text at a span, which follows those before, with what is known of it.
func (c *chunkReader) line(s source.Span) paper.Line {
	l := paper.Line{Text: c.file.Slice(s)}
	if c.account == nil && l.Text != "" { // from a reader that keeps none
		l.Pieces = []paper.Piece{{End: len(l.Text), Entry: source.Entry{Part: c.part, At: s.Start, Text: l.Text}}}
	}
	for len(c.shown) > 0 && c.shown[0].Span.Start < s.End {
		e := c.shown[0]
		c.shown = c.shown[1:]
		start := min(max(e.Span.Start-s.Start, 0), len(l.Text))
		l.Pieces = append(l.Pieces, paper.Piece{Start: start, End: min(max(e.Span.End-s.Start, start), len(l.Text)), Entry: e})
	}
	for len(c.marks) > 0 && c.marks[0].Start < s.End {
		m := c.marks[0]
		c.marks = c.marks[1:]
		if s.Contains(m.Span) {
			l.Marks = append(l.Marks, paper.Mark{Start: m.Start - s.Start, End: m.End - s.Start, Kind: m.Kind, Note: m.Note})
		}
	}
	return l
}

// webArchive returns the page of a web archive (.mht).
func webArchive(data []byte) ([]byte, bool) {
	head, body, ok := mailHead(data)
	if !ok {
		return nil, false
	}
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(kind, "multipart/") {
		page, err := decodeMail(head.Get("Content-Transfer-Encoding"), bytes.NewReader(body))
		return page, err == nil && kind == "text/html"
	}
	r := multipart.NewReader(bytes.NewReader(body), params["boundary"])
	for range maxChunks {
		p, err := r.NextRawPart()
		if err != nil {
			break
		}
		if kind, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type")); kind == "text/html" {
			page, err := decodeMail(p.Header.Get("Content-Transfer-Encoding"), p)
			return page, err == nil
		}
	}
	return nil, false
}

// mailHead parts the head of a web archive from what follows it.
func mailHead(data []byte) (head textproto.MIMEHeader, body []byte, ok bool) {
	data = bytes.TrimLeft(data, "\r\n\t \uFEFF")
	if !bytes.Contains(bytes.ToLower(data[:min(len(data), 2048)]), []byte("content-type:")) || bytes.HasPrefix(data, []byte("<")) {
		return nil, nil, false
	}
	end := bytes.Index(data, []byte("\r\n\r\n"))
	gap := 4
	if lf := bytes.Index(data, []byte("\n\n")); lf >= 0 && (end < 0 || lf < end) {
		end, gap = lf, 2
	}
	if end < 0 {
		return nil, nil, false
	}
	head = textproto.MIMEHeader{}
	unfolded := strings.NewReplacer("\r\n\t", " ", "\r\n ", " ", "\n\t", " ", "\n ", " ").Replace(string(data[:end]))
	for _, l := range strings.Split(unfolded, "\n") {
		if name, value, ok := strings.Cut(l, ":"); ok {
			head.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return head, data[end+gap:], true
}

// decodeMail undoes the transfer encoding of a part of a web archive.
func decodeMail(encoding string, r io.Reader) ([]byte, error) {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	return io.ReadAll(io.LimitReader(r, archive.MaxPart))
}
