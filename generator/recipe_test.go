package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/rogpeppe/go-internal/testscript"
)

// expressions are what a CI service fills in, as variables of the shell.
var expressions = strings.NewReplacer("${{ matrix.number }}", "$NUMBER", "${{ needs.plan.outputs.shares }}", "$SHARES")

// recipe writes the commands of a job in a file of .ci/ as a script of the shell: recipe FILE JOB SCRIPT.
func recipe(ts *testscript.TestScript, neg bool, args []string) {
	data, err := os.ReadFile(filepath.Join(ts.Getenv("PROJECT"), ".ci", args[0]))
	ts.Check(err)
	var lines []string
	for d := yaml.NewDecoder(bytes.NewReader(data)); ; {
		var file struct {
			Metadata struct{ Name string }
			Spec     struct {
				Template struct {
					Spec struct{ Containers []struct{ Args []string } }
				}
			}
			Jobs map[string]struct{ Steps []struct{ Run string } }
		}
		err := d.Decode(&file)
		if errors.Is(err, io.EOF) {
			break
		}
		ts.Check(err)
		if file.Metadata.Name == args[1] {
			lines = append(lines, file.Spec.Template.Spec.Containers[0].Args...)
		}
		for _, step := range file.Jobs[args[1]].Steps {
			if step.Run != "" && !strings.HasPrefix(step.Run, "go build") { // the script has the program
				lines = append(lines, step.Run)
			}
		}
	}
	if len(lines) == 0 {
		ts.Fatalf("%s has no job %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte("set -eu\n"+expressions.Replace(strings.Join(lines, "\n"))), 0o666))
}
