package text_test

import (
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhengce/generator/format"
	"zhengce/generator/internal/seedtest"
)

// TestSeedInGB18030 holds that a seed in the older encoding gives the same text.
func TestSeedInGB18030(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		data, err := simplifiedchinese.GB18030.NewEncoder().String(f.Text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := format.Read(fstest.MapFS{"x.txt": {Data: []byte(data)}}, "x.txt")
		if err != nil {
			t.Fatal(err)
		}
		if got.Encoding != "GB18030" || got.Text != f.Text {
			t.Errorf("%s: read as %s, texts equal: %v", f.Name, got.Encoding, got.Text == f.Text)
		}
	}
}
