package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zhengce/generator/say"
)

// languageFlag is the flag of the language of messages.
const languageFlag = "--lang"

// language returns the language that the command line names, or that of the user's settings, and false where it names
// one that there is not. Help and mistakes on the command line are told in it too, so that it is looked for before any
// command is made.
func language(args []string, getenv func(string) string) (l say.Lang, known bool) {
	l = say.Locale(getenv)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, found := strings.CutPrefix(arg, languageFlag+"=")
		if arg == languageFlag && i+1 < len(args) {
			name, found = args[i+1], true
		}
		if !found {
			continue
		}
		named, ok := say.Named(name)
		if !ok {
			return l, false
		}
		l = named
	}
	return l, true
}

// tongue returns the name of the language in use, for the commands that this one starts.
func tongue() string {
	if say.Used() == say.English {
		return "en"
	}
	return "zh"
}

// translate makes what cobra says of root and its commands a message of ours.
func translate(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.SetUsageFunc(usage)
	root.PersistentFlags().BoolP("help", "h", false, say.Sprintf("help for the command"))
	root.SetHelpFunc(help)
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Use = "help " + say.Sprintf("[command]")
			cmd.Short, cmd.Long = say.Sprintf("Help about any command"), say.Sprintf("Help about any command")
			cmd.Run, cmd.RunE = nil, func(_ *cobra.Command, args []string) error {
				about, rest, err := root.Find(args)
				if err != nil || len(rest) > 0 {
					return usagef("unknown command %q", strings.Join(args, " "))
				}
				return about.Help()
			}
		case "completion":
			cmd.Short, cmd.Long, cmd.Hidden = say.Sprintf("Write the script that completes commands in a shell"), "", true
			for _, shell := range cmd.Commands() {
				shell.Short, shell.Long = say.Sprintf("the script for %s", shell.Name()), ""
				shell.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = say.Sprintf("leave out the descriptions") })
			}
		}
	}
}

// help prints what a command is for and how it is called, as cobra does.
func help(cmd *cobra.Command, _ []string) {
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s\n\n", about)
	usage(cmd)
}

// usage prints how a command is called.
func usage(cmd *cobra.Command) error {
	w := cmd.OutOrStdout()
	fmt.Fprintln(w, say.Sprintf("Usage:"))
	if cmd.Runnable() {
		fmt.Fprintf(w, "  %s\n", strings.Replace(cmd.UseLine(), "[flags]", say.Sprintf("[flags]"), 1))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "  %s %s\n\n%s\n", cmd.CommandPath(), say.Sprintf("[command]"), say.Sprintf("Available Commands:"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				fmt.Fprintf(w, "  %-*s %s\n", c.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	flagUsages(cmd, say.Sprintf("Flags:"), cmd.LocalFlags())
	flagUsages(cmd, say.Sprintf("Global Flags:"), cmd.InheritedFlags())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", say.Sprintf("'%s COMMAND --help' says more about a command.", cmd.CommandPath()))
	}
	return nil
}

var (
	flagDefault   = regexp.MustCompile(` \(default (.*)\)`)
	flagValue     = regexp.MustCompile(`(?m)^ +(?:-\w, )?--[\w-]+ \S+`)
	chineseLetter = regexp.MustCompile(`\p{Han}`)
)

// flagUsages prints the flags of a set under a title; nothing where it has none.
func flagUsages(cmd *cobra.Command, title string, flags *pflag.FlagSet) {
	if flags.HasAvailableFlags() {
		text := flagDefault.ReplaceAllString(flags.FlagUsages(), say.Sprintf(" (default %s)", "$1"))
		// What a flag takes is set flush by its bytes: a Chinese character has three, and two columns.
		text = flagValue.ReplaceAllStringFunc(text, func(s string) string { return s + strings.Repeat(" ", len(chineseLetter.FindAllString(s, -1))) })
		fmt.Fprintf(cmd.OutOrStdout(), "\n%s\n%s", title, text)
	}
}
