package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"zhengce/generator/say"
)

// Repair brings back the site of the folder root that a build killed between two renamings took away.
// Every command calls it first. It leaves alone a folder in which a build is at work.
func Repair(root string) error {
	if _, err := os.Lstat(filepath.Join(root, publicDir)); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(filepath.Join(root, oldDir)); err != nil {
		return nil
	}
	unlock, err := lock(root)
	if errors.Is(err, ErrBusy) {
		return nil
	}
	if err != nil {
		return err
	}
	defer unlock()
	return (&Stage{root: root, disk: system{}}).restore()
}

// restore puts the replaced site back where public/ is missing.
func (s *Stage) restore() error {
	if _, err := os.Lstat(s.public()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.disk.Rename(s.old(), s.public()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return say.Errorf("restoring %s: %w", publicDir, err)
	}
	return nil
}

// clear leaves nothing of a build but public/ and what cannot be removed, which it puts out of the way.
func (s *Stage) clear() error {
	if err := s.restore(); err != nil {
		return err
	}
	rests, err := filepath.Glob(filepath.Join(s.root, restPrefix+"*"))
	if err != nil {
		return err
	}
	for _, dir := range append(rests, s.old(), s.Dir(), s.work()) {
		if err := s.disk.Remove(dir); err != nil {
			if err := s.setAside(dir, err); err != nil {
				return say.Errorf("clearing a leftover: %w", err)
			}
		}
	}
	return nil
}

// restPrefix begins the names of folders that could not be removed.
const restPrefix = ".public.rest-"

// setAside gives a folder that cannot be removed another name, so that builds go on, and says so.
func (s *Stage) setAside(dir string, why error) error {
	rest := dir
	if base := filepath.Base(dir); len(base) < len(restPrefix) || base[:len(restPrefix)] != restPrefix {
		for i := 1; ; i++ {
			rest = filepath.Join(s.root, fmt.Sprintf("%s%d", restPrefix, i))
			if _, err := os.Lstat(rest); errors.Is(err, fs.ErrNotExist) {
				break
			}
		}
		if err := s.disk.Rename(dir, rest); err != nil {
			return errors.Join(why, err)
		}
	}
	s.notice("%s: what is left of a replaced site could not be removed (%v)\n\tremove it yourself", filepath.Base(rest), why)
	return nil
}

// notice notes what the user should know.
func (s *Stage) notice(format string, args ...any) {
	s.Notices = append(s.Notices, say.Sprintf(format, args...))
}
