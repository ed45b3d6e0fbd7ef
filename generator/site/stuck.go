package site

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"time"

	"zhengce/generator/say"
)

// Hugo 0.165 waits for ever when more than ten pages fail: those that render pages end, and what
// hands pages to them does not notice (renderPages in its hugolib/site_render.go).

// errStuck is the error of a run of Hugo that would not end.
var errStuck = say.New("more than ten pages failed, and Hugo then stops without saying why\n\tbuild with one paper in seeds/ to see the message")

// wait returns what a run of Hugo ends with. It looks for one that waits for ever.
func wait(done <-chan error, work string) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case err := <-done:
			return err
		case <-tick.C:
			if !stuck() {
				continue
			}
			if err := full(work); err != nil {
				return err
			}
			return errStuck
		}
	}
}

// stuck reports whether pages wait to be rendered and nothing renders them.
func stuck() bool {
	var b bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&b, 2); err != nil {
		return false
	}
	waits := false
	for stack := range strings.SplitSeq(b.String(), "\n\n") {
		if strings.Contains(stack, "/hugolib.pageRenderer(") {
			return false
		}
		head, _, _ := strings.Cut(stack, "\n")
		waits = waits || strings.Contains(head, "[chan send") && strings.Contains(stack, "/hugolib.(*Site).renderPages.func")
	}
	return waits
}

// full returns the error of writing into a folder, which is nil unless the disk is full.
func full(dir string) error {
	name := filepath.Join(dir, "room")
	defer os.Remove(name)
	return os.WriteFile(name, make([]byte, 1<<16), 0o666)
}
