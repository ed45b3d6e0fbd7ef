package build

import (
	"fmt"
	"io"
	"strings"
	"time"

	"zhengce/generator/pages"
	"zhengce/generator/print"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// A Report says what a build made.
type Report struct {
	Documents, Measures, Agencies, Indicators int
	Passed                                    []string         // as in Library
	Problems                                  source.ErrorList // warnings and losses
	Notices                                   []string         // what the user should know of the folders, a sentence each
	Pages                                     pages.Report
	HTML                                      int           // pages of which this program made HTML, not Hugo
	Printed                                   *print.Report // nil without PDF files
	Proof                                     *verify.Report
	Stages                                    []Stage
}

// A Stage is a part of a build with the time that it took.
type Stage struct {
	Name say.Phrase
	Time time.Duration
}

// String returns the counts in one line.
func (r *Report) String() string {
	s := say.Sprintf("%d documents, %d measures, %d agencies, %d indicators", r.Documents, r.Measures, r.Agencies, r.Indicators)
	lost := len(r.Problems.Losses())
	if lost > 0 {
		s += say.Sprintf("; %d texts lost", lost)
	}
	if n := len(r.Problems) - lost; n > 0 {
		s += say.Sprintf("; %d warnings", n)
	}
	return s
}

// Times returns the time of the whole and of each stage in one line.
func (r *Report) Times() string {
	var total time.Duration
	parts := make([]string, len(r.Stages))
	for i, s := range r.Stages {
		total += s.Time
		parts[i] = say.Sprintf("%s %.2f s", s.Name, s.Time.Seconds())
	}
	return say.Sprintf("%.2f s: %s", total.Seconds(), strings.Join(parts, say.Comma()))
}

// WriteTo prints the report as people read it: counts, proof, times.
func (r *Report) WriteTo(w io.Writer) (int64, error) {
	if r.Printed != nil {
		fmt.Fprintln(w, r.Printed)
	}
	if len(r.Passed) > 0 {
		fmt.Fprintln(w, PassedOver(r.Passed))
	}
	for _, n := range r.Notices {
		fmt.Fprintln(w, n)
	}
	n, err := fmt.Fprintf(w, "%s\n%s\n%s\n", r.Proof, r.Times(), r)
	return int64(n), err
}

// PassedOver says in one line which files of the seeds folder are no papers.
func PassedOver(names []string) string { return say.Sprintf("passed over: %s", some(names)) }

// some names the first of a list and counts the others.
func some(names []string) string {
	const first = 5
	line := strings.Join(names[:min(len(names), first)], say.Comma())
	if n := len(names) - first; n > 0 {
		line += say.Sprintf(" and %d more", n)
	}
	return line
}
