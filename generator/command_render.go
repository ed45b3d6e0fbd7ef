package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"zhengce/generator/say"
	"zhengce/generator/site"
)

// renderCommand does for a build a part of its site; see [site.Serve]. Hugo keeps what it built in memory for as long as its process
// lives, so that a large site is made by several.
func renderCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "render",
		Hidden:            true,
		Args:              noArgs,
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil }, // the build that waits repairs its site
		RunE:              func(*cobra.Command, []string) error { return site.Serve(os.Stdin, os.Stdout) },
	}
}

// apart does a job of Hugo in a process of its own.
func apart(ctx context.Context, job site.Job) (printed string, err error) {
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(job)
	if err != nil {
		return "", err
	}
	var out, failed bytes.Buffer
	cmd := exec.CommandContext(ctx, program, "render", languageFlag, tongue())
	cmd.Stdout, cmd.Stderr = &out, &failed
	cmd.WaitDelay = patience
	in, err := cmd.StdinPipe() // stays open until the process ends
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	_, err = in.Write(append(data, '\n'))
	if err = errors.Join(err, cmd.Wait()); err != nil {
		return "", say.Errorf("%w: %s", err, bytes.TrimSpace(failed.Bytes()))
	}
	return out.String(), nil
}
