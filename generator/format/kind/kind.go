// Package kind tells what a file is by its content, whatever its name says.
package kind

import (
	"bytes"
	"regexp"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Kind is what a file is by its content, in the words of messages.
type Kind = say.Phrase

// The kinds of file that hold papers.
const (
	Text     Kind = say.Phrase("plain text")
	HTML     Kind = say.Phrase("a web page")
	PDF      Kind = say.Phrase("a PDF")
	DOCX     Kind = say.Phrase("a Word file")
	OFD      Kind = say.Phrase("an OFD file")
	XLSX     Kind = say.Phrase("a spreadsheet")
	Old      Kind = say.Phrase("a Word or WPS file of the old kind")
	RTF      Kind = say.Phrase("an RTF file")
	ODT      Kind = say.Phrase("an OpenDocument file")
	Flat     Kind = say.Phrase("a Word file in one XML file")
	Word2003 Kind = say.Phrase("a Word 2003 XML file")
)

// signatures are the first bytes of files that hold no paper in a form that can be read, with what
// to do about them.
var signatures = []struct {
	start   string
	message say.Phrase
}{
	{"\x89PNG", picture}, {"\xFF\xD8\xFF", picture}, {"GIF8", picture}, {"BM", picture}, {"II*\x00", picture}, {"MM\x00*", picture},
	{"Rar!", packed}, {"7z\xBC\xAF", packed}, {"\x1F\x8B", packed}, {"BZh", packed}, {"\xFD7zXZ", packed},
	{"\x7FELF", program}, {"MZ", program},
	{"SQLite format 3", say.Phrase("a data base; expected a paper")},
}

const (
	picture = say.Phrase("a picture; run a text recognition over it and save the text, or find the paper as .docx")
	packed  = say.Phrase("a packed archive; unpack it and put the papers here one by one")
	program = say.Phrase("a program; expected a paper")
)

// zipKinds are what zip archives hold, by a part that all of a kind have.
var zipKinds = []struct {
	part    string
	message say.Phrase
}{
	{"ppt/presentation.xml", say.Phrase("a presentation; save its text as .docx")},
	{"content.xml", say.Phrase("an OpenDocument file; open it in LibreOffice or WPS and save it as .docx")},
}

// xmlKinds are what files of XML hold, by a word near their beginning.
var xmlKinds = []struct {
	word    string
	message say.Phrase
}{
	{"<w:wordDocument", say.Phrase("a Word file of 2003 in XML; open it in Word or WPS and save it as .docx")},
	{"<pkg:package", say.Phrase("a Word file in one piece of XML (flat OPC); open it in Word or WPS and save it as .docx")},
	{`progid="Word.Document"`, say.Phrase("a Word file in XML; open it in Word or WPS and save it as .docx")},
	{"office:spreadsheet", say.Phrase("a spreadsheet in XML; save its tables in a .docx or .html file")},
	{`progid="Excel.Sheet"`, say.Phrase("a spreadsheet in XML; save its tables in a .docx or .html file")},
	{"<office:document", say.Phrase("an OpenDocument file in XML; open it in Word or WPS and save it as .docx")},
	{"<w:document", say.Phrase("a part of a Word file; put the whole .docx here")},
	{"", say.Phrase("XML of a kind that holds no paper for readers; save the paper as .docx or .txt")},
}

// xmlStart is the beginning of a file of XML that is no web page.
var xmlStart = regexp.MustCompile(`^\s*(?:<\?xml[\s?]|<\?mso-application|<(?:w:wordDocument|pkg:package)\b)`)

// xmlKind says what a file of XML is; nil where head begins none.
func xmlKind(head []byte) error {
	text := string(head)
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		text, _, _ = source.Decode(head[:len(head)&^1])
	}
	if text = strings.TrimPrefix(text, "\uFEFF"); !xmlStart.MatchString(text) {
		return nil
	}
	for _, x := range xmlKinds {
		if strings.Contains(text, x.word) {
			return say.Errorf("the file is %s", x.message)
		}
	}
	return nil
}

// tag is the first thing in a web page, behind white space, declarations and comments.
var tag = regexp.MustCompile(`(?i)^(?:\s|\x{FEFF}|<\?xml[^>]*>|<!--(?s:.*?)-->)*<(?:!doctype\s+html|(?:html|head|body|div|table|meta|p|span|article|section|title|h[1-6]|ul|center|font|script|style|link)(?:\s[^<]*)?/?>)`)

// Of tells what data is. The error says what to do about a file that cannot be read.
func Of(data []byte) (Kind, error) {
	head := data[:min(len(data), 4096)]
	if len(bytes.TrimSpace(head)) == 0 && len(data) == len(head) {
		return "", paper.ErrNoText
	}
	if at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); at >= 0 && (at == 0 || bytes.IndexByte(data, 0) >= 0) {
		return PDF, nil
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return zipKind(data)
	}
	if k, err := officeKind(data); k != "" || err != nil {
		return k, err
	}
	if message := signatureOf(head, data); message != "" {
		return "", say.Errorf("the file is %s", message)
	}
	if isWebArchive(head) {
		return "", say.New("the file is a web archive (.mht); open it in a browser and save the page as HTML only")
	}
	if tag.Match(head) {
		return HTML, nil
	}
	if err := xmlKind(head); err != nil {
		return "", err
	}
	return Text, nil
}

// signatureOf returns what to do about a file by its first bytes.
func signatureOf(head, data []byte) say.Phrase {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.start)) && (s.start != "BM" && s.start != "MZ" || bytes.IndexByte(data, 0) >= 0) {
			return s.message
		}
	}
	return ""
}

func isWebArchive(head []byte) bool {
	mime := bytes.ToLower(head)
	return bytes.Contains(mime, []byte("mime-version:")) && bytes.Contains(mime, []byte("multipart/related"))
}

func zipKind(data []byte) (Kind, error) {
	a, err := archive.Open(data)
	if err != nil {
		return "", err
	}
	switch {
	case a.Has("ofd.xml"):
		return OFD, nil
	case a.Has("xl/workbook.xml"):
		return XLSX, nil
	case isODT(a):
		return ODT, nil
	}
	for _, z := range zipKinds {
		if a.Has(z.part) {
			return "", say.Errorf("the file is %s", z.message)
		}
	}
	if a.Has("[Content_Types].xml") || a.Has("word/document.xml") {
		return DOCX, nil
	}
	return "", say.Errorf("the file is %s", packed)
}
