package verify

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/adler32"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"zhengce/generator/search"
	"zhengce/generator/source"
)

// madePages are papers of made-up words, so many that strings are listed, and what the papers say.
func madePages() (pages []search.Page, papers map[string]string) {
	r := rand.New(rand.NewPCG(3, 1))
	words := strings.Fields("推进 农业 智慧 水利 设施 泵站 建成 培育 主体 合作社 完善 保障 资金 落实 责任 考核 乡镇 渠道 改造 灌溉 示范 农场 面积 产量 目标 任务")
	sentence := func() string {
		var b strings.Builder
		for range 8 + r.IntN(8) {
			b.WriteString(words[r.IntN(len(words))])
		}
		return fmt.Sprintf("%s%d亩。", b.String(), r.IntN(5000))
	}
	common := "各级各部门要认真落实。"
	papers = map[string]string{}
	for i := range 44 {
		p := search.Page{URL: fmt.Sprintf("documents/p%02d.html", i), Title: fmt.Sprintf("第%d号文件", i), Kind: search.DocumentKind}
		for k := range 20 {
			text := sentence() + common + sentence() + sentence()
			part := search.Part{Texts: []string{text, sentence()}}
			if k%2 == 1 {
				part.URL = fmt.Sprintf("measures/p%02d/%d.html", i, k)
			}
			p.Parts = append(p.Parts, part)
			papers[p.URL] += strings.Join(part.Texts, "")
		}
		pages = append(pages, p)
	}
	return pages, papers
}

