package kind

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf16"

	"zhengce/generator/format/archive"
	"zhengce/generator/say"
)

// compoundFile begins old Office files and those with a password.
const compoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// officeKind tells which kind of file of a word processor data is that is no zip archive, "" if none.
func officeKind(data []byte) (Kind, error) {
	switch {
	case bytes.HasPrefix(data, []byte(compoundFile)):
		return oldOffice(data)
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return RTF, nil
	}
	return wordXMLKind(data[:min(len(data), 16<<10)]), nil
}

// oldOffice tells what a compound file holds, by the names of its streams.
func oldOffice(data []byte) (Kind, error) {
	for _, s := range []struct {
		stream  string
		message say.Phrase
	}{
		{"EncryptedPackage", say.Phrase("the file is protected by a password; save it without one")},
		{"Workbook", say.Phrase("the file is a spreadsheet of the old kind (.xls, .et); open it in Excel or WPS and save it as .xlsx")},
		{"PowerPoint Document", say.Phrase("the file is a presentation; save its text as .docx")},
	} {
		if bytes.Contains(data, wideName(s.stream)) && !bytes.Contains(data, wideName("WordDocument")) {
			return "", say.Errorf("%s", s.message)
		}
	}
	return Old, nil
}

// wideName is the name of a stream as a compound file writes it.
func wideName(name string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(name)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// isODT reports whether an archive is a text of OpenDocument, not one of its spreadsheets.
func isODT(a *archive.Archive) bool {
	if !a.Has("content.xml") || !a.Has("mimetype") {
		return false
	}
	mime, err := a.Read("mimetype")
	return err == nil && strings.HasPrefix(string(mime), "application/vnd.oasis.opendocument.text")
}

// wordXML is the root of a Word file that is one XML file: of the packed form (flat OPC), or of Word 2003.
var wordXML = regexp.MustCompile(`(?s)^(?:\x{FEFF})?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(\w+:)?(?:(package)\s[^>]*/xmlPackage|(wordDocument)[\s>])`)

// wordXMLKind returns the kind of Word file that data is in one XML file, "" if none.
func wordXMLKind(head []byte) Kind {
	m := wordXML.FindSubmatch(head)
	switch {
	case m == nil:
		return ""
	case len(m[2]) > 0:
		return Flat
	}
	return Word2003
}
