package format

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"zhengce/generator/format/kind"
	"zhengce/generator/internal/filetest"
)

// oldWord is how a file of the old kind begins, with the name of its stream.
const oldWord = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + "\x00\x00W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"

// standIn puts a script on the path, and nothing else but the shell's tools, in place of LibreOffice,
// which the machines of the tests do not have. It shows how the program is run, not what LibreOffice makes of a file.
func standIn(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in is a shell script")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/bin:/usr/bin")
}

// wordFile is a Word file of one paragraph.
func wordFile(text string) []byte {
	return filetest.Zip([2]string{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>"})
}

func TestOfficeByStandIn(t *testing.T) {
	docx := filepath.Join(t.TempDir(), "made.docx")
	if err := os.WriteFile(docx, wordFile("关于粮仓建设的通知"), 0o600); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	standIn(t, `echo "$@" > `+log+`
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2" && cp `+docx+` "$2/paper.docx"`)
	for _, tt := range []struct {
		read reader
		data string
		form string
	}{
		{readOld, oldWord, "doc via libreoffice"}, {readRTF, `{\rtf1 x}`, "rtf via libreoffice"}, {readODT, "PK", "odt via libreoffice"},
	} {
		f, err := tt.read("x.doc", []byte(tt.data))
		if err != nil {
			t.Fatal(err)
		}
		if f.Format != tt.form || strings.TrimSpace(f.Text) != "关于粮仓建设的通知" {
			t.Errorf("format %q, text %q", f.Format, f.Text)
		}
	}
	said, err := os.ReadFile(log)
	if err != nil || !strings.Contains(string(said), "-env:UserInstallation=file:///") || !strings.Contains(string(said), "--headless") {
		t.Errorf("run with %s: %v", said, err)
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "zhengce-office-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("folders left: %v %v", left, err)
	}
}

func TestOfficeFails(t *testing.T) {
	for _, tt := range []struct{ script, want string }{
		{"exit 1", "LibreOffice cannot read the file"},
		{"exit 0", "LibreOffice made no Word file of it"},
		{`while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2" && echo x > "$2/paper.docx"`, "the file as converted to .docx: the file is cut off or damaged"},
	} {
		standIn(t, tt.script)
		if _, err := readOld("x.doc", []byte(oldWord)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.script, err, tt.want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := readOld("x.doc", []byte(oldWord)); err == nil || err.Error() != string(oldHelp) {
		t.Errorf("without the program: error %v", err)
	}
}

// TestOfficeEnds holds that a program that hangs is ended with what it started.
func TestOfficeEnds(t *testing.T) {
	before := officeTime
	defer func() { officeTime = before }()
	officeTime = time.Second
	child := filepath.Join(t.TempDir(), "child")
	standIn(t, "sleep 300 & echo $! > "+child+"; wait")
	start := time.Now()
	_, err := readOld("x.doc", []byte(oldWord))
	if err == nil || !strings.HasPrefix(err.Error(), "LibreOffice found no end within") || time.Since(start) > 20*time.Second {
		t.Errorf("error %v after %v", err, time.Since(start))
	}
	pid, err := os.ReadFile(child)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; exec.Command("kill", "-0", strings.TrimSpace(string(pid))).Run() == nil; i++ {
		state, _ := os.ReadFile("/proc/" + strings.TrimSpace(string(pid)) + "/stat")
		if strings.Contains(string(state), ") Z ") {
			break // ended, and its parent is no more to be told
		}
		if i > 50 {
			t.Fatalf("child %s still runs", pid)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func TestWordInOneXML(t *testing.T) {
	const flat = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
		`<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>关于粮仓的通知</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>`
	const old = `<?xml version="1.0"?>` + "\n" + `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:lists/><w:body><wx:sect><wx:sub-section>` +
		`<w:p><w:r><w:t>关于粮仓的通知</w:t></w:r></w:p><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体&lt;目标</w:t></w:r></w:p>` +
		`</wx:sub-section></wx:sect></w:body></w:wordDocument>`
	for _, tt := range []struct{ data, form, want string }{
		{flat, "docx in one xml", "关于粮仓的通知"},
		{old, "doc in 2003 xml", "关于粮仓的通知\n一、总体<目标"},
		{strings.Replace(old, `<wx:t wx:val="一、"/>`, "", 1), "doc in 2003 xml", "关于粮仓的通知\n总体<目标"},
	} {
		k, err := kind.Of([]byte(tt.data))
		if err != nil {
			t.Fatal(err)
		}
		f, err := readersOf[k]("x.doc", []byte(tt.data))
		if err != nil {
			t.Fatal(err)
		}
		if f.Format != tt.form || strings.TrimSpace(f.Text) != tt.want {
			t.Errorf("%s: %q, want %s: %q", f.Format, f.Text, tt.form, tt.want)
		}
		if unnumbered := strings.Contains(f.Problems.Error(), "lists whose numbers"); unnumbered != !strings.Contains(tt.data, "一、") && k == kind.Word2003 {
			t.Errorf("problems %s", f.Problems.Error())
		}
	}
	for _, data := range []string{flat[:len(flat)/2], old[:len(old)-30], strings.ReplaceAll(flat, "xmlData", "x")} {
		if k, err := kind.Of([]byte(data)); err == nil {
			if _, err := readersOf[k]("x.doc", []byte(data)); err == nil || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s of %.60q: error %v", k, data, err)
			}
		}
	}
}
