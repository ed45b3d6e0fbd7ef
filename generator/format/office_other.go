//go:build !unix

package format

import "os/exec"

// killTogether leaves the program to the system, which has no groups of processes.
func killTogether(*exec.Cmd) {}
