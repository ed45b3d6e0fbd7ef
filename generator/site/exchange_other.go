//go:build !linux && !darwin

package site

import "errors"

// exchange is not to be had here: two renamings do its work, and [Repair] what comes between them.
func exchange(_, _ string) error { return errors.ErrUnsupported }

func syncTree(path string) error { return syncEach(path) }
