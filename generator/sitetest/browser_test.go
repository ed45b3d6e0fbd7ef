package sitetest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium returns the path of a browser. Without one the test is skipped, in CI it fails.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const message = "Chromium is missing: apt-get install chromium fonts-noto-cjk"
	if os.Getenv("CI") != "" {
		t.Fatal(message)
	}
	t.Skip(message)
	return ""
}

// browser is the one browser of all tests; each test opens a tab of its own.
var browser struct {
	sync.Mutex
	ctx   context.Context
	close []context.CancelFunc
}

// startBrowser starts the browser, if none is running.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := chromium(t)
	browser.Lock()
	defer browser.Unlock()
	if browser.ctx != nil {
		return browser.ctx
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.UserDataDir(filepath.Join(scratch, "browser")),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.WSURLReadTimeout(time.Minute))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, end := chromedp.NewContext(allocator)
	browser.close = []context.CancelFunc{end, stop}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	browser.ctx = ctx
	return ctx
}

func closeBrowser() {
	for _, f := range browser.close {
		f()
	}
}

// A tab is a page in the browser. It notes errors of the page and requests that leave the site.
type tab struct {
	context.Context
	t    *testing.T
	base string // address of the site, with a slash at its end

	mu     sync.Mutex
	faults []string
}

// open opens a tab for the site at base; at the end of the test nothing may have gone wrong in it.
func open(t *testing.T, base string) *tab {
	t.Helper()
	b := &tab{t: t, base: base}
	ctx, cancel := chromedp.NewContext(startBrowser(t), chromedp.WithListener(b.listen))
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	b.Context = ctx
	t.Cleanup(func() {
		b.mu.Lock()
		for _, f := range b.faults {
			t.Error(f)
		}
		b.mu.Unlock()
		stop()
		cancel()
	})
	command(b, network.Enable, network.EnableParams{})
	command(b, log.Enable, cdp.Empty{})
	return b
}

func (b *tab) listen(event any) {
	fault := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		u := e.Request.URL
		if !strings.HasPrefix(u, b.base) && !strings.HasPrefix(u, "data:") && u != "about:blank" {
			fault = "request outside the site: " + u
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			fault = "loading failed: " + e.ErrorText
		}
	case *runtime.EventExceptionThrown:
		fault = "exception: " + (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			fault = "console: " + string(e.Type)
			for _, a := range e.Args {
				fault += " " + string(a.Value)
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			fault = "log: " + e.Entry.Text + " " + e.Entry.URL
		}
	}
	if fault != "" {
		b.mu.Lock()
		b.faults = append(b.faults, fault)
		b.mu.Unlock()
	}
}

// forgive forgets the faults so far.
func (b *tab) forgive() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = nil
}

// command sends a command of the browser's protocol.
func command[P, R any](b *tab, c cdp.Command[P, R], params P) {
	b.t.Helper()
	do(b, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, c, params) })
}

// do runs an action in the tab and returns its value.
func do[T any](b *tab, action chromedp.Action[T]) T {
	b.t.Helper()
	value, err := chromedp.Run(b, action)
	if err != nil {
		b.t.Fatal(err)
	}
	return value
}

// visit opens a page of the site.
func (b *tab) visit(name string) {
	b.t.Helper()
	do(b, chromedp.Navigate(b.base+name))
}

// eval returns the value of a JavaScript expression in the tab's page.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	return do(b, chromedp.Evaluate[T](expression))
}

// until waits for a JavaScript expression to become true, also over the change to another page.
func (b *tab) until(expression string) {
	b.t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		ok, err := chromedp.Run(b, chromedp.Evaluate[bool](expression))
		if ok {
			return
		}
		if time.Now().After(deadline) {
			b.t.Fatalf("waited in vain for %s: %v", expression, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// everywhere runs a test from disk, and from a server where the site stands in a folder.
func everywhere(t *testing.T, test func(t *testing.T, b *tab)) {
	chromium(t)
	everywhereIn(t, public(t), test)
}

// everywhereIn does so with the site in a folder.
func everywhereIn(t *testing.T, site string, test func(t *testing.T, b *tab)) {
	dir, err := filepath.Abs(site)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("file", func(t *testing.T) { test(t, open(t, "file://"+dir+"/")) })
	t.Run("http", func(t *testing.T) {
		mux := http.NewServeMux()
		mux.Handle("/some/where/", http.StripPrefix("/some/where/", http.FileServer(http.Dir(dir))))
		server := httptest.NewServer(mux)
		t.Cleanup(server.Close)
		test(t, open(t, server.URL+"/some/where/"))
	})
}
