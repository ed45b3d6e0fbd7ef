// Zhengce turns a folder of Chinese government policy documents into a searchable static site.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"zhengce/generator/say"
	"zhengce/generator/site"
)

// Exit states.
const (
	exitError = 1 // something is wrong with the papers or the site
	exitUsage = 2 // something is wrong with the command line
)

func main() { os.Exit(run(os.Args[1:])) }

// run executes one command line and returns the exit state. Results go to standard output,
// everything else to standard error.
func run(args []string) int {
	lang, known := language(args, os.Getenv)
	say.Use(lang)
	root := newCommand()
	root.SetArgs(args)
	var err error
	if known {
		err = root.Execute()
	} else {
		err = usagef("%s takes zh or en", languageFlag)
	}
	var usage *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		fmt.Fprint(os.Stderr, say.Sprintf("zhengce: %v\n\trun 'zhengce help' for the commands\n", err))
		return exitUsage
	case errors.Is(err, errSilent):
		return exitError
	}
	fmt.Fprintln(os.Stderr, say.Error(err))
	return exitError
}

// errSilent ends a command whose message was printed already.
var errSilent = say.New("failed")

// A usageError is a mistake on the command line.
type usageError struct{ error }

// In returns the mistake in a language.
func (u *usageError) In(l say.Lang) string { return say.In(l, u.error) }

func usagef(format string, args ...any) error { return &usageError{say.Errorf(format, args...)} }

func newCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "zhengce",
		Short: say.Sprintf("Turn a folder of Chinese policy papers into a searchable static site"),
		Long: say.Sprintf(`zhengce reads the papers in seeds/, finds their structure, measures, agencies and targets,
writes Markdown pages to content/ and builds the site in public/.

  zhengce build                   everything, from seeds/ to the checked public/
  zhengce parse seeds/a.txt       what was found in one paper, as JSON
  zhengce check                   every doubt about the papers, with its place
  zhengce serve                   the site on this machine, rebuilt on change`),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		// A site that a killed build took away is there again whatever one asks for.
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return site.Repair(siteFolder(cmd)) },
	}
	root.PersistentFlags().StringP("site", "C", ".", say.Sprintf("the site `folder`, with seeds/ and hugo.toml"))
	root.PersistentFlags().String("lang", "", say.Sprintf("`language` of messages, zh or en; that of the locale if not given"))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.AddCommand(buildCommand(), generateCommand(), parseCommand(), checkCommand(), verifyCommand(), signCommand(), serveCommand(), exportCommand(), evalCommand(), pdfCommand(), initCommand(), planCommand(), joinCommand(), renderCommand())
	translate(root)
	return root
}

// noArgs refuses arguments with a usage error; those of the program itself are no commands.
func noArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case !cmd.HasParent():
		return usagef("unknown command %q", args[0])
	}
	return usagef("%s: unexpected %q", cmd.Name(), args[0])
}

// siteFolder returns the folder that a command works in.
func siteFolder(cmd *cobra.Command) string {
	dir, _ := cmd.Flags().GetString("site")
	return dir
}
