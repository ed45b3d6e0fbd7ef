package print

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// needBrowser skips a test where there is no browser; in CI it fails.
func needBrowser(t *testing.T) {
	t.Helper()
	if _, err := Find(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// openTab starts a browser for a test and opens a tab in it.
func openTab(t *testing.T) (*browser, tab) {
	t.Helper()
	needBrowser(t)
	b, err := start(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.close)
	page, done, err := b.tab()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	return b, page
}

// smallSite writes a site of pages with the given bodies and returns its folder.
func smallSite(t *testing.T, bodies map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, body := range bodies {
		if err := write(filepath.Join(root, name+".html"), []byte("<!doctype html><html lang=zh-CN><title>"+name+" - 库</title><main>"+body+"</main>")); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestPages(t *testing.T) {
	site := smallSite(t, map[string]string{"documents/b": "", "documents/a": "", "documents/index": "", "about": ""})
	got, err := Pages(os.DirFS(site), "documents")
	if err != nil || strings.Join(got, " ") != "documents/a documents/b" {
		t.Errorf("pages = %q, %v", got, err)
	}
}

func TestLargestFirst(t *testing.T) {
	site := smallSite(t, map[string]string{"documents/a": "a", "documents/b": "bbb", "print/1": "the longest of all", "documents/c": "a"})
	got := largestFirst(os.DirFS(site), []string{"documents/gone", "documents/a", "documents/c", "documents/b", "print/1"})
	if strings.Join(got, " ") != "print/1 documents/b documents/a documents/c documents/gone" {
		t.Errorf("pages = %q", got)
	}
}

// TestMissingGlyph: a character that no font has is named with its page, others are not.
func TestMissingGlyph(t *testing.T) {
	needBrowser(t)
	site := smallSite(t, map[string]string{"documents/a": "<p>政策\U0010FFF0文件</p>", "documents/b": "<p>政策文件，产业“集聚”〔2015〕</p>"})
	report, err := Print(t.Context(), Options{Site: site, Out: t.TempDir(), Pages: []string{"documents/a", "documents/b"}})
	if err != nil {
		t.Fatal(err)
	}
	if report.Files != 2 || len(report.Warnings) != 1 || !strings.HasPrefix(report.Warnings[0], "documents/a: warning: no font has the character ") ||
		!strings.HasSuffix(report.Warnings[0], "(U+10FFF0)") {
		t.Errorf("%d files, warnings %q", report.Files, report.Warnings)
	}
}

// TestPlaces: places are found by their marks, on the page where their text begins, and the browser is
// asked for none, which would take it time by pages times places.
func TestPlaces(t *testing.T) {
	_, page := openTab(t)
	site := smallSite(t, map[string]string{"documents/a": `<a href="#一">一</a><a href="#two">二</a><a href="#gone">无</a><a href="#away">无</a>` +
		`<p id="away" style="display: none">无</p><p style="height: 200mm">政策</p><h2 id="一" style="break-before: page">政策</h2><p id="two" style="break-before: page">文件</p>`})
	if _, err := page.open(site, "documents/a", ""); err != nil {
		t.Fatal(err)
	}
	f, err := page.print(true)
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]int{"一": 2, "two": 3}; !maps.Equal(f.places, want) {
		t.Errorf("places %v, want %v", f.places, want)
	}
	if data := string(f.bytes()); strings.Count(data, "/Dests ") != 1 || strings.Count(data, "/Dest /") != 2 || strings.Contains(data, "zhengce:") {
		t.Errorf("%d lists of places, %d links", strings.Count(data, "/Dests "), strings.Count(data, "/Dest /"))
	}
}

// TestFailures: whatever goes wrong, the error says what was being printed, and no half file stays.
func TestFailures(t *testing.T) {
	needBrowser(t)
	site := smallSite(t, map[string]string{"documents/a": "<p>政策</p>"})
	t.Run("page gone", func(t *testing.T) {
		failWith(t, t.Context(), Options{Site: site, Out: t.TempDir(), Pages: []string{"documents/gone"}}, "printing documents/gone: ")
	})
	t.Run("no place for the file", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(out, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		failWith(t, t.Context(), Options{Site: site, Out: out, Pages: []string{"documents/a"}}, "no place for PDF files: ")
	})
	t.Run("disk full", func(t *testing.T) {
		out := t.TempDir()
		if err := os.Mkdir(filepath.Join(out, "documents"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("/dev/full", filepath.Join(out, "documents/a.pdf.part")); err != nil {
			t.Skip(err)
		}
		if _, err := os.Stat("/dev/full"); err != nil {
			t.Skip(err)
		}
		failWith(t, t.Context(), Options{Site: site, Out: out, Pages: []string{"documents/a"}}, "printing documents/a: ")
	})
	t.Run("interrupted", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		slow := smallSite(t, map[string]string{"documents/a": strings.Repeat("<p>政策</p>", 150_000)})
		time.AfterFunc(2*time.Second, cancel)
		failWith(t, ctx, Options{Site: slow, Out: t.TempDir(), Pages: []string{"documents/a"}}, "")
	})
}

// TestFallbacks: of a face that no font has, the report says what is printed instead.
func TestFallbacks(t *testing.T) {
	needBrowser(t)
	site := smallSite(t, map[string]string{"documents/a": "<p>政策</p>"})
	style := ":root {\n  --fang: \"No Such FangSong\", serif;\n}\n"
	if err := write(filepath.Join(site, "css/print.css"), []byte(style)); err != nil {
		t.Fatal(err)
	}
	report, err := Print(t.Context(), Options{Site: site, Out: t.TempDir(), Pages: []string{"documents/a"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Warnings) != 1 || !strings.HasPrefix(report.Warnings[0], "warning: no font of the face 仿宋 (正文); ") {
		t.Errorf("warnings %q", report.Warnings)
	}
}

// failWith prints and expects an error that begins with want, and an empty folder.
func failWith(t *testing.T, ctx context.Context, o Options, want string) {
	t.Helper()
	if _, err := Print(ctx, o); err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
	files, _ := filepath.Glob(filepath.Join(o.Out, "*/*"))
	if len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}

// TestWriteKeepsTheOld: a file that cannot be written leaves the one before it.
func TestWriteKeepsTheOld(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(name+".part", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := write(name, []byte("new")); err == nil {
		t.Fatal("no error")
	}
	if data, err := os.ReadFile(name); err != nil || string(data) != "old" {
		t.Errorf("the file holds %q, %v", data, err)
	}
}

// TestCrash: a page that brings its tab down ends in an error at once.
func TestCrash(t *testing.T) {
	_, page := openTab(t)
	site := smallSite(t, map[string]string{"documents/a": "<p>政策</p>"})
	if _, err := page.open(site, "documents/a", ""); err != nil {
		t.Fatal(err)
	}
	call(page, cdppage.Crash, cdp.Empty{})
	if _, err := page.print(true); err == nil || context.Cause(page) != errCrash {
		t.Errorf("error %v, cause %v", err, context.Cause(page))
	}
}

// TestKilled: a browser that ends while it prints ends in one clear error, and leaves no file.
func TestKilled(t *testing.T) {
	b, page := openTab(t)
	out := t.TempDir()
	site := smallSite(t, map[string]string{"documents/a": strings.Repeat("<p>政策</p>", 50_000)})
	p := &printer{Options: Options{Out: out}, browser: b, site: site, report: &Report{}}
	time.AfterFunc(time.Second, func() { kill(chromedp.FromContext(b).Browser.Process().Pid) })
	p.end("documents/a", p.page(page, "documents/a"))
	if p.err == nil || p.err.Error() != "printing documents/a: the browser ended before the page was printed" {
		t.Errorf("error %v", p.err)
	}
	if files, _ := filepath.Glob(filepath.Join(out, "*/*")); len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}

// kill ends a process and its children: Debian's browser is a script that starts the program.
func kill(pid int) {
	children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	ids := []int{pid}
	for _, id := range strings.Fields(string(children)) {
		n, _ := strconv.Atoi(id)
		ids = append(ids, n)
	}
	for _, id := range ids {
		if p, err := os.FindProcess(id); err == nil {
			p.Kill()
		}
	}
}
