// Package text reads papers in plain text.
package text

import (
	"zhengce/generator/format/paper"
	"zhengce/generator/format/wrap"
	"zhengce/generator/source"
)

// Read reads plain text: each line is a block, or each paragraph where paragraphs were broken
// at a fixed width.
func Read(name string, data []byte) (*source.File, error) {
	text, encoding, err := source.Decode(data)
	if err != nil {
		return nil, err
	}
	whole := text
	text, folds, characters := wrap.Join(text)
	f := source.NewFile(name, text)
	f.Encoding, f.Format, f.Folds = encoding, "txt", folds
	if characters > 0 {
		f.Problems = append(f.Problems, source.Problem(name, source.Warning, "wrapped-lines",
			"lines of %d characters were joined to paragraphs (%d)", characters, len(folds)))
	}
	Head(f)
	pageNumbers(f)
	tables(f)
	if len(f.Blocks) == 0 {
		return nil, paper.ErrNoText
	}
	account(f, whole)
	return f, nil
}
