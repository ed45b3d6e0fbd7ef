package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"zhengce/generator/build"
	"zhengce/generator/export"
	"zhengce/generator/invariant"
	"zhengce/generator/say"
	"zhengce/generator/site"
	"zhengce/generator/source"
)

func checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: say.Sprintf("List every doubt about the papers in seeds/; exit 1 on errors"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l := build.Read(os.DirFS(siteFolder(cmd)), "seeds")
			for _, p := range l.Problems {
				fmt.Println(p)
			}
			if len(l.Passed) > 0 {
				fmt.Fprintln(os.Stderr, build.PassedOver(l.Passed))
			}
			fmt.Fprint(os.Stderr, brokenInvariants(l.Problems))
			failures := len(l.Problems.Failures()) + len(l.Problems.Losses())
			fmt.Fprint(os.Stderr, say.Sprintf("%d papers, %d errors, %d warnings\n", len(l.Facts), failures, len(l.Problems)-failures))
			if failures > 0 {
				return errSilent
			}
			return nil
		},
	}
}

// brokenInvariants says how often each invariant is broken, and in how many papers; nothing where none is.
func brokenInvariants(problems source.ErrorList) string {
	times, papers := map[string]int{}, map[string]map[string]bool{}
	for _, p := range problems {
		if times[p.Code]++; papers[p.Code] == nil {
			papers[p.Code] = map[string]bool{}
		}
		papers[p.Code][p.File] = true
	}
	var b strings.Builder
	for _, chapter := range invariant.Rules() {
		for _, r := range chapter.Rules {
			if n := times[r.Name]; n > 0 {
				fmt.Fprint(&b, say.Sprintf("%5d in %4d papers  %-20s %s\n", n, len(papers[r.Name]), r.Name, r.Says))
			}
		}
	}
	return b.String()
}

func exportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   say.Sprintf("export DIR"),
		Short: say.Sprintf("Write the data pack alone: records and tables as JSON and CSV"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("export: expected one folder to write to")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := site.ReadSettings(os.DirFS(siteFolder(cmd)))
			if err != nil {
				return err
			}
			_, c, report, err := build.Catalog(siteFolder(cmd))
			if err != nil {
				return err
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			if err := export.Write(build.Folder(args[0]), c, settings.Address()); err != nil {
				return err
			}
			fmt.Fprintln(os.Stderr, report)
			return nil
		},
	}
}
