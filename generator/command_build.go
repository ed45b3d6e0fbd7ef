package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/pages"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

func buildCommand() *cobra.Command {
	quiet, pdf, strict, plain, clean, doubts := false, false, false, false, false, false
	part, plan := "", ""
	cmd := &cobra.Command{
		Use:   "build",
		Short: say.Sprintf("Build the site: everything from seeds/ to the checked public/"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if part != "" {
				return share(part, plan)
			}
			o := build.Options{Root: siteFolder(cmd), Theme: zhengce.Theme, PDF: pdf, Strict: strict, Plain: plain, Clean: clean, Job: apart}
			report, err := runBuild(o, !quiet, os.Stderr)
			if doubts {
				return errors.Join(err, writeDoubts(os.Stdout, report.Problems))
			}
			return err
		},
	}
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, say.Sprintf("print problems only"))
	cmd.Flags().BoolVar(&strict, "strict", false, say.Sprintf("fail, and leave the last site, where text of a file stands nowhere on its page"))
	cmd.Flags().BoolVar(&plain, "plain", false, say.Sprintf("let Hugo make HTML of the pages, by the templates of layouts/_markup; slower, the same site"))
	cmd.Flags().BoolVar(&clean, "clean", false, say.Sprintf("make every page anew, also those that would be as they are"))
	cmd.Flags().StringVar(&part, "part", "", say.Sprintf("make the share `K/N` of a plan, nothing else"))
	cmd.Flags().StringVar(&plan, planFlag, "", say.Sprintf("the `folder` of the plan"))
	cmd.Flags().BoolVar(&doubts, "doubts", false, say.Sprintf("print the doubts about the papers, an object of JSON on a line; for 'zhengce serve'"))
	cmd.Flags().MarkHidden("doubts")
	cmd.Flags().BoolVar(&pdf, "pdf", false, say.Sprintf("add PDF files of papers, ledgers, comparisons and the compendium; needs Chromium"))
	return cmd
}

// stages is the number of stages of a build without PDF files, for the progress bar.
const stages = 7

// runBuild builds a site and reports to w, with a bar where w is a terminal.
func runBuild(o build.Options, talk bool, w *os.File) (*build.Report, error) {
	n := stages
	if o.PDF {
		n++
	}
	var bar *progressbar.ProgressBar
	if talk && term.IsTerminal(int(w.Fd())) {
		bar = progressbar.NewOptions(n, progressbar.OptionSetWriter(w), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24))
		o.Step = func(stage string) {
			bar.Describe(stage)
			bar.Add(1)
		}
		o.Part = func(stage string, done, of int) { bar.Describe(say.Sprintf("%s %d/%d", stage, done, of)) }
	}
	report, err := build.Run(o)
	if bar != nil {
		bar.Clear()
	}
	if err != nil || !talk {
		for _, n := range report.Notices {
			fmt.Fprintln(w, n)
		}
	}
	if err != nil {
		return report, err
	}
	for _, p := range report.Problems.Losses() {
		fmt.Fprintln(w, p)
	}
	if talk {
		report.WriteTo(w)
	}
	return report, nil
}

// writeDoubts writes problems for another program.
func writeDoubts(w io.Writer, problems source.ErrorList) error {
	e := json.NewEncoder(w)
	for _, p := range problems {
		if err := e.Encode(struct{ File, Text string }{p.File, p.Error()}); err != nil {
			return err
		}
	}
	return nil
}

func generateCommand() *cobra.Command {
	check := false
	cmd := &cobra.Command{
		Use:   "generate",
		Short: say.Sprintf("Write the pages of content/ from seeds/, without building the site"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if check {
				return checkPages(siteFolder(cmd), os.Stdout)
			}
			report, err := build.Generate(build.Options{Root: siteFolder(cmd)})
			for _, n := range report.Notices {
				fmt.Fprintln(os.Stderr, n)
			}
			if err != nil {
				return err
			}
			fmt.Fprint(os.Stderr, say.Sprintf("%s; %d pages written, %d removed, %d as they were\n", report,
				len(report.Pages.Written), len(report.Pages.Removed), report.Pages.Unchanged))
			return nil
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, say.Sprintf("write nothing; list the pages that would change and fail if there are any"))
	return cmd
}

// checkPages lists the pages of content/ that are not what the seeds give.
func checkPages(root string, w io.Writer) error {
	_, c, _, err := build.Catalog(root)
	if err != nil {
		return err
	}
	stale, err := pages.Check(build.Folder(root), c)
	if err != nil {
		return err
	}
	for _, name := range stale {
		fmt.Fprintln(w, name)
	}
	if len(stale) > 0 {
		return say.Errorf("%d pages of content/ are stale\n\trun 'zhengce generate' and commit them", len(stale))
	}
	return nil
}
