package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
	root   string // the site folder
	unlock func()
}

// NewStage begins a build in the site folder root: it takes the folder's lock, repairs what a
// killed build left behind and makes an empty staging folder. The caller ends the stage by
// Commit or Discard.
func NewStage(root string) (*Stage, error) {
	unlock, err := lock(root)
	if err != nil {
		return nil, err
	}
	s := &Stage{root: root, unlock: unlock}
	if err := s.repair(); err != nil {
		unlock()
		return nil, err
	}
	for _, dir := range []string{s.Dir(), s.work()} {
		if err := os.Mkdir(dir, 0o777); err != nil {
			s.Discard()
			return nil, fmt.Errorf("making the staging folder: %w", err)
		}
	}
	return s, nil
}

// Dir returns the path of the folder in which the site is built.
func (s *Stage) Dir() string { return filepath.Join(s.root, freshDir) }

// FS returns the folder in which the site is built.
func (s *Stage) FS() afero.Fs { return afero.NewBasePathFs(afero.NewOsFs(), s.Dir()) }

// Commit puts the staged site in the place of public/ and ends the stage. If that fails,
// public/ is the old one.
func (s *Stage) Commit() error {
	defer s.Discard()
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

// Discard removes what the stage holds and frees the site folder. After Commit it does nothing.
func (s *Stage) Discard() error {
	if s.unlock == nil {
		return nil
	}
	defer func() { s.unlock(); s.unlock = nil }()
	return s.repair()
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
