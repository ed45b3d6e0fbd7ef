package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/say"
)

// planFlag names the folder of a plan.
const planFlag = "plan"

func planCommand() *cobra.Command {
	out, pages, pdf := "", 0, false
	cmd := &cobra.Command{
		Use:   "plan",
		Short: say.Sprintf("Cut the site into shares, which many machines make by 'zhengce build --part K/N'"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return usagef("plan needs --out, a new folder that all machines reach")
			}
			p, report, err := build.MakePlan(build.Options{Root: siteFolder(cmd), Theme: zhengce.Theme, PDF: pdf, PartPages: pages}, out)
			for _, n := range report.Notices {
				fmt.Fprintln(os.Stderr, n)
			}
			if err != nil {
				return err
			}
			fmt.Println(p.Shares)
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", say.Sprintf("the new `folder` of the plan"))
	cmd.Flags().IntVar(&pages, "pages", 0, say.Sprintf("the number of pages of a share; 0 for some thousands"))
	cmd.Flags().BoolVar(&pdf, "pdf", false, say.Sprintf("pages lead to PDF files, which 'zhengce join --pdf' adds"))
	return cmd
}

// share makes the share that text names as K/N, of the plan in dir.
func share(text, dir string) error {
	if dir == "" {
		return usagef("--part needs --plan, the folder of a plan")
	}
	var number, of int
	if n, err := fmt.Sscanf(text, "%d/%d", &number, &of); n != 2 || err != nil || text != fmt.Sprintf("%d/%d", number, of) {
		return usagef("--part takes K/N, such as 1/8, not %q", text)
	}
	p, err := build.ReadPlan(dir)
	if err != nil {
		return err
	}
	if of != p.Shares {
		return say.Errorf("%s: the plan has %d shares, not %d", dir, p.Shares, of)
	}
	return build.Share(dir, number)
}

func joinCommand() *cobra.Command {
	dir, quiet, pdf, strict := "", false, false, false
	cmd := &cobra.Command{
		Use:   "join",
		Short: say.Sprintf("Build the site of the shares of a plan: lists, index, proof"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if strings.TrimSpace(dir) == "" {
				return usagef("join needs --plan, the folder of a plan")
			}
			_, err := runBuild(build.Options{Root: siteFolder(cmd), Theme: zhengce.Theme, PDF: pdf, Strict: strict, From: dir, Job: apart}, !quiet, os.Stderr)
			return err
		},
	}
	cmd.Flags().StringVar(&dir, planFlag, "", say.Sprintf("the `folder` of the plan"))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, say.Sprintf("print problems only"))
	cmd.Flags().BoolVar(&pdf, "pdf", false, say.Sprintf("add PDF files of papers, ledgers, comparisons and the compendium; needs Chromium"))
	cmd.Flags().BoolVar(&strict, "strict", false, say.Sprintf("fail, and leave the last site, where text of a file stands nowhere on its page"))
	return cmd
}
