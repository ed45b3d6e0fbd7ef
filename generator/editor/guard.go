package editor

import (
	"io"
	"io/fs"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"zhengce/generator/say"
)

// What an editor's file may have. The largest that a person wrote has some hundred corrections, in four
// levels: corrections, one of them, its agencies, one of them.
const (
	maxSize  = 512 << 10 // bytes
	maxDepth = 16        // levels of lists and keys; the YAML reader's memory grows with their square
)

// read reads the file name, which must be one that a person wrote.
func read(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name) // opening a pipe would wait for somebody to write into it
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, say.New("is no file but a folder, device or pipe; put the file itself here")
	case info.Size() > maxSize:
		return nil, tooLarge(info.Size())
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1)) // it may grow meanwhile
	if err == nil && len(data) > maxSize {
		err = tooLarge(int64(len(data)))
	}
	return data, err
}

func tooLarge(size int64) error {
	return say.Errorf("file of %d kB is larger than the limit of %d kB for what an editor knows of a paper", size>>10, maxSize>>10)
}

// guard returns an error where data would cost the YAML reader more than what it says is worth: levels
// without end, and references, by which a few lines stand for millions, or where it would leave something out.
func guard(data []byte) error {
	var columns []int // of the open levels that indentation makes
	flow := 0         // open brackets
	for _, t := range lexer.Tokenize(string(data)) {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			flow++
		case token.SequenceEndType, token.MappingEndType:
			flow = max(0, flow-1)
		case token.AliasType, token.AnchorType, token.MergeKeyType:
			return &placed{Position: t.Position, msg: say.Sprintf("%q is a reference of YAML, which is not read here; put text that begins so in quotes", t.Value)}
		case token.DocumentHeaderType:
			if t.Prev != nil { // the reader would leave out what stands below
				return &placed{Position: t.Position, msg: say.Sprintf("a line --- begins a second document, which is not read; put everything into one")}
			}
		}
		if flow == 0 && opens(t) {
			for len(columns) > 0 && columns[len(columns)-1] >= t.Position.Column {
				columns = columns[:len(columns)-1]
			}
			columns = append(columns, t.Position.Column)
		}
		if len(columns)+flow > maxDepth {
			return &placed{Position: t.Position, msg: say.Sprintf("lists and keys stand more than %d deep in each other", maxDepth)}
		}
	}
	return nil
}

// opens reports whether t begins an entry of a list or is a key.
func opens(t *token.Token) bool {
	return t.Type == token.SequenceEntryType || t.Type == token.MappingKeyType || t.Next != nil && t.Next.Type == token.MappingValueType
}
