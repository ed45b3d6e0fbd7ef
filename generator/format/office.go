package format

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// officeTime is how long LibreOffice may take over one file; tests shorten it.
var officeTime = 2 * time.Minute

// officePrograms are the names under which LibreOffice stands on machines.
var officePrograms = []string{"soffice", "libreoffice"}

// What to do about the files that only LibreOffice reads, where the machine has none.
const (
	oldHelp = say.Phrase("the file is a Word or WPS file of the old kind (.doc, .wps), or one with a password; open it in Word or WPS and save it as .docx, or install LibreOffice on this machine")
	rtfHelp = say.Phrase("the file is an RTF file; open it in Word or WPS and save it as .docx, or install LibreOffice on this machine")
	odtHelp = say.Phrase("the file is an OpenDocument file; open it in LibreOffice or WPS and save it as .docx, or install LibreOffice on this machine")
)

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

func readOffice(name string, data []byte, kind string, help say.Phrase) (*source.File, error) {
	program := ""
	for _, p := range officePrograms {
		if found, err := exec.LookPath(p); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		return nil, say.Errorf("%s", help)
	}
	packed, err := convert(program, data, kind)
	if err != nil {
		return nil, err
	}
	return readConverted(name, packed, kind+" via libreoffice")
}

// convert makes a Word file of data in a folder that is gone afterwards. LibreOffice gets a profile of
// its own there, so that neither another run of it nor the user's settings matter.
func convert(program string, data []byte, kind string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "zhengce-office-")
	if err != nil {
		return nil, say.Errorf("no temporary folder for LibreOffice: %s", cause(err))
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "paper."+kind), filepath.Join(dir, "out")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, say.Errorf("no temporary file for LibreOffice: %s", cause(err))
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
		return nil, say.Errorf("LibreOffice found no end within %v; save the paper as .docx", officeTime)
	case err != nil:
		return nil, say.New("LibreOffice cannot read the file; it is damaged or protected by a password; save the paper as .docx")
	}
	info, err := os.Stat(filepath.Join(out, "paper.docx"))
	switch {
	case err != nil:
		return nil, say.New("LibreOffice made no Word file of it; it is damaged or protected by a password; save the paper as .docx")
	case info.Size() > MaxSize:
		return nil, say.Errorf("LibreOffice makes a Word file of %d MB of it, larger than the limit of %d MB", info.Size()>>20, MaxSize>>20)
	}
	return os.ReadFile(filepath.Join(out, "paper.docx"))
}
