package site

import (
	"errors"

	"golang.org/x/sys/unix"

	"zhengce/generator/say"
)

// exchange puts each of two folders in the place of the other, in one step that nobody sees half done.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported
	}
	if err != nil {
		return say.Errorf("exchanging %s and %s: %w", a, b, err)
	}
	return nil
}

func syncTree(path string) error { return syncEach(path) }
