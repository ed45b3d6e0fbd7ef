//go:build unix

package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/duty"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/invariant"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/target"
)

// BenchmarkReading reads real papers, the seeds and the papers of the corpus where it stands beside the project, from text to checked facts, then
// stage by stage, and last one long paper put together from them. MB/cpu-s is what one core reads in a second of its own time, whatever else the machine
// does; the first reading, in which automatons learn, is told apart as first-cpu-ms.
func BenchmarkReading(b *testing.B) {
	files := papers(b)
	first := cpuSeconds(b)
	var facts []*policy.Facts
	for _, f := range files {
		facts = append(facts, readWhole(f))
	}
	first = cpuSeconds(b) - first
	all := func(read func(i int)) func() {
		return func() {
			for i := range files {
				read(i)
			}
		}
	}
	size := 0
	for _, f := range files {
		size += len(f.Text)
	}
	for _, stage := range []struct {
		name string
		read func(i int)
	}{
		{"whole", func(i int) { readWhole(files[i]) }},
		{"document", func(i int) { document.Parse(files[i]) }},
		{"extract", func(i int) { extract.Document(facts[i].Document) }},
		{"duty", func(i int) { duty.Find(facts[i].Document, facts[i].Meta.Region, facts[i].Measures) }},
		{"target", func(i int) { target.Find(facts[i].Document, facts[i].Measures, facts[i].Annex) }},
		{"clock", func(i int) { clock.Find(facts[i], nil) }},
		{"invariant", func(i int) { invariant.Check(facts[i]) }},
	} {
		b.Run(fmt.Sprintf("papers=%d/%s", len(files), stage.name), func(b *testing.B) {
			measure(b, size, all(stage.read))
			if stage.name == "whole" {
				b.ReportMetric(1000*first, "first-cpu-ms")
			}
		})
	}
	for _, megabytes := range []int{1, 4} {
		long := longPaper(files, megabytes<<20)
		b.Run(fmt.Sprintf("long=%dMB", megabytes), func(b *testing.B) { measure(b, len(long.Text), func() { readWhole(long) }) })
	}
}

// measure runs read, which reads so many bytes, and reports its speed by the processor's time.
func measure(b *testing.B, size int, read func()) {
	b.ReportAllocs()
	before := cpuSeconds(b)
	for b.Loop() {
		read()
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpuSeconds(b)-before), "MB/cpu-s")
}

// cpuSeconds returns the time that processors have worked for this process, collecting memory included.
func cpuSeconds(b *testing.B) float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e9
}

func readWhole(f *source.File) *policy.Facts {
	d, _ := document.Parse(f)
	facts, _ := extract.Document(d)
	invariant.Check(facts)
	return facts
}

// papers returns the texts of the seeds and of the corpus, as the readers of their formats give them.
func papers(b *testing.B) (files []*source.File) {
	for _, folder := range []string{"../../seeds", "../../../shared/corpus"} {
		names, err := filepath.Glob(folder + "/*")
		if err != nil {
			b.Fatal(err)
		}
		for _, name := range names {
			if !format.IsSeed(name) {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			f, err := format.Read(fstest.MapFS{filepath.Base(name): {Data: data}}, filepath.Base(name))
			if err != nil {
				b.Fatal(err)
			}
			f.Text = source.Unified(f.Text)
			files = append(files, f)
		}
	}
	return files
}

// longPaper returns one paper of so many bytes: the first one with the paragraphs of all others behind, in which figures change from round
// to round.
func longPaper(files []*source.File, size int) *source.File {
	var text bytes.Buffer
	for round := 0; text.Len() < size; round++ {
		for _, f := range files {
			text.WriteString(strings.NewReplacer("1", fmt.Sprint(round%8+2), "3", fmt.Sprint(round%5+4)).Replace(f.Text))
			text.WriteString("\n")
		}
	}
	return source.NewFile("long.txt", strings.ToValidUTF8(text.String()[:size], ""))
}
