package format

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"

	"zhengce/generator/source"
)

// officeTime is how long LibreOffice may take over one file; tests shorten it.
var officeTime = 2 * time.Minute

// officePrograms are the names under which LibreOffice stands on machines.
var officePrograms = []string{"soffice", "libreoffice"}

// What to do about the files that only LibreOffice reads, where the machine has none.
const (
	oldHelp      = "the file is a Word or WPS file of the old kind (.doc, .wps), or one with a password; open it in Word or WPS and save it as .docx, or install LibreOffice on this machine"
	rtfHelp      = "the file is an RTF file; open it in Word or WPS and save it as .docx, or install LibreOffice on this machine"
	odtHelp      = "the file is an OpenDocument file; open it in LibreOffice or WPS and save it as .docx, or install LibreOffice on this machine"
	compoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // begins old Office files and those with a password
)

// officeKind tells which kind of file of a word processor data is that is no zip archive, "" if none.
func officeKind(data []byte) (kind, error) {
	switch {
	case bytes.HasPrefix(data, []byte(compoundFile)):
		return oldOffice(data)
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return kindRTF, nil
	}
	return wordXMLKind(data[:min(len(data), 16<<10)]), nil
}

// oldOffice tells what a compound file holds, by the names of its streams.
func oldOffice(data []byte) (kind, error) {
	for _, s := range []struct{ stream, message string }{
		{"EncryptedPackage", "the file is protected by a password; save it without one"},
		{"Workbook", "the file is a spreadsheet of the old kind (.xls, .et); open it in Excel or WPS and save it as .xlsx"},
		{"PowerPoint Document", "the file is a presentation; save its text as .docx"},
	} {
		if bytes.Contains(data, wideName(s.stream)) && !bytes.Contains(data, wideName("WordDocument")) {
			return "", errors.New(s.message)
		}
	}
	return kindOld, nil
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
func (a *archive) isODT() bool {
	if !a.has("content.xml") || !a.has("mimetype") {
		return false
	}
	mime, err := a.read("mimetype")
	return err == nil && strings.HasPrefix(string(mime), "application/vnd.oasis.opendocument.text")
}

// readOld, readRTF and readODT read what LibreOffice makes a Word file of, if the machine has it.
func readOld(name string, data []byte) (*source.File, error) {
	return readOffice(name, data, "doc", oldHelp)
}

func readRTF(name string, data []byte) (*source.File, error) {
	return readOffice(name, data, "rtf", rtfHelp)
}

func readODT(name string, data []byte) (*source.File, error) {
	return readOffice(name, data, "odt", odtHelp)
}

func readOffice(name string, data []byte, kind, help string) (*source.File, error) {
	program := ""
	for _, p := range officePrograms {
		if found, err := exec.LookPath(p); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		return nil, errors.New(help)
	}
	docx, err := convert(program, data, kind)
	if err != nil {
		return nil, err
	}
	return readConverted(name, docx, kind+" via libreoffice")
}

// readConverted reads a Word file that was made of another; what it is called says so.
func readConverted(name string, docx []byte, form string) (*source.File, error) {
	f, err := readDOCX(name, docx)
	if err != nil {
		return nil, fmt.Errorf("the file as converted to .docx: %w", err)
	}
	f.Losses = losses("docx", docx, f.Account) // the account is of the file as converted
	f.Format = form
	return f, nil
}

// convert makes a Word file of data in a folder that is gone afterwards. LibreOffice gets a profile of
// its own there, so that neither another run of it nor the user's settings matter.
func convert(program string, data []byte, kind string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "zhengce-office-")
	if err != nil {
		return nil, fmt.Errorf("no temporary folder for LibreOffice: %s", cause(err))
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "paper."+kind), filepath.Join(dir, "out")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, fmt.Errorf("no temporary file for LibreOffice: %s", cause(err))
	}
	ctx, cancel := context.WithTimeout(context.Background(), officeTime)
	defer cancel()
	profile := "file:///" + strings.TrimPrefix(filepath.ToSlash(filepath.Join(dir, "profile")), "/")
	cmd := exec.CommandContext(ctx, program, "-env:UserInstallation="+profile, "--headless", "--norestore", "--nolockcheck", "--nodefault",
		"--convert-to", "docx", "--outdir", out, in)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir)
	killTogether(cmd)
	cmd.WaitDelay = 5 * time.Second
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("LibreOffice found no end within %v; save the paper as .docx", officeTime)
	case err != nil:
		return nil, errors.New("LibreOffice cannot read the file; it is damaged or protected by a password; save the paper as .docx")
	}
	info, err := os.Stat(filepath.Join(out, "paper.docx"))
	switch {
	case err != nil:
		return nil, errors.New("LibreOffice made no Word file of it; it is damaged or protected by a password; save the paper as .docx")
	case info.Size() > MaxSize:
		return nil, fmt.Errorf("LibreOffice makes a Word file of %d MB of it, larger than the limit of %d MB", info.Size()>>20, MaxSize>>20)
	}
	return os.ReadFile(filepath.Join(out, "paper.docx"))
}
