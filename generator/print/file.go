package print

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"zhengce/generator/say"
)

// A pdfFile is a PDF as Chromium writes it: numbered objects, one table of their places, no
// compressed objects. Objects can be changed and are written anew.
type pdfFile struct {
	header     []byte
	objects    map[int][]byte // what stands between "obj" and "endobj"
	root, info int
	places     map[string]int // where links within the file lead: pages from 1, by id
}

var errForm = say.New("the browser wrote a PDF of a form that is not known; another version of Chromium may help")

var (
	trailerPattern = regexp.MustCompile(`(?s)trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$`)
	entryPattern   = regexp.MustCompile(`(?m)^(\d{10}) (\d{5}) ([nf])`)
	objectPattern  = regexp.MustCompile(`^(\d+) 0 obj\s`)
)

// trailerBytes is how far from its end the trailer of a file is looked for, as readers of PDF do.
const trailerBytes = 1024

// readFile reads data, which is the file's from then on.
func readFile(data []byte) (*pdfFile, error) {
	trailer := trailerPattern.FindSubmatch(data[max(0, len(data)-trailerBytes):])
	if trailer == nil {
		return nil, errForm
	}
	table, err := strconv.Atoi(string(trailer[2]))
	if err != nil || table >= len(data) {
		return nil, errForm
	}
	var starts []int
	for _, e := range entryPattern.FindAllSubmatch(data[table:], -1) {
		if start, err := strconv.Atoi(string(e[1])); err == nil && string(e[3]) == "n" && start < table {
			starts = append(starts, start)
		}
	}
	if len(starts) == 0 {
		return nil, errForm
	}
	slices.Sort(starts)
	f := &pdfFile{header: data[:starts[0]], objects: map[int][]byte{}}
	for i, start := range append(starts, table)[:len(starts)] {
		end := table
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		head := objectPattern.FindSubmatch(data[start:min(end, start+32)])
		tail := bytes.LastIndex(data[start:end], []byte("endobj"))
		if head == nil || tail < 0 {
			return nil, errForm
		}
		n, _ := strconv.Atoi(string(head[1]))
		f.objects[n] = bytes.TrimSpace(data[start+len(head[0]) : start+tail])
	}
	f.root, f.info = reference(trailer[1], "Root"), reference(trailer[1], "Info")
	if f.objects[f.root] == nil || f.objects[f.info] == nil {
		return nil, errForm
	}
	return f, nil
}

// reference returns the number of the object that a dictionary names under key, or 0.
func reference(dict []byte, key string) int {
	i := bytes.Index(dict, []byte("/"+key+" "))
	if i < 0 {
		return 0
	}
	rest := dict[i+len(key)+2:]
	n := 0
	for len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
		n, rest = n*10+int(rest[0]-'0'), rest[1:]
	}
	if !bytes.HasPrefix(rest, []byte(" 0 R")) {
		return 0
	}
	return n
}

// bytes returns the file. Its identifier is made from its content.
func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.Write(f.header)
	numbers := f.numbers()
	size := numbers[len(numbers)-1] + 1
	places := make([]int, size)
	for _, n := range numbers {
		places[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", n)
		b.Write(f.objects[n])
		b.WriteString("\nendobj\n")
	}
	id := sha256.Sum256(b.Bytes())
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", size)
	for _, place := range places[1:] {
		if place == 0 {
			b.WriteString("0000000000 00001 f \n")
		} else {
			fmt.Fprintf(&b, "%010d 00000 n \n", place)
		}
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", size, f.root, f.info, id[:16], id[:16], table)
	return b.Bytes()
}

// numbers returns the numbers of all objects in order.
func (f *pdfFile) numbers() []int {
	var out []int
	for n := range f.objects {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

var kidsPattern = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
var numberPattern = regexp.MustCompile(`(\d+) 0 R`)

// pages returns the number of each page, from 1, by its object.
func (f *pdfFile) pages() map[int]int {
	out := map[int]int{}
	seen := map[int]bool{}
	var walk func(n int)
	walk = func(n int) {
		if seen[n] {
			return // a file that is its own child ends here
		}
		seen[n] = true
		kids := kidsPattern.FindSubmatch(f.objects[n])
		if kids == nil {
			out[n] = len(out) + 1
			return
		}
		for _, k := range numberPattern.FindAllSubmatch(kids[1], -1) {
			kid, _ := strconv.Atoi(string(k[1]))
			walk(kid)
		}
	}
	walk(reference(f.objects[f.root], "Pages"))
	return out
}
