package format

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	"zhengce/generator/source"
)

const (
	// pdfTime is how long pdftotext may take over one file.
	pdfTime = 2 * time.Minute
	// maxLayout is the size in bytes above which its answer is refused; it is some thirty times the text.
	maxLayout = 512 << 20
)

// readPDF reads the text layer of a PDF by poppler's pdftotext, which the machine must have.
func readPDF(name string, data []byte) (*source.File, error) {
	layout, err := pdfLayout(data)
	if err != nil {
		return nil, err
	}
	return readLayout(name, layout)
}

// pdfLayout returns the words of a PDF with their places, as pdftotext writes them.
func pdfLayout(data []byte) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), pdfTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	out, messages := &limited{most: maxLayout}, &limited{most: 1 << 16}
	cmd.Stdout, cmd.Stderr = out, messages
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("reading a PDF needs the program pdftotext; install poppler-utils, or save the paper as .docx or .txt")
	case ctx.Err() != nil:
		return "", fmt.Errorf("pdftotext found no end within %v; save the paper as .docx or .txt", pdfTime)
	case out.full:
		return "", fmt.Errorf("the text of the PDF takes more than %d MB; no paper is that long", maxLayout>>20)
	case errors.As(err, &exit):
		if strings.Contains(messages.String(), "password") || exit.ExitCode() == 3 || bytes.Contains(data, []byte("/Encrypt")) {
			return "", errors.New("the PDF is protected by a password; save it without one")
		}
		return "", errors.New("the PDF is cut off or damaged; pdftotext cannot read it; fetch it again, or save the paper as .docx or .txt")
	case err != nil:
		return "", fmt.Errorf("pdftotext did not run: %w", err)
	}
	return out.String(), nil
}

// limited is a buffer that takes no more than most bytes.
type limited struct {
	bytes.Buffer
	most int
	full bool
}

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > l.most {
		l.full = true
		return 0, io.ErrShortWrite
	}
	return l.Buffer.Write(p)
}
