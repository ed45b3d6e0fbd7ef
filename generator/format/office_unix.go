//go:build unix

package format

import (
	"os/exec"
	"syscall"
)

// killTogether makes the end of a program's time the end of all that it started: soffice is a script
// that waits for another program.
func killTogether(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
