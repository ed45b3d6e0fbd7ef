package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/format"
	"zhengce/generator/manifest"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

func verifyCommand() *cobra.Command {
	var v verification
	key := ""
	cmd := &cobra.Command{
		Use:   say.Sprintf("verify [DIR]"),
		Short: say.Sprintf("Prove a built site: texts complete, every file as built, links and anchors resolve, nothing loaded from elsewhere"),
		Long: say.Sprintf(`verify proves a built site, public/ unless a folder is named: the text of each paper is that of its file, every file
is the one that site-manifest.json lists, links and anchors lead somewhere, and pages hold nothing that runs or
loads what is not the site's.

Where the manifest is not the one that the last build here wrote, or something is wrong, the seeds are read once more and
records, tables, spreadsheets, search index and pages compared with what they give, to name each place; where that is not
enough, the site is built once more beside public/ and every file compared. --full does all of this always.

With --key, the site or a copy of it is proved without its seeds: its manifest is signed by the owner of the key, and every
file is the one that it lists.`),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("verify: unexpected %q", args[1])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			v.root = siteFolder(cmd)
			dir := filepath.Join(v.root, "public")
			if len(args) > 0 {
				dir = args[0]
			}
			if _, err := os.Stat(dir); err != nil {
				return say.Errorf("%s: no built site here\n\trun 'zhengce build' first, or name its folder", dir)
			}
			v.public = os.DirFS(dir)
			if key != "" {
				return verifySigned(v.public, key)
			}
			return v.run()
		},
	}
	cmd.Flags().BoolVar(&v.inspect, "inspect", false, say.Sprintf("report as the inspection sheet of government websites asks"))
	cmd.Flags().BoolVar(&v.full, "full", false, say.Sprintf("compare every file with what the seeds give, whatever the manifest says"))
	cmd.Flags().StringVar(&key, "key", "", say.Sprintf("the public key `file` of who signed the site"))
	return cmd
}

// A verification is one run of the command.
type verification struct {
	root          string
	public        fs.FS
	inspect, full bool
}

func (v *verification) run() error {
	files, errs := format.Load(os.DirFS(v.root), "seeds")
	err := errs.Err()
	if err != nil {
		return err
	}
	o := verify.Subject{Site: v.public, Seeds: files, Listed: true, Layouts: os.DirFS(filepath.Join(v.root, "layouts"))}
	report, errs := verify.Prove(o)
	told := 0
	tell := func(errs source.ErrorList) {
		for _, e := range errs[told:] {
			fmt.Fprintln(os.Stderr, e)
		}
		told = len(errs)
	}
	if v.full || errs.Err() != nil || !build.IsLast(v.root, v.public) {
		errs, err = build.Trace(build.Options{Root: v.root, Theme: zhengce.Theme, Job: apart}, v.public, errs, v.full, func(known source.ErrorList) {
			tell(known)
			fmt.Fprintln(os.Stderr, say.Sprintf("building the site once more beside public/ to compare every file"))
		})
		if err != nil {
			return err
		}
	}
	tell(errs)
	if v.inspect {
		n, err := verify.Inspect(v.public)
		if err != nil {
			return err
		}
		fmt.Print(n.Text(report, errs))
	} else {
		fmt.Println(report)
	}
	if errs.Err() != nil {
		return errSilent
	}
	return nil
}

// verifySigned proves a site by its signature.
func verifySigned(public fs.FS, key string) error {
	data, err := os.ReadFile(key)
	if err != nil {
		return say.Errorf("reading the key: %w", err)
	}
	if err := manifest.CheckSignature(public, data); err != nil {
		return err
	}
	n, errs := verify.Files(public)
	for _, e := range errs {
		fmt.Fprintln(os.Stderr, e)
	}
	if errs.Err() != nil {
		return errSilent
	}
	fmt.Print(say.Sprintf("signed by the owner of %s; all %d files as signed\n", key, n))
	return nil
}
