package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zhengce/generator/build"
	"zhengce/generator/eval"
	"zhengce/generator/policy"
	"zhengce/generator/record"
	"zhengce/generator/say"
)

// evalOptions say what is printed of scores, and what is written.
type evalOptions struct {
	details, rules     bool
	precision, history string // names of files
}

func evalCommand() *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   say.Sprintf("eval GOLD SEEDS [GOLD SEEDS]..."),
		Short: say.Sprintf("Score what is found in the papers of folders against gold annotations"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || len(args)%2 > 0 {
				return usagef("eval: expected the folder of the gold and the folder of the papers, once or several times")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	cmd.Flags().BoolVar(&o.rules, "rules", false, say.Sprintf("print how often each rule was used, and how often the gold agrees with it"))
	cmd.Flags().BoolVarP(&o.details, "verbose", "v", false, say.Sprintf("name every finding that is missed, too many or different"))
	cmd.Flags().StringVar(&o.precision, "precision", "", say.Sprintf("write to `FILE` how often the gold agrees with each rule"))
	cmd.Flags().StringVar(&o.history, "history", "", say.Sprintf("append to `FILE` a line of scores for each folder of gold, as CSV with the day"))
	return cmd
}

// An evaluated is a folder of papers, with the gold of some of them.
type evaluated struct {
	gold    []*eval.Gold
	times   []*eval.GoldTime
	records []*record.Record
	book    policy.RuleBook
}

// evaluate reads gold and papers. Papers that cannot be read are reported and score as missing.
func evaluate(goldDir, seeds string) (*evaluated, error) {
	times, err := eval.ReadTime(os.DirFS(goldDir), ".")
	if err != nil {
		return nil, err
	}
	gold, err := eval.ReadGold(os.DirFS(goldDir), ".")
	if err != nil && !(errors.Is(err, eval.ErrNoGold) && len(times) > 0) {
		return nil, err
	}
	l := build.Read(os.DirFS(seeds), ".")
	for _, p := range l.Problems.Failures() {
		fmt.Fprintln(os.Stderr, p)
	}
	if len(l.Facts) == 0 {
		return nil, say.Errorf("%s: no paper could be read", seeds)
	}
	e := &evaluated{gold: gold, times: times, book: l.Facts[0].Rules}
	for _, f := range l.Facts {
		r := record.New(f)
		e.records = append(append(e.records, r), r.AnnexFiles...)
	}
	return e, nil
}

// run prints how the findings in papers agree with gold. The arguments are folders of gold, each with its papers behind it.
func (o *evalOptions) run(args []string) error {
	var all evaluated
	rules := eval.RuleScores{}
	var history, sources []string
	for i := 0; i < len(args); i += 2 {
		e, err := evaluate(args[i], args[i+1])
		if err != nil {
			return err
		}
		rules.Add(eval.Rules(e.gold, e.records))
		name := filepath.Base(args[i])
		if parent := filepath.Base(filepath.Dir(args[i])); name == "gold" {
			name = parent
		}
		history = append(history, eval.Score(e.gold, e.records).Line(time.Now().UTC().Format(time.DateOnly), name))
		sources = append(sources, fmt.Sprintf("%s (%d papers)", name, len(e.gold)))
		all = evaluated{append(all.gold, e.gold...), append(all.times, e.times...), append(all.records, e.records...), e.book}
	}
	if o.precision != "" {
		if err := os.WriteFile(o.precision, []byte(rules.Precision(all.book, sources)), 0o666); err != nil {
			return err
		}
	}
	if o.history != "" {
		if err := appendLines(o.history, eval.LineHead(), history); err != nil {
			return err
		}
	}
	if o.rules {
		return eval.WriteRules(os.Stdout, all.book, rules)
	}
	if len(all.gold) > 0 {
		if err := eval.Score(all.gold, all.records).Write(os.Stdout, o.details); err != nil {
			return err
		}
	}
	if len(all.times) == 0 {
		return nil
	}
	return eval.ScoreTime(all.times, all.records).Write(os.Stdout, o.details)
}

// appendLines appends lines to the file called name, which begins with head.
func appendLines(name, head string, lines []string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if at, err := f.Seek(0, io.SeekEnd); err == nil && at == 0 {
		lines = append([]string{head}, lines...)
	}
	if _, err := io.WriteString(f, strings.Join(lines, "\n")+"\n"); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