// made is a site of made-up papers with its search index.
func made(t *testing.T) (fstest.MapFS, map[string]string) {
	t.Helper()
	pages, papers := madePages()
	files, err := search.Build(pages, "")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"search.html": {}}
	for _, f := range files {
		fsys["search/"+f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for url := range papers {
		fsys[url] = &fstest.MapFile{}
	}
	return fsys, papers
}

func provedIndex(fsys fstest.MapFS, papers map[string]string) source.ErrorList {
	s := &site{fsys: fsys, files: map[string]*file{}, papers: map[string]string{}, noise: map[string]int{}}
	for name := range fsys {
		s.files[name] = &file{name: name}
	}
	for url, text := range papers {
		s.papers[url] = source.Squeeze(text)
	}
	return s.index()
}

// filesOfSort returns the names of the files of a sort.
func filesOfSort(fsys fstest.MapFS, sort string) (names []string) {
	for name := range fsys {
		if path.Base(path.Dir(name)) == sort {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func with(fsys fstest.MapFS, name string, data []byte) fstest.MapFS {
	other := fstest.MapFS{}
	for n, f := range fsys {
		other[n] = f
	}
	delete(other, name)
	if data != nil {
		other[name] = &fstest.MapFile{Data: data}
	}
	return other
}

// TestIndexBroken damages a file of each sort: each fault is told with the file's name.
func TestIndexBroken(t *testing.T) {
	fsys, papers := made(t)
	if errs := provedIndex(fsys, papers); len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, sort := range []string{"columns", "texts", "pairs", "grams", "wide", "refs", "records", "names", "named", "words", "traditional"} {
		names := filesOfSort(fsys, sort)
		if len(names) == 0 && sort != "names" && sort != "named" && sort != "traditional" {
			t.Errorf("the index has no %s", sort)
		}
		for _, name := range names[:min(1, len(names))] {
			data := fsys[name].Data
			edited := bytes.Clone(data)
			edited[len(data)/2] ^= 1
			for fault, broken := range map[string][]byte{"missing": nil, "cut off": data[:len(data)/2], "a byte short": data[:len(data)-1], "empty": {}, "edited": edited,
				"another program": []byte("alert(1);"), "longer": append(bytes.Clone(data), ' ', 0)} {
				errs := provedIndex(with(fsys, name, broken), papers)
				if !namesFile(errs, name) {
					t.Errorf("%s %s: %v", name, fault, errs)
				}
			}
		}
	}
	if errs := provedIndex(with(fsys, "search/0123456789ab/texts/0.js", []byte("x")), papers); !namesFile(errs, "search/0123456789ab/texts/0.js") {
		t.Errorf("a strange file: %v", errs)
	}
	if errs := provedIndex(with(fsys, indexName, nil), papers); !namesFile(errs, indexName) {
		t.Errorf("no index: %v", errs)
	}
}

func namesFile(errs source.ErrorList, name string) bool {
	return slices.ContainsFunc(errs, func(e *source.Error) bool { return e.File == name })
}

// TestIndexForged changes bits of what the files hold, and writes them and all digests anew: lists and sentences are compared with
// each other and with the papers.
func TestIndexForged(t *testing.T) {
	fsys, papers := made(t)
	s := &site{fsys: fsys}
	x := &searchIndex{site: s}
	if err := x.open(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for _, sort := range []string{"texts", "pairs", "grams", "wide", "refs", "columns"} {
		for range 6 {
			i := r.IntN(x.Files[sort])
			data, ok := x.read(sort, i, nil)
			if !ok {
				t.Fatal(x.errs)
			}
			at := r.IntN(8 * (len(data) - 1))
			if sort == "columns" {
				at = r.IntN(8 * 100) // of the clauses of pages
			}
			data[at/8] ^= 1 << (at % 8)
			if errs := provedIndex(x.forged(fsys, sort, i, data), papers); len(errs) == 0 {
				t.Errorf("%s: bit %d is not noticed", x.name(sort, i), at)
			}
		}
	}
	papers["documents/p03.html"] += "还有一句。"
	if errs := provedIndex(fsys, papers); !namesFile(errs, "documents/p03.html") || len(errs) != 1 {
		t.Errorf("a sentence that is not indexed: %v", errs)
	}
}

// forged returns the site with other data in a file of the index.
func (x *searchIndex) forged(fsys fstest.MapFS, sort string, i int, data []byte) fstest.MapFS {
	other := with(fsys, x.name(sort, i), nil)
	var before []byte
	if sort == "texts" {
		before = x.dictionary
	}
	old, sum := path.Base(path.Dir(path.Dir(x.name(sort, i)))), sha256.New()
	forged := pack(fmt.Sprintf("%s/%d", sort, i), data, before)
	for k := range x.Files[sort] {
		if k == i {
			sum.Write(forged)
		} else {
			sum.Write(fsys[x.name(sort, k)].Data)
		}
	}
	folder := hex.EncodeToString(sum.Sum(nil)[:6])
	for k := range x.Files[sort] {
		f := fsys[x.name(sort, k)]
		if k == i {
			f = &fstest.MapFile{Data: forged}
		}
		delete(other, x.name(sort, k))
		other[strings.Replace(x.name(sort, k), old, folder, 1)] = f
	}
	other[indexName] = &fstest.MapFile{Data: bytes.ReplaceAll(fsys[indexName].Data, []byte(old), []byte(folder))}
	return other
}

// pack writes a file of the index.
func pack(name string, data, before []byte) []byte {
	var b bytes.Buffer
	if len(before) == 0 {
		z := zlib.NewWriter(&b)
		z.Write(data)
		z.Close()
	} else {
		z, _ := flate.NewWriterDict(&b, flate.BestCompression, before)
		z.Write(data)
		z.Close()
		sum := adler32.New()
		sum.Write(before)
		sum.Write(data)
		b.Write(sum.Sum(nil))
	}
	size, last, n := b.Len(), 0, 0
	var text []uint16
	for _, c := range b.Bytes() {
		last |= int(c) << n
		for n += 8; n >= 15; n -= 15 {
			text = append(text, uint16(0x3000+last&0x7fff))
			last >>= 15
		}
	}
	if n > 0 {
		text = append(text, uint16(0x3000+last))
	}
	flag := "0"
	if len(text)*15/8 > size {
		flag = "1"
	}
	all := append(utf16.Encode([]rune("\uFEFFzhengceSearch.add(\""+name+"\",\""+flag)), text...)
	var out []byte
	for _, c := range append(all, utf16.Encode([]rune("\");\n"))...) {
		out = binary.LittleEndian.AppendUint16(out, c)
	}
	return out
}
