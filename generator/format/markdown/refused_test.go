package markdown_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
)

// TestRefused holds one clear message for each kind of Markdown that gives no paper.
func TestRefused(t *testing.T) {
	formattest.Refused(t, [][3]string{
		{"x.md", "---\n", "file holds no text"},
		{"x.md", strings.Repeat("甲\n\n", 1<<20), "a file of 5 MB is larger than the limit of 4 MB"},
		{"x.md", strings.Repeat("[甲](", 100_000), "the paragraph at line 1 has 200000 marks, more than can be read"},
		{"x.md", strings.Repeat(">", 100_000) + "甲", "line 1 nests more than 64 lists or quotes"},
	})
}
