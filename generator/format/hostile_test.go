package format_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/format"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
)

// TestRefused holds one clear message for each kind of file that is no paper.
func TestRefused(t *testing.T) {
	formattest.Refused(t, [][3]string{
		{"x.txt", "", "file holds no text"},
		{"x.exe", "MZ", `unknown kind of file ".exe"; expected .doc, .docx, .htm, .html, .markdown, .md, .odt, .ofd, .pdf, .rtf, .txt, .wps, .xlsx`},
		{"x.txt", "\x00\x01\x02", "no text: byte 0 is zero; expected text in UTF-8, UTF-16 with byte order mark, or GB18030"},
		{"x.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", "the file is a Word or WPS file of the old kind (.doc, .wps), or one with a password; open it in Word or WPS and save it as .docx"},
		{"x.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", "the file is a Word or WPS file of the old kind (.doc, .wps), or one with a password; open it"},
		{"x.rtf", `{\rtf1 x}`, "the file is an RTF file; open it in Word or WPS and save it as .docx"},
		{"x.zip", string(filetest.Zip([2]string{"a.txt", "x"})), "the file is a packed archive; unpack it and put the papers here one by one"},
		{"x.txt", "\x89PNG\r\n\x1a\n\x00", "the file is a picture; run a text recognition over it"},
		{"x.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "the file is a web archive (.mht); open it in a browser"},
		{"x.txt", "\xFF\xFE\x1A\x90\x00\xD8A\x00", "no text: byte 4 is broken UTF-16LE; the file is cut off or damaged"},
		{"x.txt", "\xFE\xFF\x90\x1A\x90", "no text: byte 4 is broken UTF-16BE; the file is cut off or damaged"},
		{"x.txt", "\x1A\x90\xE5w\x0A\x00\x00", "no text: byte 5 is zero; expected text in UTF-8, UTF-16 with byte order mark"},
		{"x.txt", "\x89_\x97\xe4\x8es\x92\xca\x92m\x81B", "no text: byte 0 is neither UTF-8 nor GB18030; the file looks like Shift_JIS: open it in an editor with that encoding and save it as UTF-8"},
		{"x.doc", `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:t>通知</w:t></w:wordDocument>`, "the file as converted to .docx: file holds no text"},
		{"x.docx", `<?xml version="1.0"?><pkg:package><pkg:part/></pkg:package>`, "the file is a Word file in one piece of XML (flat OPC); open it in Word or WPS and save it as .docx"},
		{"x.doc", "\xFF\xFE" + wide(`<?xml version="1.0"?><w:wordDocument>`), "the file is a Word file of 2003 in XML"},
		{"x.txt", `<?xml version="1.0"?><papers/>`, "the file is XML of a kind that holds no paper for readers"},
		{"x.txt", "各市人民政府：\xB8\xF7\xCA\xD0", "no text: byte 21 is"},
	})
}

func TestTooLarge(t *testing.T) {
	_, err := format.Read(fstest.MapFS{"x.txt": {Data: make([]byte, 200<<20)}}, "x.txt")
	if want := "file of 200 MB is larger than the limit of 64 MB; expected one paper, save its text alone as .txt or .docx"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// TestWrongSuffix holds that a file is read as what it is, with a warning.
func TestWrongSuffix(t *testing.T) {
	page := `<html><body><p>各市人民政府：</p><p>一、加强领导，落实责任。</p></body></html>`
	for _, tt := range []struct{ file, data, format, want string }{
		{"x.doc", page, "html", `x.doc: warning: the file is a web page by its content, not ".doc"; it was read as that`},
		{"x.txt", page, "html", `x.txt: warning: the file is a web page by its content, not ".txt"; it was read as that`},
		{"x.wps", string(filetest.Zip([2]string{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document>"})), "docx", `x.wps: warning: the file is a Word file by its content, not ".wps"; it was read as that`},
		{"x.docx", "一、加强领导", "txt", `x.docx: warning: the file is plain text by its content, not ".docx"; it was read as that`},
		{"x.html", "一、加强领导", "txt", `x.html: warning: the file is plain text by its content, not ".html"; it was read as that`},
		{"x.md", "<div>一、加强领导</div>", "markdown", ""},
		{"x.htm", "前言<b>一、加强领导</b>", "html", "x.htm: warning: no paper was found on the page; the whole page is taken for one"},
	} {
		f, err := formattest.Read(t, tt.file, []byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		if got := f.Problems.Error(); got != tt.want || f.Format != tt.format {
			t.Errorf("%s is %s: %q, want %s: %q", tt.file, f.Format, got, tt.format, tt.want)
		}
	}
}

// TestDoubtfulCharacters holds that damage is named with its first place.
func TestDoubtfulCharacters(t *testing.T) {
	for _, tt := range []struct{ data, want string }{
		{"通知\n以\uE5E5及\uE5E5", "x.txt:2:2: warning: characters of a private font (2, the first U+E5E5), which others cannot see"},
		{"通\uFFFD知", "x.txt:1:2: warning: characters lost before the file was saved (1, U+FFFD)"},
		{"通\u202E知", "x.txt:1:2: warning: invisible marks that turn the direction of writing (1, the first U+202E) and may hide what the text says"},
		{"通\x01知，以及更多的字符在这里不止二十个之多", "x.txt:1:2: warning: control characters (1, the first U+0001)"},
	} {
		f, err := formattest.Read(t, "x.txt", []byte(tt.data))
		if err != nil {
			t.Errorf("%q: %v", tt.data, err)
		} else if got := f.Problems.Error(); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.data, got, tt.want)
		}
	}
}

func TestPDFRefused(t *testing.T) {
	scan := "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n" +
		"trailer<</Root 1 0 R>>\n"
	for _, tt := range []struct{ data, want string }{
		{"%PDF-1.4\nnothing", "the PDF is cut off or damaged; fetch it again"},
		{"%PDF-1.4\ntrailer<</Encrypt 4 0 R>>", "the PDF is protected by a password; save it without one"},
		{scan, "the PDF has no text: its pages (1) are pictures; run a text recognition over it"},
		{strings.Replace(scan, "[3 0 R]/Count 1", "["+strings.Repeat("3 0 R ", 5000)+"]/Count 5000", 1), "the PDF has 5000 pages, above the limit of 2000; no paper is that long"},
	} {
		if _, err := formattest.Read(t, "x.txt", []byte(tt.data)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%.40q: error %v, want %s", tt.data, err, tt.want)
		}
	}
}

// wide returns letters as UTF-16 in the order of Windows.
func wide(letters string) string { return strings.Join(strings.Split(letters, ""), "\x00") + "\x00" }
