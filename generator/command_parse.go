package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"zhengce/generator/build"
	"zhengce/generator/record"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

func parseCommand() *cobra.Command {
	format := "json"
	cmd := &cobra.Command{
		Use:   say.Sprintf("parse FILE..."),
		Short: say.Sprintf("Print what was found in papers, as JSON records"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("parse: no file given")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "json" {
				return usagef("parse: unknown format %q; expected json", format)
			}
			return parse(args)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, say.Sprintf("`form` of the output; only json"))
	return cmd
}

// parse prints the records of the files that can be read, and fails if one cannot.
func parse(names []string) error {
	records := []*record.Record{}
	var errs source.ErrorList
	for _, name := range names {
		facts, err := build.At(files{}, name)
		if err != nil {
			errs = append(errs, source.Problem(name, source.Failure, "", "%w", err))
			continue
		}
		errs = append(errs, facts.Problems.Failures()...)
		records = append(records, record.New(facts))
	}
	if err := record.Write(os.Stdout, records); err != nil {
		return err
	}
	return errs.Err()
}

// files are the files of the machine by the names that the user gave, which fs.FS would refuse
// where they are absolute or lead upwards.
type files struct{}

func (files) Open(name string) (fs.File, error) {
	f, err := os.Open(name)
	var p *fs.PathError
	if errors.As(err, &p) {
		return nil, p
	}
	return f, err
}
