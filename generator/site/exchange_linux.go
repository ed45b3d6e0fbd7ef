package site

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"zhengce/generator/say"
)

// exchange puts each of two folders in the place of the other, in one step that nobody sees half done.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) { // an old kernel; a file system that cannot
		return errors.ErrUnsupported
	}
	if err != nil {
		return say.Errorf("exchanging %s and %s: %w", a, b, err)
	}
	return nil
}

// syncTree asks the kernel once for all of the file system: a site has tens of thousands of files.
func syncTree(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := unix.Syncfs(int(dir.Fd())); err != nil {
		return syncEach(path)
	}
	return nil
}
