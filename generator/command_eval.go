package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"zhengce/generator/build"
	"zhengce/generator/eval"
	"zhengce/generator/record"
)

func evalCommand() *cobra.Command {
	details, rules := false, false
	cmd := &cobra.Command{
		Use:   "eval GOLD SEEDS",
		Short: "Score what is found in the papers of a folder against gold annotations",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("eval: expected the folder of the gold and the folder of the papers")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return score(args[0], args[1], details, rules) },
	}
	cmd.Flags().BoolVar(&rules, "rules", false, "print how often each rule was used, and how often the gold agrees with it")
	cmd.Flags().BoolVarP(&details, "verbose", "v", false, "name every finding that is missed, too many or different")
	return cmd
}

// score prints how the findings in the papers of a folder agree with gold. Papers that cannot
// be read are reported and score as missing.
func score(goldDir, seeds string, details, rules bool) error {
	gold, err := eval.ReadGold(os.DirFS(goldDir), ".")
	if err != nil {
		return err
	}
	l := build.Read(os.DirFS(seeds), ".")
	for _, p := range l.Problems.Failures() {
		fmt.Fprintln(os.Stderr, p)
	}
	var records []*record.Record
	for _, f := range l.Facts {
		r := record.New(f)
		records = append(append(records, r), r.AnnexFiles...)
	}
	if len(records) == 0 {
		return fmt.Errorf("%s: no paper could be read", seeds)
	}
	if rules {
		return eval.WriteRules(os.Stdout, l.Facts[0].Rules, eval.Rules(gold, records))
	}
	return eval.Score(gold, records).Write(os.Stdout, details)
}
