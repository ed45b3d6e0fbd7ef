// Package archive opens files that are zip archives of XML (Word, OFD, workbooks), within limits, and
// reads their parts as streams.
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"zhengce/generator/say"
)

const (
	// MaxPart is the size in bytes above which one part of an archive is refused once unpacked.
	MaxPart = 64 << 20
	// MaxRatio is how many times its packed size a part of an archive may have: text packs to a
	// tenth, a bomb to a thousandth.
	MaxRatio = 200
	// MaxEntries is the number of files above which an archive is refused.
	MaxEntries = 10_000
	// MaxUnpacked is the size in bytes above which the parts of a file together are refused.
	MaxUnpacked = 256 << 20
)

// An Archive is an opened zip file; nothing of it is ever written to a disk.
type Archive struct {
	Parts map[string]*zip.File // by the name without a leading slash, in lower case
}

// Open opens a zip file.
func Open(data []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, zip.ErrInsecurePath):
	case errors.Is(err, zip.ErrFormat):
		return nil, say.New("the file is cut off or damaged: it begins as a zip archive and has no end; copy the file again")
	case err != nil:
		return nil, say.Errorf("the file is damaged: %s", foreign(err, "zip: "))
	}
	if len(r.File) > MaxEntries {
		return nil, say.Errorf("the archive holds %d files, more than the limit of %d", len(r.File), MaxEntries)
	}
	a := &Archive{Parts: map[string]*zip.File{}}
	for _, f := range r.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if name != path.Clean(name) && name != path.Clean(name)+"/" || strings.HasPrefix(name, "../") {
			return nil, say.Errorf("the archive names a file outside itself: %q", f.Name)
		}
		name = strings.ToLower(name)
		if a.Parts[name] != nil {
			return nil, say.Errorf("the archive holds %q twice", f.Name)
		}
		a.Parts[name] = f
	}
	return a, nil
}

// foreign is an error of a library whose message begins with its name.
func foreign(err error, name string) say.Foreign {
	return say.Foreign{Text: strings.TrimPrefix(err.Error(), name), Else: say.Phrase("its bytes are no longer those that were packed")}
}

// Has reports whether the archive has a part, in whatever case its name is written.
func (a *Archive) Has(name string) bool { return a.Parts[strings.ToLower(name)] != nil }

// Read returns a part; it is an error if the archive has none of this name.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.Parts[strings.ToLower(strings.TrimPrefix(name, "/"))]
	if f == nil {
		return nil, say.Errorf("the archive has no part %q", name)
	}
	if f.Flags&1 != 0 {
		return nil, say.New("the archive is encrypted; save the file without a password")
	}
	limit := int64(MaxPart)
	if packed := int64(f.CompressedSize64); packed < limit/MaxRatio {
		limit = max(1<<20, packed*MaxRatio)
	}
	r, err := f.Open()
	if err != nil {
		return nil, say.Errorf("part %q of the archive is damaged: %s", name, foreign(err, "zip: "))
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(data)) > limit:
		return nil, say.Errorf("part %q of the archive unpacks to more than %d MB out of %d KB", name, limit>>20, f.CompressedSize64>>10)
	case err != nil:
		return nil, say.Errorf("part %q of the archive is damaged: %s", name, foreign(err, "zip: "))
	}
	return data, nil
}
