package format

import (
	"zhengce/generator/format/docx"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// readFlat reads a Word file whose parts stand in one XML file.
func readFlat(name string, data []byte) (*source.File, error) {
	packed, err := docx.FromFlat(data)
	if err != nil {
		return nil, err
	}
	return readConverted(name, packed, "docx in one xml")
}

// read2003 reads a file of Word 2003's XML: its body is that of a Word file but for the sections around
// paragraphs and the numbers of lists, which stand in the properties of each paragraph.
func read2003(name string, data []byte) (*source.File, error) {
	packed, unnumbered, err := docx.From2003(data)
	if err != nil {
		return nil, err
	}
	f, err := readConverted(name, packed, "doc in 2003 xml")
	if err == nil && unnumbered > 0 {
		f.Problems = append(f.Problems, source.Problem(name, source.Warning, "list-style",
			"paragraphs of lists whose numbers the file does not hold (%d)", unnumbered))
	}
	return f, err
}

// readConverted reads a Word file that was made of another; what it is called says so.
func readConverted(name string, packed []byte, form string) (*source.File, error) {
	f, err := docx.Read(name, packed)
	if err != nil {
		return nil, say.Errorf("the file as converted to .docx: %w", err)
	}
	f.Losses = losses("docx", packed, f.Account) // the account is of the file as converted
	f.Format = form
	return f, nil
}
