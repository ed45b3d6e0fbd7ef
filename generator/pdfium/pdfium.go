// Package pdfium opens PDFs with the library PDFium, which the program carries as WebAssembly: no
// other program is needed, and a file can do no more than use up the time and memory given to it.
package pdfium

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"zhengce/generator/say"
)

const (
	// MaxPages is the number of pages above which a file is refused: no paper is that long.
	MaxPages = 2000
	// maxTime is how long one file may take, and pageTime how much longer each of its pages.
	maxTime  = 2 * time.Minute
	pageTime = 100 * time.Millisecond
	// maxMemory is how much memory one file may take, in pages of 64 KB of WebAssembly.
	maxMemory = 320 << 20 >> 16
	// maxHandles is the number of handles to objects of pages, which the library keeps until it is
	// closed, above which the file is opened anew.
	maxHandles = 60_000
)

// Errors that name what keeps a file from being read.
var (
	ErrPassword = say.New("protected by a password")
	ErrDamaged  = say.New("cut off or damaged")
	ErrTime     = say.New("no end within some minutes")
)

// ErrPages is the error of a file with more pages than a paper has.
type ErrPages int

func (e ErrPages) Error() string {
	return say.Sprintf("%d pages, above the limit of %d", int(e), MaxPages)
}

// started is the one pool of the process; compiling the library takes seconds.
var started = sync.OnceValues(start)

func start() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).WithMemoryLimitPages(maxMemory)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	ctx := experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(newMemory))
	return webassembly.Init(webassembly.Config{Context: ctx, MaxTotal: runtime.GOMAXPROCS(0), RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard, RandomSource: zeros{}})
}

// compiled returns the place where the compiled library is kept for the next start: the user's folder
// for such, never the site's. Without such a folder nothing is kept.
func compiled() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "zhengce", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// zeros is the library's source of chance: none, so that a file always reads the same.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// A Document is an open PDF. It is used by one goroutine at a time; several may be open at once.
type Document struct {
	Pages int

	data    []byte
	library pdfium.Pdfium
	ref     references.FPDF_DOCUMENT
	end     time.Time
	timer   *time.Timer
	expired atomic.Bool
	page    *Page
	handles int // of objects of pages, since the library was opened

	form     references.FPDF_FORMHANDLE // once asked for, unless the file is formless
	formless bool
}

// Open opens the file. The document must be closed.
func Open(data []byte) (*Document, error) {
	d := &Document{data: data}
	if err := d.open(); err != nil {
		d.Close()
		return nil, err
	}
	if d.Pages > MaxPages {
		d.Close()
		return nil, ErrPages(d.Pages)
	}
	return d, nil
}

// open takes a fresh instance of the library, whose time begins with the first one.
func (d *Document) open() error {
	pool, err := started()
	if err != nil {
		return say.Errorf("the PDF library does not start: %w", err)
	}
	library, err := pool.GetInstance(10 * time.Minute) // other files are read meanwhile
	if err != nil {
		return say.Errorf("the PDF library does not start: %w", err)
	}
	if d.end.IsZero() {
		d.end = time.Now().Add(maxTime)
	}
	d.library, d.handles, d.form = library, 0, ""
	d.timer = time.AfterFunc(time.Until(d.end), func() {
		d.expired.Store(true)
		killed.Store(true)
		_ = library.Kill() // it ends the call that runs, whose error tells
	})
	opened, err := library.OpenDocument(&requests.OpenDocument{File: &d.data})
	if err != nil {
		return d.cause(err)
	}
	d.ref = opened.Document
	count, err := library.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return d.cause(err)
	}
	if d.Pages == 0 && count.PageCount <= MaxPages {
		d.end = d.end.Add(time.Duration(count.PageCount) * pageTime)
		d.timer.Reset(time.Until(d.end))
	}
	d.Pages = count.PageCount
	return nil
}

// cause turns an error of the library into one of the package's.
func (d *Document) cause(err error) error {
	switch {
	case d.expired.Load():
		return ErrTime
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity), bytes.Contains(d.data, []byte("/Encrypt")):
		return ErrPassword
	}
	return ErrDamaged
}

// Close gives the library's memory back.
func (d *Document) Close() {
	if d.library == nil {
		return
	}
	d.timer.Stop()
	if !d.expired.Load() {
		if d.form != "" {
			_, _ = d.library.FPDFDOC_ExitFormFillEnvironment(&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: d.form})
		}
		_ = d.library.Close() // what it held is gone either way
	}
	d.library = nil
}

// Page opens the page with the number from 0, and closes the one before. While both are open, the
// library keeps the fonts that they share.
func (d *Document) Page(number int) (*Page, error) {
	last := d.page
	d.page = nil
	if d.handles > maxHandles {
		last = nil
		d.Close()
		if err := d.open(); err != nil {
			return nil, err
		}
	}
	p := &Page{doc: d}
	if err := p.open(number); err != nil {
		return nil, d.cause(err)
	}
	if last != nil {
		last.close()
	}
	d.page = p
	return p, nil
}
