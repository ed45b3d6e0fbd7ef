package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"zhengce/generator/say"
)

// Take gives the staged site files of a folder such as the last site, by name with slashes, as they are, but for those that it has. Nobody
// may write to them afterwards: each is one file with two names.
func (s *Stage) Take(from string, names []string) error {
	made := map[string]bool{}
	for _, name := range names {
		name = filepath.FromSlash(name)
		if dir := filepath.Dir(filepath.Join(s.Dir(), name)); !made[dir] {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return say.Errorf("taking over %s: %w", name, err)
			}
			made[dir] = true
		}
		if err := s.disk.Link(filepath.Join(from, name), filepath.Join(s.Dir(), name)); err != nil && !errors.Is(err, fs.ErrExist) {
			return say.Errorf("taking over %s: %w", name, err)
		}
	}
	return nil
}
