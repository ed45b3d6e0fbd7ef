package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zhengce": main})
}

// TestScripts runs the terminal sessions of testdata/script. Beside the usual commands they have
//
//	snapshot DIR        remembers what stands in a folder
//	unchanged DIR       fails if something else stands in it now, or if a build left something beside it
//	edit FILE OLD NEW   replaces the first OLD in a file
//	bytes FILE HEX      writes a file of these bytes
//	word FILE TEXT        writes a file of Word with the lines of a text as its paragraphs
//	recipe FILE JOB SH  writes the commands of a job in a file of .ci/ as a script
//	chinese [WORD…]     fails if the last command told something in English; the words are names of the test
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			project, err := filepath.Abs("..")
			e.Setenv("PROJECT", project)
			e.Setenv("LANG", "en_US.UTF-8") // the scripts compare English messages; those in Chinese say --lang zh
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"snapshot": snapshot, "unchanged": unchanged, "edit": edit, "bytes": writeBytes, "chinese": chinese, "word": word, "recipe": recipe,
		},
	})
}

// digest returns names and digests of all files below dir.
func digest(ts *testscript.TestScript, dir string) string {
	var b strings.Builder
	ts.Check(fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		fmt.Fprintf(&b, "%s %x\n", name, sha256.Sum256(data))
		return err
	}))
	return b.String()
}

func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	ts.Setenv("SNAPSHOT", digest(ts, ts.MkAbs(args[0])))
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	dir := ts.MkAbs(args[0])
	if got, want := digest(ts, dir), ts.Getenv("SNAPSHOT"); (got == want) == neg {
		ts.Fatalf("%s held\n%s\nand holds\n%s", args[0], want, got)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), ".public*"))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("a build left %v", left)
	}
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

// word writes a .docx as word processors do, with the parts that it must have.
func word(ts *testscript.TestScript, neg bool, args []string) {
	const office = "http://schemas.openxmlformats.org/"
	var body, file bytes.Buffer
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		body.WriteString("<w:p><w:r><w:t>")
		ts.Check(xml.EscapeText(&body, []byte(strings.TrimSpace(line))))
		body.WriteString("</w:t></w:r></w:p>")
	}
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + office + `package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + office + `package/2006/relationships"><Relationship Id="rId1" Type="` + office + `officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="` + office + `wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		ts.Check(err)
		_, err = w.Write([]byte(xml.Header + part[1]))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), file.Bytes(), 0o666))
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}
