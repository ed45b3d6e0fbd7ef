//go:build unix

package site

import (
	"os"
	"syscall"

	"zhengce/generator/say"
)

// lock keeps a second build out of the site folder until unlock is called or the program
// ends, however it ends.
func lock(root string) (unlock func(), err error) {
	dir, err := os.Open(root)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		dir.Close()
		if err == syscall.EWOULDBLOCK {
			return nil, say.Errorf("%s: %w", root, ErrBusy)
		}
		return nil, say.Errorf("locking %s: %w", root, err)
	}
	return func() { dir.Close() }, nil
}
