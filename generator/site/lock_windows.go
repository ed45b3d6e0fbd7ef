package site

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"

	"zhengce/generator/say"
)

// lockFile is what a build locks: Windows has no locks on folders. It stays, empty, where a build was.
const lockFile = ".public.lock"

// lock keeps a second build out of the site folder until unlock is called or the program
// ends, however it ends.
func lock(root string) (unlock func(), err error) {
	if _, err := os.Stat(root); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(root, lockFile), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, say.Errorf("locking %s: %w", root, err)
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if err != nil {
		f.Close()
		if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
			return nil, say.Errorf("%s: %w", root, ErrBusy)
		}
		return nil, say.Errorf("locking %s: %w", root, err)
	}
	return func() { f.Close() }, nil
}
