//go:build unix

package build_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"zhengce/generator/build"
)

// BenchmarkRead reads the seeds, from bytes to facts.
func BenchmarkRead(b *testing.B) {
	root := os.DirFS("../..")
	b.SetBytes(folderSize(b, "../../seeds"))
	for b.Loop() {
		if err := build.Read(root, "seeds").Problems.Err(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild builds sites of 5, 50 and 200 papers, or of as many as ZHENGCE_PAPERS lists, each in
// a process of its own, and reports the time of each stage, the peak of memory and the size of the
// site. What stands for one paper may not grow with the number of papers.
func BenchmarkBuild(b *testing.B) {
	sizes := []int{5, 50, 200}
	if list := strings.Fields(os.Getenv("ZHENGCE_PAPERS")); len(list) > 0 {
		sizes = nil
		for _, word := range list {
			n, err := strconv.Atoi(word)
			if err != nil {
				b.Fatalf("ZHENGCE_PAPERS: %v", err)
			}
			sizes = append(sizes, n)
		}
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("papers=%d", n), func(b *testing.B) {
			root := b.TempDir()
			library(b, root, n)
			stages := map[string]float64{}
			var peak, total float64
			for b.Loop() {
				cmd := exec.Command(os.Args[0])
				cmd.Env = append(os.Environ(), childRoot+"="+root)
				cmd.Stderr = os.Stderr
				out, err := cmd.Output()
				if err != nil {
					b.Fatal(err)
				}
				var list []build.Stage
				if err := json.Unmarshal(out, &list); err != nil {
					b.Fatal(err)
				}
				for _, s := range list {
					stages[string(s.Name)] += s.Time.Seconds()
					total += s.Time.Seconds()
				}
				peak = max(peak, peakMemory(cmd.ProcessState))
			}
			runs := float64(b.N)
			for name, seconds := range stages {
				b.ReportMetric(1000*seconds/runs, name+"-ms")
			}
			b.ReportMetric(1000*total/runs/float64(n), "ms/paper")
			b.ReportMetric(peak/1e6, "peak-MB")
			b.ReportMetric(float64(folderSize(b, filepath.Join(root, "public")))/1e3/float64(n), "site-KB/paper")
		})
	}
}

// peakMemory returns the most bytes that a process held in memory.
func peakMemory(p *os.ProcessState) float64 {
	rss := float64(p.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" {
		return rss // bytes there, kilobytes elsewhere
	}
	return rss * 1024
}
