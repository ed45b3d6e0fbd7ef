package print

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/chromedp"

	"zhengce/generator/say"
)

// programs are the browsers that print, the smallest first.
var programs = []string{"chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"}

// Find returns the path of the browser. ZHENGCE_CHROMIUM names one that stands elsewhere.
func Find() (string, error) {
	names := programs
	if named := os.Getenv("ZHENGCE_CHROMIUM"); named != "" {
		names = []string{named}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	if len(names) == 1 {
		return "", say.Errorf("%s: no such browser\n\tZHENGCE_CHROMIUM must name the program of Chromium", names[0])
	}
	return "", say.New("PDF files need Chromium, which is not installed\n\tinstall chromium and fonts-noto-cjk, or name the program in ZHENGCE_CHROMIUM")
}

// A browser is a running Chromium with a folder of its own, which goes when it is closed.
type browser struct {
	context.Context
	ends   []context.CancelFunc
	folder string
}

// startTime is how long the browser may take to start, pageTime how long it may take over one page.
const (
	startTime = time.Minute
	pageTime  = 10 * time.Minute
)

// start starts the browser. It uses the fonts of the folder fonts, if there is one, before the machine's.
func start(ctx context.Context, fonts string) (*browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	b := &browser{}
	if b.folder, err = os.MkdirTemp("", "zhengce-print-"); err != nil {
		return nil, say.Errorf("making a folder for the browser: %w", err)
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.UserDataDir(filepath.Join(b.folder, "profile")), chromedp.WSURLReadTimeout(startTime),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true), chromedp.Flag("font-render-hinting", "none"))
	if os.Geteuid() == 0 {
		flags = append(flags, chromedp.NoSandbox) // Chromium refuses to run as root with it
	}
	if config, err := fontConfig(b.folder, fonts); err != nil {
		b.close()
		return nil, err
	} else if config != "" {
		flags = append(flags, chromedp.Env("FONTCONFIG_FILE="+config))
	}
	allocator, stop := chromedp.NewExecAllocator(ctx, flags...)
	tab, end := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	b.Context, b.ends = tab, []context.CancelFunc{end, stop}
	if err := chromedp.Do(tab); err != nil {
		b.close()
		return nil, say.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

func (b *browser) close() {
	for _, end := range b.ends {
		end()
	}
	os.RemoveAll(b.folder)
}

// fontConfig writes settings that put the folder fonts beside the machine's, and returns their
// path; none where there is no such folder.
func fontConfig(folder, fonts string) (string, error) {
	info, err := os.Stat(fonts)
	if fonts == "" || err != nil || !info.IsDir() {
		return "", nil
	}
	if fonts, err = filepath.Abs(fonts); err != nil {
		return "", err
	}
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	text := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>` + escape.Replace(fonts) + `</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>
`
	name := filepath.Join(folder, "fonts.conf")
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		return "", say.Errorf("writing the settings of fonts: %w", err)
	}
	return name, nil
}

// A tab is an open page.
type tab struct{ context.Context }

// errCrash is the error of a page that brought its tab down, as one does that needs more memory than there is.
var errCrash = say.New("the browser's page crashed; there may be too little memory")

// tab opens an empty page, to be closed with done. When it crashes, everything in it ends.
func (b *browser) tab() (t tab, done func(), err error) {
	var crash context.CancelCauseFunc
	ready := make(chan struct{})
	target, closeTarget := chromedp.NewContext(b.Context, chromedp.WithListener(func(event any) {
		if _, ok := event.(*inspector.EventTargetCrashed); ok {
			<-ready
			crash(errCrash)
		}
	}))
	ctx, stop := context.WithCancelCause(target)
	crash = stop
	close(ready)
	done = func() {
		stop(nil)
		closeTarget()
	}
	if err = chromedp.Do(ctx); err != nil {
		done()
		return t, nil, err
	}
	t = tab{ctx}
	t.hide()
	return t, done, nil
}

// hide minimises the tab's window, for what nobody sees is not drawn: a sixth of the work. A browser
// that has no windows prints as well.
func (t tab) hide() {
	window, err := call(t, cdpbrowser.GetWindowForTarget, cdpbrowser.GetWindowForTargetParams{})
	if err == nil {
		call(t, cdpbrowser.SetWindowBounds, cdpbrowser.SetWindowBoundsParams{
			WindowID: window.WindowID, Bounds: &cdpbrowser.Bounds{WindowState: cdpbrowser.WindowStateMinimized}})
	}
}

// forget gives back the memory of the pages that the tab has left.
func (t tab) forget() error {
	_, err := call(t, heapprofiler.CollectGarbage, cdp.Empty{})
	return err
}

// A prepared page is ready to be printed.
type prepared struct {
	Text     string   `json:"text"`     // every character that it holds, once
	Missing  string   `json:"missing"`  // those that no font has
	Sections []string `json:"sections"` // of a volume: what begins on a right page
	Numbered []string `json:"numbered"` // of a volume: places whose page numbers it shows
}

//go:embed prepare.js
var prepareScript string

const loadFonts = `Promise.all([...document.fonts].map(f => f.load().catch(() => 0))).then(() => document.fonts.ready).then(() => true)`

// titleScript is the script of a site that lets titles break between their phrases on paper.
const titleScript = "js/site-print.js"

// open opens a page of the site that stands in the folder site, and makes it ready. Of the page's own
// scripts only that for paper runs: the others are there for readers, and what they change as time goes
// by would change the bytes. Links to other pages lead to the site's public address, if it has one.
func (t tab) open(site, name, public string) (p prepared, err error) {
	folder := url.URL{Scheme: "file", Path: strings.TrimSuffix(filepath.ToSlash(site), "/") + "/"}
	address := folder
	address.Path += name + ".html"
	media := emulation.SetEmulatedMediaParams{Media: "print"}
	if _, err = call(t, emulation.SetEmulatedMedia, media); err != nil {
		return p, err
	}
	if err = t.scripts(false); err != nil {
		return p, err
	}
	if err = chromedp.Do(t, chromedp.Navigate(address.String())); err != nil {
		return p, err
	}
	if err = t.scripts(true); err != nil { // for ours
		return p, err
	}
	if _, err = chromedp.Run(t, chromedp.Evaluate[bool](loadFonts, chromedp.EvalAwaitPromise)); err != nil {
		return p, err
	}
	if titles, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(titleScript))); err == nil {
		if err := t.run(string(titles)); err != nil {
			return p, err
		}
	}
	return chromedp.Run(t, chromedp.Evaluate[prepared](fmt.Sprintf("(%s)(%q, %q)", strings.TrimSpace(prepareScript), folder.String(), public)))
}

// scripts lets scripts run in the page, or not.
func (t tab) scripts(on bool) error {
	_, err := call(t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
	return err
}

// call sends a command of the browser's protocol.
func call[P, R any](t tab, c cdp.Command[P, R], params P) (R, error) {
	return chromedp.Run(t, func(ctx context.Context, target *chromedp.Target) (R, error) { return cdp.Call(ctx, target, c, params) })
}

// run evaluates a statement in the page.
func (t tab) run(script string) error {
	_, err := chromedp.Run(t, chromedp.Evaluate[bool](script+"; true"))
	return err
}

// print returns the page as a PDF; the whole one has tags and bookmarks.
func (t tab) print(whole bool) (*pdfFile, error) {
	options := []chromedp.PDFOption{chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFStream()}
	if whole {
		options = append(options, chromedp.PDFOutlineAndTagged())
	} else {
		options = append(options, noTags)
	}
	data, err := chromedp.Run(t, chromedp.PrintToPDF(options...))
	if err != nil {
		if t.Err() == nil && strings.Contains(err.Error(), "stream") { // it goes through a file
			err = say.Errorf("%w\n\tthe folder of temporary files, %s, may be full", err, os.TempDir())
		}
		return nil, err
	}
	f, err := readFile(data)
	if err == nil {
		f.link()
	}
	return f, err
}
