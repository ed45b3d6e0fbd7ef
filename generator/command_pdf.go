package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"zhengce/generator/print"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

func pdfCommand() *cobra.Command {
	var all, compendium bool
	var out string
	cmd := &cobra.Command{
		Use:   say.Sprintf("pdf [ID…]"),
		Short: say.Sprintf("Print papers, ledgers, comparisons or the compendium of the built site as PDF files"),
		Long: say.Sprintf(`pdf prints pages of the built site with Chromium, as they come from any browser, and adds what
browsers cannot: page numbers in the contents and indexes of the compendium, and text that can be searched.

  zhengce pdf yuzheng-2015-42           one paper
  zhengce pdf agencies/henan-jiaoyuting the ledger of one agency
  zhengce pdf --compendium              all papers in one volume, or several
  zhengce pdf --all                     everything

Fonts come from the machine and from the folder fonts/ of the site.`),
		RunE: func(cmd *cobra.Command, ids []string) error {
			if (all || compendium) == (len(ids) > 0) {
				return usagef("pdf: expected IDs of papers, --compendium or --all")
			}
			public := filepath.Join(siteFolder(cmd), "public")
			names, err := pagesToPrint(os.DirFS(public), ids, all)
			if err != nil {
				return err
			}
			settings, err := site.ReadSettings(os.DirFS(siteFolder(cmd)))
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return printPages(ctx, print.Options{Site: public, Address: settings.Address(), Out: out,
				Fonts: filepath.Join(siteFolder(cmd), "fonts"), Pages: names}, os.Stderr)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, say.Sprintf("print papers, ledgers, comparisons and the compendium"))
	cmd.Flags().BoolVar(&compendium, "compendium", false, say.Sprintf("print the compendium of all papers"))
	cmd.Flags().StringVarP(&out, "out", "o", "pdf", say.Sprintf("the `folder` of the PDF files"))
	return cmd
}

// pagesToPrint returns the pages of a built site that the command line names: by IDs, or everything,
// or the compendium.
func pagesToPrint(public fs.FS, ids []string, all bool) ([]string, error) {
	if _, err := fs.Stat(public, "index.html"); err != nil {
		return nil, say.Errorf("public: no built site here\n\trun 'zhengce build' first")
	}
	var pages []string
	for _, kind := range print.Kinds {
		if len(ids) == 0 && !all && kind != "print" {
			continue
		}
		found, err := print.Pages(public, kind)
		if err != nil {
			return nil, err
		}
		pages = append(pages, found...)
	}
	if len(ids) == 0 {
		return pages, nil
	}
	var names []string
	for _, id := range ids {
		i := slices.IndexFunc(pages, func(p string) bool { return p == id || strings.HasSuffix(p, "/"+id) })
		if i < 0 {
			return nil, say.Errorf("%s: the built site has no such paper, agency or comparison", id)
		}
		names = append(names, pages[i])
	}
	return names, nil
}

// printPages prints pages and reports to w, with a bar where w is a terminal.
func printPages(ctx context.Context, o print.Options, w *os.File) error {
	if term.IsTerminal(int(w.Fd())) {
		bar := progressbar.NewOptions(len(o.Pages), progressbar.OptionSetWriter(w), progressbar.OptionClearOnFinish(),
			progressbar.OptionSetWidth(24), progressbar.OptionShowCount(), progressbar.OptionSetDescription("pdf"))
		o.Done = func() { bar.Add(1) }
		defer bar.Clear()
	}
	report, err := print.Print(ctx, o)
	if ctx.Err() != nil {
		return say.Errorf("interrupted; files that were finished stay in %s", o.Out)
	}
	if err != nil {
		return err
	}
	fmt.Fprint(w, say.Sprintf("%s in %s\n", report, o.Out))
	return nil
}
