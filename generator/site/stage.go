package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"sync/atomic"
	"syscall"

	"github.com/spf13/afero"
)

// Names of the folders that a build uses inside the site folder. They stand on one file
// system, so that the finished site takes the place of the old one by renaming.
const (
	publicDir = "public"
	freshDir  = ".public.new" // the site being built
	oldDir    = ".public.old" // the site being replaced
	workDir   = ".public.tmp" // what Hugo needs on the way: theme, caches, messages
)

// A Stage is a site that is being built beside the published one. It becomes the published
// one by [Stage.Commit]; until then public/ stays exactly as it was.
type Stage struct {
	root        string        // the site folder
	unlock      func()        // frees the site folder; nil once the stage has ended
	ended       chan struct{} // closed then
	interrupted atomic.Bool

	// PDF makes the pages lead to the PDF files that the build adds to them.
	PDF bool
}

// ErrInterrupted is the error of a build during which the program was interrupted.
var ErrInterrupted = errors.New("interrupted; the last site stays as it was")

// NewStage begins a build in the site folder root: it takes the folder's lock, repairs what a
// killed build left behind and makes an empty staging folder. The caller ends the stage by
// Commit or Discard. An interrupt makes Build and Commit fail, so that the caller's way out
// clears the folder; a second one ends the program at once.
func NewStage(root string) (*Stage, error) {
	unlock, err := lock(root)
	if err != nil {
		return nil, err
	}
	s := &Stage{root: root, unlock: unlock, ended: make(chan struct{})}
	if err := s.prepare(); err != nil {
		s.Discard()
		return nil, err
	}
	s.watch()
	return s, nil
}

// prepare makes the empty folders of a build.
func (s *Stage) prepare() error {
	if info, err := os.Lstat(filepath.Join(s.root, publicDir)); err == nil && !info.IsDir() {
		return fmt.Errorf("%s: a build replaces this folder, but a file or link stands there", publicDir)
	}
	if err := s.repair(); err != nil {
		return err
	}
	for _, dir := range []string{s.Dir(), s.work()} {
		if err := os.Mkdir(dir, 0o777); err != nil {
			return fmt.Errorf("making the staging folder: %w", err)
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
		}
	}()
}

// Interrupted reports whether the program was told to end during the build.
func (s *Stage) Interrupted() bool { return s.interrupted.Load() }

// Dir returns the path of the folder in which the site is built.
func (s *Stage) Dir() string { return filepath.Join(s.root, freshDir) }

// FS returns the folder in which the site is built.
func (s *Stage) FS() afero.Fs { return afero.NewBasePathFs(afero.NewOsFs(), s.Dir()) }

// Commit puts the staged site in the place of public/ and ends the stage. If that fails,
// public/ is the old one.
func (s *Stage) Commit() error {
	if s.interrupted.Load() {
		return errors.Join(ErrInterrupted, s.Discard())
	}
	err := s.swap()
	return errors.Join(err, s.Discard())
}

// Discard removes what the stage holds and frees the site folder. After Commit it does nothing.
func (s *Stage) Discard() error {
	if s.unlock == nil {
		return nil
	}
	err := s.repair()
	s.unlock()
	s.unlock = nil
	close(s.ended)
	return err
}

// swap puts the staged site in the place of public/ and the old one aside.
func (s *Stage) swap() error {
	public, old := filepath.Join(s.root, publicDir), filepath.Join(s.root, oldDir)
	err := os.Rename(public, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("replacing %s: %w", publicDir, err)
	}
	had := err == nil
	if err := os.Rename(s.Dir(), public); err != nil {
		if had {
			err = errors.Join(err, os.Rename(old, public))
		}
		return fmt.Errorf("replacing %s: %w", publicDir, err)
	}
	return nil
}

// repair leaves nothing but public/. A build killed between the two renamings of Commit
// left no public/: the replaced one comes back.
func (s *Stage) repair() error {
	public, old := filepath.Join(s.root, publicDir), filepath.Join(s.root, oldDir)
	if _, err := os.Lstat(public); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, public); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("restoring %s: %w", publicDir, err)
		}
	}
	for _, dir := range []string{old, s.Dir(), s.work()} {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("clearing a leftover: %w", err)
		}
	}
	return nil
}

func (s *Stage) work() string { return filepath.Join(s.root, workDir) }
