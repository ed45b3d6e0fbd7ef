package site

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A disk does what a commit does to the disk, one step a call; a test has one that fails at any of them.
type disk interface {
	Rename(from, to string) error
	Exchange(a, b string) error // puts each of two folders in the place of the other; [errors.ErrUnsupported] where the system cannot
	Link(from, to string) error // gives the file, of whatever kind, a second name; copies where there are no such links
	Mkdir(path string, mode fs.FileMode) error
	Chmod(path string, mode fs.FileMode) error
	Remove(path string) error // with all below it; nothing there is no error
	Sync(path string) error   // returns when the folder and all below it will outlast a loss of power
	SyncFolder(path string) error
}

// system is the disk of the machine.
type system struct{}

func (system) Rename(from, to string) error              { return os.Rename(from, to) }
func (system) Exchange(a, b string) error                { return exchange(a, b) }
func (system) Mkdir(path string, mode fs.FileMode) error { return os.Mkdir(path, mode) }
func (system) Chmod(path string, mode fs.FileMode) error { return os.Chmod(path, mode) }

func (system) Link(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode().Type() == fs.ModeSymlink {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	err = os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) || !info.Mode().IsRegular() {
		return err
	}
	return copyFile(from, to, info)
}

// copyFile makes the new file to of the bytes, the mode and the time of from.
func copyFile(from, to string, info fs.FileInfo) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// Remove also removes folders that nobody may write to, as long as they are the user's own.
func (system) Remove(path string) error {
	if err := os.RemoveAll(path); err == nil {
		return nil
	}
	filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			os.Chmod(name, 0o700)
			if err != nil { // it could not be read before
				return nil
			}
		}
		return nil
	})
	return os.RemoveAll(path)
}

func (system) Sync(path string) error { return syncTree(path) }

func (system) SyncFolder(path string) error { return syncOne(path) }

// syncEach brings every file and folder below path to the disk, one after the other.
func syncEach(path string) error {
	return filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && !d.Type().IsRegular() {
			return err
		}
		return syncOne(name)
	})
}

// syncOne brings one file or folder to the disk. Systems that do not know that of folders are right as they are.
func syncOne(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		if info, statErr := f.Stat(); statErr == nil && info.IsDir() {
			return nil
		}
		return err
	}
	return nil
}
