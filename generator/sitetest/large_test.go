package sitetest

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	browserpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestLarge measures the search page on the index that BenchmarkLarge of package search wrote: in the
// folder that ZHENGCE_LARGE names, by library. The numbers of hits must be true.
func TestLarge(t *testing.T) {
	dir := os.Getenv("ZHENGCE_LARGE")
	if dir == "" {
		t.Skip("ZHENGCE_LARGE does not name the folder of an index to be measured")
	}
	chromium(t)
	found, err := filepath.Glob(filepath.Join(dir, "*", "hits.json"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no index in %s", dir)
	}
	for _, name := range found {
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var hits map[string]int
			if err := json.Unmarshal(data, &hits); err != nil {
				t.Fatal(err)
			}
			site := largeSite(t, filepath.Dir(name))
			sent := &traffic{bytes: map[string]int{}}
			server := httptest.NewServer(zip(http.FileServer(http.Dir(site)), sent))
			t.Cleanup(server.Close)
			http, file := measurement{server.URL + "/", hits, sent}, measurement{"file://" + site + "/", hits, &traffic{}}
			t.Run("later over HTTP", func(t *testing.T) { later(t, http) })
			t.Run("later from disk", func(t *testing.T) { later(t, file) })
			t.Run("first over HTTP", func(t *testing.T) { first(t, http) })
			t.Run("first from disk", func(t *testing.T) { first(t, file) })
		})
	}
}

