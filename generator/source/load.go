package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// MaxSize is the size in bytes above which a seed is refused.
const MaxSize = 64 << 20

// readers turn decoded or binary content into a file, by suffix of the seed's name.
var readers = map[string]func(name string, data []byte) (*File, error){
	".txt": readText,
}

// IsSeed reports whether the file name has a suffix that the package reads.
func IsSeed(name string) bool { return readers[strings.ToLower(path.Ext(name))] != nil }

// Load reads every seed in the folder dir of fsys, in the order of their names. Hidden files
// and the editor's YAML files are no seeds; any other file that no reader knows is an error
// with its name. A folder without a single seed is an error too.
func Load(fsys fs.FS, dir string) ([]*File, ErrorList) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, ErrorList{{Position: Position{File: dir}, Severity: Failure, Code: "no-seeds",
			Message: "cannot read the seeds folder: " + cause(err), Hint: "make a folder " + dir + " and put the papers in it"}}
	}
	var files []*File
	var errs ErrorList
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
			continue
		}
		f, err := Read(fsys, path.Join(dir, name))
		if err != nil {
			errs = append(errs, &Error{Position: Position{File: path.Join(dir, name)}, Severity: Failure, Code: "unreadable", Message: err.Error()})
			continue
		}
		files = append(files, f)
	}
	if len(files) == 0 && len(errs) == 0 {
		errs = append(errs, &Error{Position: Position{File: dir}, Severity: Failure, Code: "no-seeds",
			Message: "no papers in the seeds folder", Hint: "put papers there as " + suffixes()})
	}
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files, errs
}

// Read reads one seed. Its errors name no file; the caller does.
func Read(fsys fs.FS, name string) (*File, error) {
	read := readers[strings.ToLower(path.Ext(name))]
	if read == nil {
		return nil, fmt.Errorf("unknown kind of file %q; expected %s", path.Ext(name), suffixes())
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %s", cause(err))
	}
	if info.Size() > MaxSize {
		return nil, fmt.Errorf("file of %d MB is larger than the limit of %d MB", info.Size()>>20, MaxSize>>20)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %s", cause(err))
	}
	f, err := read(name, data)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256(data)
	f.SHA256 = hex.EncodeToString(digest[:])
	return f, nil
}

func suffixes() string {
	var all []string
	for s := range readers {
		all = append(all, s)
	}
	sort.Strings(all)
	return strings.Join(all, ", ")
}

// cause returns the message of err without the path, which the caller prints.
func cause(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err.Error()
	}
	return err.Error()
}

// readText reads plain text: each line is a block.
func readText(name string, data []byte) (*File, error) {
	text, encoding, err := Decode(data)
	if err != nil {
		return nil, err
	}
	f := NewFile(name, text)
	f.Encoding = encoding
	if len(f.Blocks) == 0 {
		return nil, fmt.Errorf("file holds no text")
	}
	return f, nil
}

// Decode returns data as UTF-8 text with unified line breaks, and the name of the encoding it
// was in: UTF-8, UTF-16 with a byte order mark, or GB18030. Data that is text in none of them
// is an error that says where the first bad byte stands.
func Decode(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		encoding = "UTF-16LE"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		encoding = "UTF-16BE"
	}
	if encoding != "" {
		data, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", "", fmt.Errorf("broken %s text: %v", encoding, err)
		}
		return finishText(data, encoding)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", "", fmt.Errorf("no text: byte %d is zero; expected text in UTF-8, UTF-16 with byte order mark, or GB18030", i)
	}
	if utf8.Valid(data) {
		return finishText(data, "UTF-8")
	}
	bad := firstInvalid(data)
	if brokenUTF8(data) {
		return "", "", fmt.Errorf("no text: byte %d is broken UTF-8; the file is cut off or damaged", bad)
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) || !looksChinese(decoded) {
		return "", "", fmt.Errorf("no text: byte %d is neither UTF-8 nor GB18030; save the file as UTF-8", bad)
	}
	return finishText(decoded, "GB18030")
}

func finishText(data []byte, encoding string) (string, string, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", "", fmt.Errorf("no text: character at byte %d is zero", i)
	}
	if controls(data)*20 > len(data) {
		return "", "", fmt.Errorf("no text: more than one character in twenty is a control character")
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), encoding, nil
}

func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7F {
			n++
		}
	}
	return n
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// brokenUTF8 reports whether data, which is not valid UTF-8, has at least as many whole Han characters
// in UTF-8 as bytes that belong to none. GB18030 text has far fewer, but would otherwise take in
// UTF-8 text with a damaged byte and turn all of it into other characters.
func brokenUTF8(data []byte) bool {
	han, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n == 3:
			han++
		}
		i += n
	}
	return han >= bad
}

// looksChinese reports whether at least a third of the characters above ASCII are Han or
// Chinese punctuation: other bytes that happen to be valid GB18030 are rarely that.
func looksChinese(text []byte) bool {
	han, other := 0, 0
	for _, r := range string(text) {
		switch {
		case r < 0x80:
		case 0x4E00 <= r && r <= 0x9FFF, 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFFEF, 0x2010 <= r && r <= 0x2026:
			han++
		default:
			other++
		}
	}
	return han > 0 && han*2 >= other
}
