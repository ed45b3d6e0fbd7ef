package print

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

// linked returns a file of two pages, with a link or a place for each address.
func linked(t *testing.T, first, second []string) *pdfFile {
	t.Helper()
	f, err := readFile(sample(""))
	if err != nil {
		t.Fatal(err)
	}
	for page, addresses := range map[int][]string{5: first, 6: second} {
		var list []string
		for i, address := range addresses {
			n := 20*page + i
			f.objects[n] = fmt.Appendf(nil, "<</Type /Annot\n/Subtype /Link\n/Rect [28 500 29 7%d.5]\n/A <</Type /Action\n/S /URI\n/URI (%s)>>\n/StructParent 3>>", i, address)
			list = append(list, fmt.Sprintf("%d 0 R", n))
		}
		f.objects[page] = fmt.Appendf(nil, "<</Type /Page\n/Annots [%s]>>", strings.Join(list, " "))
	}
	f.link()
	return f
}

func TestLink(t *testing.T) {
	f := linked(t, []string{"zhengce:d1-s2", "https://example.org/", "zhengce:gone", "zhengce:@%E4%BA%BA"}, []string{"zhengce:@d1-s2", "zhengce:%E4%BA%BA"})
	if want := map[string]int{"d1-s2": 2, "人": 1}; !maps.Equal(f.places, want) {
		t.Errorf("places %v, want %v", f.places, want)
	}
	for n, want := range map[int]string{
		100: "<</Type /Annot\n/Subtype /Link\n/Rect [28 500 29 70.5]\n/Dest /d1-s2\n/StructParent 3>>",
		101: "<</Type /Annot\n/Subtype /Link\n/Rect [28 500 29 71.5]\n/A <</Type /Action\n/S /URI\n/URI (https://example.org/)>>\n/StructParent 3>>",
		102: "<</Type /Annot\n/Subtype /Link\n/Rect [28 500 29 72.5]\n\n/StructParent 3>>",
		103: "",
		120: "",
		121: "<</Type /Annot\n/Subtype /Link\n/Rect [28 500 29 71.5]\n/Dest /#E4#BA#BA\n/StructParent 3>>",
		5:   "<</Type /Page\n/Annots [100 0 R 101 0 R 102 0 R]>>",
		6:   "<</Type /Page\n/Annots [121 0 R]>>",
		122: "<</d1-s2 [6 0 R /XYZ 0 70.5 0]\n/#E4#BA#BA [5 0 R /XYZ 0 73.5 0]>>",
	} {
		if got := string(f.objects[n]); got != want {
			t.Errorf("object %d is\n%s\nwant\n%s", n, got, want)
		}
	}
	if root := string(f.objects[f.root]); !strings.HasSuffix(root, "\n/Dests 122 0 R>>") {
		t.Errorf("catalog %s", root)
	}
}

// TestLinkTwice: a place that stands on several pages, as in a head of a table, is on the first.
func TestLinkTwice(t *testing.T) {
	f := linked(t, []string{"zhengce:@a"}, []string{"zhengce:@a", "zhengce:a"})
	if f.places["a"] != 1 || string(f.objects[5]) != "<</Type /Page\n/Annots []>>" {
		t.Errorf("places %v, page %s", f.places, f.objects[5])
	}
}

// TestNoLinks: a file without links keeps its bytes.
func TestNoLinks(t *testing.T) {
	f := linked(t, nil, nil)
	before := string(f.bytes())
	f.link()
	if string(f.bytes()) != before {
		t.Error("the file changed")
	}
}
