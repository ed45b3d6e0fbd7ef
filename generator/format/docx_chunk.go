package format

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"strings"

	"zhengce/generator/source"
)

const (
	maxChunks     = 200 // embedded parts that are read into a text
	maxChunkDepth = 2   // of Word files in one another
)

// chunk reads an embedded part that stands for text, as the exports of web systems have them: a web
// page, plain text or another Word file. One that cannot be read is named.
func (d *docx) chunk(id string, f flow) {
	name, ok := d.relation(id)
	if !ok || !d.has(name) {
		name = "altChunk " + id
	}
	if d.chunks++; d.chunks > maxChunks || !d.has(name) {
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
			d.b.whole(e.Code, "in the embedded part %q: %s", name, e.Message)
		}
		d.b.meta = append(d.b.meta, file.Meta...)
	} else {
		file = &source.File{Text: file.Text, Blocks: file.Blocks, Noise: file.Noise, Marks: file.Marks, Account: source.Account{}} // accounted for once
	}
	d.shown++
	(&chunkReader{d: d, file: file, part: d.archive.parts[strings.ToLower(name)].Name, flow: f, account: file.Account}).read()
}

func (d *docx) unreadable(name string) {
	if len(d.unread) < maxChunks {
		d.unread = append(d.unread, name)
	}
}

// openChunk reads an embedded part as a file of its own.
func (d *docx) openChunk(name string) (*source.File, error) {
	data, err := d.archive.read(name)
	if err != nil {
		return nil, err
	}
	if page, ok := webArchive(data); ok {
		return readHTML(name, page)
	}
	k, err := kindOf(data)
	switch ext := strings.ToLower(path.Ext(name)); {
	case err != nil:
		return nil, err
	case k == kindDOCX && d.level < maxChunkDepth:
		return readWord(name, data, d.level+1)
	case k == kindHTML, k == kindText && strings.HasPrefix(ext, ".htm"), k == kindText && ext == ".xhtml":
		return readHTML(name, data)
	case k == kindText && !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")):
		return readText(name, data)
	}
	return nil, errors.New("no reader")
}

// A chunkReader hands the blocks of an embedded part on as paragraphs and tables.
type chunkReader struct {
	d       *docx
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
			c.d.b.account = append(c.d.b.account, e)
		} else {
			c.shown = append(c.shown, e)
		}
	}
	sortEntries(c.shown)
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
			p.text.append(c.line(b.Span))
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

func (c *chunkReader) rows(b source.Block) [][]cell {
	var rows [][]cell
	for _, row := range b.Rows {
		var cells []cell
		for _, one := range row {
			k := cell{col: one.Col, rowSpan: one.RowSpan, colSpan: one.ColSpan, header: one.Header}
			for _, l := range c.line(one.Span).split() {
				k.lines, k.rich = append(k.lines, l.text), append(k.rich, l)
			}
			cells = append(cells, k)
		}
		rows = append(rows, cells)
	}
	return rows
}

// line returns the text at a span, which follows those before, with what is known of it.
func (c *chunkReader) line(s source.Span) richLine {
	l := richLine{text: c.file.Slice(s)}
	if c.account == nil && l.text != "" { // from a reader that keeps none
		l.pieces = []piece{{0, len(l.text), source.Entry{Part: c.part, At: s.Start, Text: l.text}}}
	}
	for len(c.shown) > 0 && c.shown[0].Span.Start < s.End {
		e := c.shown[0]
		c.shown = c.shown[1:]
		start := min(max(e.Span.Start-s.Start, 0), len(l.text))
		l.pieces = append(l.pieces, piece{start, min(max(e.Span.End-s.Start, start), len(l.text)), e})
	}
	for len(c.marks) > 0 && c.marks[0].Start < s.End {
		m := c.marks[0]
		c.marks = c.marks[1:]
		if s.Contains(m.Span) {
			l.marks = append(l.marks, lineMark{m.Start - s.Start, m.End - s.Start, m.Kind, m.Note})
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
	return io.ReadAll(io.LimitReader(r, MaxPart))
}
