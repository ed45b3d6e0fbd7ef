package words

import (
	"fmt"
	"slices"
)

// Rows returns the vocabulary called name as the rows of a table: a word and what is known of it, so
// many fields in all. It panics where the last row lacks some.
func Rows(name string, fields int) [][]string {
	list := Of(name)
	if len(list)%fields != 0 {
		panic(fmt.Sprintf("words: internal error: the rows of list %s have not all %d fields", name, fields))
	}
	return slices.Collect(slices.Chunk(list, fields))
}
