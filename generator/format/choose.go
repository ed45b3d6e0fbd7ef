package format

import (
	"bytes"
	"regexp"
	"strings"

	"zhengce/generator/format/docx"
	"zhengce/generator/format/html"
	"zhengce/generator/format/kind"
	"zhengce/generator/format/ofd"
	"zhengce/generator/format/pdf"
	"zhengce/generator/format/text"
	"zhengce/generator/format/xlsx"
)

// readersOf ties what a file is to its reader.
var readersOf = map[kind.Kind]reader{kind.Text: text.Read, kind.HTML: html.Read, kind.PDF: pdf.Read, kind.DOCX: docx.Read,
	kind.OFD: ofd.Read, kind.XLSX: xlsx.Read,
	kind.Old: readOld, kind.RTF: readRTF, kind.ODT: readODT, kind.Flat: readFlat, kind.Word2003: read2003}

// choose returns the reader for data with the suffix of its name; odd is what the file is where
// that is not what the suffix says.
func choose(suffix string, data []byte) (read reader, odd kind.Kind, err error) {
	k, err := kind.Of(data)
	if err != nil {
		return nil, "", err
	}
	switch said := suffixes[strings.ToLower(suffix)]; {
	case said.kind == k:
		return said.read, "", nil
	case k == kind.HTML && said.kind == kind.Text && !wholePage.Match(data[:min(len(data), 4096)]):
		return said.read, "", nil // a Markdown file may begin with a tag, and a text with a quoted one
	case k == kind.Text && said.kind == kind.HTML && bytes.IndexByte(data, '<') >= 0:
		return said.read, "", nil // a piece of a page, or a page in UTF-16
	default:
		return readersOf[k], k, nil
	}
}

// wholePage tells a web page from a text that begins with a tag.
var wholePage = regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|head|body|meta)\b`)
