package main

import (
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"zhengce"
	"zhengce/generator/say"
)

//go:embed example.txt
var example []byte

func initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   say.Sprintf("init DIR"),
		Short: say.Sprintf("Make a new site with one example paper, which builds at once"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("init: expected one folder to make")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return initSite(args[0]) },
	}
}

// initSite makes the folder dir with settings, hand-written pages and an example paper. It
// refuses a folder that holds anything.
func initSite(dir string) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return say.Errorf("%s: the folder is not empty\n\tname a new folder", dir)
	}
	err := fs.WalkDir(zhengce.Start, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(zhengce.Start, name)
		if err != nil {
			return err
		}
		return place(dir, name, data)
	})
	if err == nil {
		err = place(dir, "seeds/example.txt", example)
	}
	if err != nil {
		return say.Errorf("making %s: %w", dir, err)
	}
	fmt.Fprint(os.Stderr, say.Sprintf("made %s; put papers into %s, remove example.txt there, then run 'zhengce build -C %s'\n", dir, filepath.Join(dir, "seeds"), dir))
	return nil
}

func place(dir, name string, data []byte) error {
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}
