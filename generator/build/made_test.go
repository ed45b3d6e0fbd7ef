package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"zhengce/generator/format"
	"zhengce/generator/internal/parallel"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/internal/wordtest"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// corpus is where the papers of the test corpus stand, if they are here.
const corpus = "../../../shared/corpus"

// TestMadeProved publishes the seeds, the papers of the corpus and the Word files of package wordtest as one site: each
// badge is true, and no changed character of a page, of its badge or of its account goes unnoticed.
func TestMadeProved(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site")
	}
	files := append(seedtest.Files(t), corpusFiles(t)...)
	for i, made := range wordtest.Files() {
		name := fmt.Sprintf("seeds/made-%03d.docx", i)
		f, err := format.Read(fstest.MapFS{name: {Data: made.Data}}, name)
		check(t, err)
		files = append(files, f)
	}
	dir := publish(t, files)
	report, errs := verify.Site(os.DirFS(dir), files)
	check(t, errs.Err())
	if report.Complete != len(files) || report.Lost != 0 {
		t.Errorf("%s; want %d complete", report, len(files))
	}
	pages := pagesOf(t, dir)
	faults := make([][]string, len(files))
	parallel.Each(len(files), func(i int) { faults[i] = unnoticed(dir, pages[files[i].Name], files[i], i) })
	for _, all := range faults {
		for _, f := range all {
			t.Error(f)
		}
	}
}

// corpusFiles reads the papers of the corpus.
func corpusFiles(t *testing.T) []*source.File {
	names, err := filepath.Glob(corpus + "/*.*")
	check(t, err)
	var out []*source.File
	for _, name := range names {
		if !format.IsSeed(name) {
			continue
		}
		data, err := os.ReadFile(name)
		check(t, err)
		seed := "seeds/" + filepath.Base(name)
		f, err := format.Read(fstest.MapFS{seed: {Data: data}}, seed)
		check(t, err)
		out = append(out, f)
	}
	return out
}

// pagesOf returns the names of the papers' pages by those of their seeds.
func pagesOf(t *testing.T, dir string) map[string]string {
	out := map[string]string{}
	names, err := fs.Glob(os.DirFS(dir), "documents/*.html")
	check(t, err)
	for _, name := range names {
		_, after, ok := strings.Cut(read(t, filepath.Join(dir, name)), `data-source="`)
		if seed, _, _ := strings.Cut(after, `"`); ok {
			out[html.UnescapeString(seed)] = name
		}
	}
	return out
}

// unnoticed changes a character of the text on a paper's page, one of its badge and one of its account, which ones
// depends on n, and returns what the proof of the page alone does not notice.
func unnoticed(dir, page string, f *source.File, n int) (out []string) {
	id := strings.TrimSuffix(path.Base(page), ".html")
	account := "data/accounts/" + id + ".json"
	site := fstest.MapFS{}
	for _, name := range []string{page, account} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return []string{fmt.Sprintf("%s: %v", f.Name, err)}
		}
		site[name] = &fstest.MapFile{Data: data}
	}
	originals, _ := fs.Glob(os.DirFS(dir), "data/originals/"+id+"*")
	for _, name := range originals {
		site[name] = &fstest.MapFile{}
	}
	if !strings.Contains(string(site[page].Data), "字，全部保留") {
		out = append(out, f.Name+": the badge does not say that all is kept")
	}
	before := proof(site, f)
	if before != "" {
		out = append(out, f.Name+": unchanged, "+before)
	}
	try := func(what, name string, at int) {
		whole := site[name].Data
		r := []rune(string(whole[at:min(len(whole), at+4)]))[0]
		changed := string(whole[:at]) + string(r+1) + string(whole[at+len(string(r)):])
		site[name] = &fstest.MapFile{Data: []byte(changed)}
		if proof(site, f) == "" {
			out = append(out, fmt.Sprintf("%s: a changed character of its %s is not noticed: %q for %q behind %.60q", f.Name, what, string(r+1), string(r), whole[max(0, at-60):at]))
		}
		site[name] = &fstest.MapFile{Data: whole}
	}
	shown, badge := places(string(site[page].Data))
	for what, all := range map[string][]int{"text": shown, "badge": badge} {
		if len(all) == 0 {
			out = append(out, fmt.Sprintf("%s: no %s is found on the page", f.Name, what))
			continue
		}
		try(what, page, all[n*31%len(all)])
	}
	entries := string(site[account].Data)
	at := strings.Index(entries, `"entries"`) + n*17%(len(entries)-strings.Index(entries, `"entries"`)-2)
	for entries[at]&0xC0 == 0x80 {
		at--
	}
	try("account", account, at)
	return out
}

// proof returns what is said of the paper's page, its links aside: the page stands alone.
func proof(site fstest.MapFS, f *source.File) string {
	_, errs := verify.Site(site, []*source.File{f})
	for _, e := range errs {
		if slices.Contains([]string{"text", "account", "pages", "verbatim", "digest", "no-seed"}, e.Code) {
			return e.Error()
		}
	}
	return ""
}

// places returns where the letters and digits of a page's verbatim text stand in bytes, and the digits of its badge.
func places(page string) (text, badge []int) {
	type element struct {
		name                   string
		verbatim, added, proof bool
	}
	open := []element{{}}
	z := html.NewTokenizer(strings.NewReader(page))
	for at := 0; ; {
		kind := z.Next()
		raw := string(z.Raw())
		top := open[len(open)-1]
		switch kind {
		case html.ErrorToken:
			return text, badge
		case html.StartTagToken:
			tag := z.Token()
			e := element{tag.Data, top.verbatim, top.added || tag.Data == "math", top.proof}
			for _, a := range tag.Attr {
				e.verbatim = e.verbatim || a.Key == "data-verbatim"
				e.added = e.added || a.Key == "data-added"
				e.proof = e.proof || a.Key == "data-proof"
			}
			switch tag.Data {
			case "br", "img", "input", "wbr", "hr", "meta", "link", "col":
			default:
				open = append(open, e)
			}
		case html.EndTagToken:
			name := z.Token().Data
			for i := len(open) - 1; i > 0; i-- {
				if open[i].name == name {
					open = open[:i]
					break
				}
			}
		case html.TextToken:
			for i, r := range raw {
				switch {
				case strings.Contains(raw, "&") || !unicode.IsLetter(r) && !unicode.IsDigit(r):
				case top.verbatim && !top.added:
					text = append(text, at+i)
				case top.proof && unicode.IsDigit(r):
					badge = append(badge, at+i)
				}
			}
		}
		at += len(raw)
	}
}
