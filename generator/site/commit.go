package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"zhengce/generator/say"
)

// Commit puts the staged site in the place of public/ and ends the stage. If it fails, public/ is
// the old one; what goes wrong afterwards is a notice. Files in public/ that no build made stand in
// the new one too. Published are called once the new site stands, while the folder is still locked.
func (s *Stage) Commit(published ...func()) error {
	if s.interrupted.Load() {
		return errors.Join(ErrInterrupted, s.Discard())
	}
	if err := s.replace(); err != nil {
		return errors.Join(err, s.Discard())
	}
	for _, f := range published {
		f()
	}
	if err := s.Discard(); err != nil {
		s.notice("%v", err)
	}
	return nil
}

func (s *Stage) replace() error {
	if err := s.open(); err != nil {
		return say.Errorf("making the new site readable: %w", err)
	}
	if err := s.carryOver(); err != nil {
		return say.Errorf("carrying over what stands in %s: %w", publicDir, err)
	}
	if err := s.disk.Sync(s.Dir()); err != nil {
		return say.Errorf("bringing the new site to the disk: %w", err)
	}
	if err := s.swap(); err != nil {
		return say.Errorf("replacing %s: %w", publicDir, err)
	}
	if err := s.disk.SyncFolder(s.root); err != nil {
		s.notice("the new site may be lost with the power: %v", err)
	}
	return nil
}

// swap puts the staged site in the place of public/: in one step where the system has it, else in two,
// with [Repair] for what happens between them.
func (s *Stage) swap() error {
	if _, err := os.Lstat(s.public()); errors.Is(err, fs.ErrNotExist) {
		return s.disk.Rename(s.Dir(), s.public())
	}
	err := s.disk.Exchange(s.Dir(), s.public())
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := s.disk.Rename(s.public(), s.old()); err != nil {
		return err
	}
	if err := s.disk.Rename(s.Dir(), s.public()); err != nil {
		return errors.Join(err, s.disk.Rename(s.old(), s.public()))
	}
	return nil
}

// Modes of a published site, whatever the user's umask is: a web server reads it as another user.
const (
	folderMode = 0o755
	fileMode   = 0o644
)

// open lets everybody read the staged site.
func (s *Stage) open() error {
	return filepath.WalkDir(s.Dir(), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(fileMode)
		switch {
		case d.IsDir():
			want = folderMode
		case !d.Type().IsRegular():
			return nil
		}
		if info.Mode().Perm()&want == want {
			return nil
		}
		return s.disk.Chmod(name, info.Mode().Perm()|want)
	})
}
