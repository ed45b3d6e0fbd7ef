package site

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"sync/atomic"
	"syscall"

	"github.com/spf13/afero"

	"zhengce/generator/say"
)

// Names of the folders that a build uses inside the site folder. They stand on one file
// system, so that the finished site takes the place of the old one by renaming.
const (
	publicDir = "public"
	freshDir  = ".public.new" // the site being built; after an exchange the one that was replaced
	oldDir    = ".public.old" // the site being replaced, where two folders cannot be exchanged
	workDir   = ".public.tmp" // what Hugo needs on the way: content, theme, caches, messages
	keptDir   = "public.kept" // files of public/ that people changed and the new site has too
)

// A Stage is a site that is being built beside the published one. It becomes the published
// one by [Stage.Commit]; until then public/ stays exactly as it was.
type Stage struct {
	root        string        // the site folder
	disk        disk          // what Commit writes with
	unlock      func()        // frees the site folder; nil once the stage has ended
	ended       chan struct{} // closed then
	interrupted atomic.Bool
	ctx         context.Context // ends with an interrupt
	cancel      context.CancelFunc

	// PDF makes the pages lead to the PDF files that the build adds to them.
	PDF bool
	// Run does a job in a process of its own, until the context ends; nil for this process.
	Run func(context.Context, Job) (printed string, err error)
	// Done is told how many of the parts of the site are made; may be nil.
	Done func(parts, of int)
	// Notices are what the user should know of a build that succeeded, a sentence each.
	Notices []string
}

var (
	// ErrInterrupted is the error of a build during which the program was interrupted.
	ErrInterrupted = say.New("interrupted; the last site stays as it was")
	// ErrBusy is the error of a command that would write while a build writes.
	ErrBusy = say.New("another build is at work in this folder")
)

// NewStage begins a build in the site folder root: it takes the folder's lock, repairs what a
// killed build left behind and makes an empty staging folder. The caller ends the stage by
// Commit or Discard. An interrupt makes Build and Commit fail, so that the caller's way out
// clears the folder; a second one ends the program at once.
func NewStage(root string) (*Stage, error) {
	unlock, err := Lock(root)
	if err != nil {
		return nil, err
	}
	s := &Stage{root: root, disk: system{}, unlock: unlock, ended: make(chan struct{})}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if err := s.prepare(); err != nil {
		s.Discard()
		return nil, err
	}
	s.watch()
	return s, nil
}

// Exists returns an error unless root is a folder.
func Exists(root string) error {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return say.Errorf("%s: no such site folder\n\tname one by --site, or make it by 'zhengce init'", root)
	}
	return nil
}

// Lock keeps builds out of the site folder until unlock is called, as a command must that writes content/ alone.
func Lock(root string) (unlock func(), err error) {
	if err := Exists(root); err != nil {
		return nil, err
	}
	return lock(root)
}

// prepare makes the empty folders of a build.
func (s *Stage) prepare() error {
	if info, err := os.Lstat(filepath.Join(s.root, publicDir)); err == nil && !info.IsDir() {
		return say.Errorf("%s: a build replaces this folder, but a file or link stands there", publicDir)
	}
	if err := s.clear(); err != nil {
		return err
	}
	for _, dir := range []string{s.Dir(), s.work()} {
		if err := os.Mkdir(dir, 0o777); err != nil {
			return say.Errorf("making the staging folder: %w", err)
		}
	}
	return nil
}

// watch notes an interrupt until the stage has ended.
func (s *Stage) watch() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		defer signal.Stop(signals)
		select {
		case <-s.ended:
		case <-signals:
			s.interrupted.Store(true)
			s.cancel()
		}
	}()
}

// Interrupted reports whether the program was told to end during the build.
func (s *Stage) Interrupted() bool { return s.interrupted.Load() }

// Dir returns the path of the folder in which the site is built.
func (s *Stage) Dir() string { return filepath.Join(s.root, freshDir) }

// FS returns the folder in which the site is built.
func (s *Stage) FS() afero.Fs { return afero.NewBasePathFs(afero.NewOsFs(), s.Dir()) }

// Discard removes what the stage holds and frees the site folder. After Commit it does nothing.
func (s *Stage) Discard() error {
	if s.unlock == nil {
		return nil
	}
	err := s.clear()
	s.unlock()
	s.unlock = nil
	close(s.ended)
	s.cancel()
	return err
}

// ContentDir returns the path of the folder in which content/ is laid out for Hugo.
func (s *Stage) ContentDir() string { return filepath.Join(s.work(), contentDir) }

// PartsDir is the folder beside ContentDir in which the parts of a site are laid out.
const PartsDir = "parts"

func (s *Stage) public() string { return filepath.Join(s.root, publicDir) }
func (s *Stage) old() string    { return filepath.Join(s.root, oldDir) }
func (s *Stage) work() string   { return filepath.Join(s.root, workDir) }