// largeSite returns a folder with the search page, its scripts and styles, and the index of dir.
func largeSite(t *testing.T, dir string) string {
	t.Helper()
	site := t.TempDir()
	for _, name := range []string{"search.html", "favicon.svg", "js", "css"} {
		from, err := filepath.Abs(filepath.Join(public(t), name))
		if err == nil {
			err = os.Symlink(from, filepath.Join(site, name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	from, err := filepath.Abs(filepath.Join(dir, "search"))
	if err == nil {
		err = os.Symlink(from, filepath.Join(site, "search"))
	}
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// A traffic counts the bytes of the search that a server has sent, by sort of file, and the files of the index.
type traffic struct {
	sync.Mutex
	bytes map[string]int
	files int
}

// take returns what was counted since it was asked last.
func (t *traffic) take() (total, files int, sorts string) {
	t.Lock()
	defer t.Unlock()
	for _, sort := range slices.Sorted(maps.Keys(t.bytes)) {
		total += t.bytes[sort]
		sorts += fmt.Sprintf(" %s %d", sort, (t.bytes[sort]+500)/1000)
	}
	files = t.files
	t.bytes, t.files = map[string]int{}, 0
	return total, files, sorts
}

// zippers are kept, for making one takes longer than compressing a small file.
var zippers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// zip compresses what a handler answers and counts the files of the index and the scripts.
func zip(h http.Handler, sent *traffic) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Cache-Control", "no-store")
		c := &countingWriter{ResponseWriter: w}
		z := zippers.Get().(*gzip.Writer)
		z.Reset(c)
		h.ServeHTTP(&zippingWriter{ResponseWriter: w, z: z}, r)
		z.Close()
		zippers.Put(z)
		sort := sortOf(r.URL.Path)
		if sort == "" {
			return
		}
		sent.Lock()
		sent.bytes[sort] += c.n
		if strings.HasPrefix(r.URL.Path, "/search/") {
			sent.files++
		}
		sent.Unlock()
	})
}

// sortOf returns to what part of a search a file belongs.
func sortOf(path string) string {
	name, isIndex := strings.CutPrefix(path, "/search/")
	switch {
	case isIndex && strings.Count(name, "/") == 2:
		return strings.Split(name, "/")[1]
	case isIndex:
		return "index"
	case strings.HasPrefix(path, "/pagefind/"):
		return "pagefind"
	case strings.HasPrefix(path, "/js/search"):
		return "scripts"
	}
	return ""
}

type countingWriter struct {
	http.ResponseWriter
	n int
}

func (w *countingWriter) Write(p []byte) (int, error) {
	w.n += len(p)
	return w.ResponseWriter.Write(p)
}

type zippingWriter struct {
	http.ResponseWriter
	z *gzip.Writer
}

func (w *zippingWriter) WriteHeader(code int) {
	w.Header().Del("Content-Length")
	w.ResponseWriter.WriteHeader(code)
}

func (w *zippingWriter) Write(p []byte) (int, error) { return w.z.Write(p) }

// noteEnd keeps in the page when the search came to its end, in milliseconds since it was opened.
const noteEnd = `document.addEventListener('DOMContentLoaded', () => {
	const count = document.querySelector('[data-result-count]');
	if (count) new MutationObserver(() => { if (count.dataset.resultCount) window.searched = performance.now(); }).observe(count, { attributes: true });
});`

// A measurement asks queries in the search page at base.
type measurement struct {
	base string
	hits map[string]int // of each query
	sent *traffic
}

// What a first query may load: bytes of scripts and index, and files of the index.
const (
	mostBytes = 150_000
	mostFiles = 30
)

// later asks all queries one after another in one tab.
func later(t *testing.T, m measurement) {
	queries := slices.Sorted(maps.Keys(m.hits))
	b := m.open(t, queries[0])
	var took, used []float64
	for _, q := range queries[1:] {
		before := cpu(b)
		took = append(took, m.ask(b, q))
		used = append(used, cpu(b)-before)
	}
	slices.Sort(took)
	slices.Sort(used)
	heap := do(b, func(ctx context.Context, t *chromedp.Target) (runtime.GetHeapUsageResult, error) {
		return cdp.Call(ctx, t, runtime.GetHeapUsage, cdp.Empty{})
	})
	t.Logf("median %.0f ms, p95 %.0f ms; of CPU %.0f ms, %.0f ms", took[len(took)/2], took[len(took)*95/100], used[len(used)/2], used[len(used)*95/100])
	t.Logf("after %d queries: heap %.0f MB, arrays %.0f MB, private %d MB", len(queries), heap.UsedSize/1e6, heap.BackingStorageSize/1e6, private())
}

// first asks each query in two tabs that have nothing: with the opening of the page, and in a page
// that was opened before.
func first(t *testing.T, m measurement) {
	var table strings.Builder
	var asked, opened []float64
	for _, q := range slices.Sorted(maps.Keys(m.hits)) {
		t.Run(q, func(t *testing.T) {
			m.sent.take()
			b := m.open(t, q)
			bytes, files, sorts := m.sent.take()
			if bytes > mostBytes || files > mostFiles {
				t.Errorf("%d kB, %d files:%s", bytes/1000, files, sorts)
			}
			opened = append(opened, eval[float64](b, `window.searched`))
			fmt.Fprintf(&table, "| %s | %d | %d | %d | %.0f | %.0f |%s\n", q, m.hits[q], bytes/1000, files, eval[float64](b, `window.searched`), cpu(b), sorts)
		})
		t.Run(q+" in an open page", func(t *testing.T) { asked = append(asked, m.ask(m.open(t, ""), q)) })
	}
	t.Logf("query, hits, kB, files, ms with the opening of the page, ms of CPU\n%s", table.String())
	slices.Sort(asked)
	slices.Sort(opened)
	t.Logf("in an open page median %.0f ms, p95 %.0f ms; with its opening %.0f ms, %.0f ms", asked[len(asked)/2], asked[len(asked)*95/100], opened[len(opened)/2], opened[len(opened)*95/100])
}

// ask asks a query in the open page and returns how long that took, in milliseconds.
func (m measurement) ask(b *tab, q string) float64 {
	eval[bool](b, `(() => { window.searched = 0; window.asked = performance.now(); const q = document.querySelector('#q'); q.value = `+quote(q)+`;
		return q.form.dispatchEvent(new SubmitEvent('submit', { cancelable: true })) || true; })()`)
	m.wait(b, q)
	return eval[float64](b, `window.searched - window.asked`)
}

// open opens the search page for a query, if there is one, and waits for the end of the search.
func (m measurement) open(t *testing.T, q string) *tab {
	b := open(t, m.base)
	command(b, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
	command(b, browserpage.AddScriptToEvaluateOnNewDocument, browserpage.AddScriptToEvaluateOnNewDocumentParams{Source: noteEnd})
	if q == "" {
		b.visit("search.html")
		b.until(`document.readyState === 'complete'`)
		return b
	}
	b.visit("search.html?q=" + url.QueryEscape(q))
	m.wait(b, q)
	return b
}

// wait waits for the end of a search, which must find all hits.
func (m measurement) wait(b *tab, q string) {
	b.t.Helper()
	b.until(`window.searched > 0`)
	if got := eval[int](b, `Number(document.querySelector('[data-result-count]').dataset.resultCount)`); got != m.hits[q] {
		b.t.Errorf("%q: %d hits, want %d", q, got, m.hits[q])
	}
}

// cpu returns the time that the tab's main thread has used, in milliseconds: what a search takes on
// a machine that has nothing else to do.
func cpu(b *tab) float64 {
	for _, metric := range do(b, func(ctx context.Context, t *chromedp.Target) (performance.GetMetricsResult, error) {
		return cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
	}).Metrics {
		if metric.Name == "TaskDuration" {
			return 1000 * metric.Value
		}
	}
	return 0
}

// private returns the memory that the largest process that draws pages for this test has for itself,
// in megabytes.
func private() int {
	names, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	most := 0
	for _, name := range names {
		command, err := os.ReadFile(name)
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if err == nil && strings.Contains(string(command), "--type=renderer") && isOurs(pid) {
			most = max(most, status(pid, "RssAnon:")/1000)
		}
	}
	return most
}

// isOurs reports whether a process was started by this one, or by one that was.
func isOurs(pid int) bool {
	for pid > 1 && pid != os.Getpid() {
		pid = status(pid, "PPid:")
	}
	return pid == os.Getpid()
}

// status returns a number that the system knows of a process, 0 if the process has ended.
func status(pid int, name string) (n int) {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			fmt.Sscan(rest, &n)
		}
	}
	return n
}
