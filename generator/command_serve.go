package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"zhengce/generator/preview"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

func serveCommand() *cobra.Command {
	port := 1313
	cmd := &cobra.Command{
		Use:   "serve",
		Short: say.Sprintf("Build the site, serve it on 127.0.0.1 and rebuild it when something changes"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return serve(ctx, siteFolder(cmd), port)
		},
	}
	cmd.Flags().IntVarP(&port, "port", "p", port, say.Sprintf("port on 127.0.0.1; 0 takes a free one"))
	return cmd
}

// watched are the folders and files whose change makes the site anew.
var watched = []string{"seeds", "layouts", "static", "hugo.toml", "content/about.md", "content/help.md", "content/method.md", "content/security.md"}

// pause is how long nothing must change before the site is built: an editor writes a file in several steps.
const pause = 300 * time.Millisecond

// serve builds the site of root, serves it until ctx ends, and builds it again after changes. A build that fails
// is reported, here and in the page; the last good site is served on. No build outlives it.
func serve(ctx context.Context, root string, port int) error {
	if err := site.Exists(root); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return say.Errorf("port %d of 127.0.0.1: %w\n\tname a free one with --port", port, err)
	}
	defer listener.Close()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return say.Errorf("watching the folder: %w", err)
	}
	defer watcher.Close()
	watch(watcher, root)
	w := &workshop{root: root, server: preview.New(filepath.Join(root, "public")), changed: map[string]bool{}}
	w.build(ctx)
	if ctx.Err() != nil {
		return nil
	}
	go w.server.Serve(listener)
	fmt.Fprint(os.Stderr, say.Sprintf("http://%s/ (Ctrl+C to end)\n", listener.Addr()))
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-watcher.Events:
			if e.Op == fsnotify.Chmod { // also when a build gives a page a second name
				continue
			}
			w.changed[filepath.ToSlash(e.Name)] = true
			quiet = time.After(pause)
		case err := <-watcher.Errors:
			if err != nil && !errors.Is(err, fsnotify.ErrEventOverflow) {
				fmt.Fprintln(os.Stderr, say.Error(err))
			}
		case <-quiet:
			quiet = nil
			watch(watcher, root)
			w.build(ctx)
		}
	}
}

// A workshop builds the site of a folder again and again and tells the server how it went.
type workshop struct {
	root    string
	server  *preview.Server
	builds  int
	changed map[string]bool // files changed since the last build
}

// patience is how long a build that is told to end may take to clear up.
const patience = 10 * time.Second

// build builds the site in a process of its own, because Hugo keeps what it built in memory for as long as its
// process lives. Its messages go to standard error; a failure leaves the last site.
func (w *workshop) build(ctx context.Context) {
	w.builds++
	w.server.Report(preview.State{Build: w.builds, Stage: preview.Building})
	program, err := os.Executable()
	if err != nil {
		program = os.Args[0]
	}
	var said, doubts bytes.Buffer
	cmd := exec.CommandContext(ctx, program, "build", "--site", w.root, "--doubts", languageFlag, tongue())
	cmd.Stdout, cmd.Stderr = &doubts, io.MultiWriter(os.Stderr, &said)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = patience
	state := preview.State{Build: w.builds, Stage: preview.Ready}
	if err := cmd.Run(); err != nil {
		if !errors.As(err, new(*exec.ExitError)) {
			fmt.Fprint(&said, say.Sprintf("building the site: %v\n", err))
		}
		state.Stage, state.Message = preview.Failed, said.String()
	}
	state.Doubts = w.doubts(doubts.Bytes())
	clear(w.changed)
	w.server.Report(state)
}

// doubts returns, of what a build printed about papers, what is about those that were just changed.
func (w *workshop) doubts(printed []byte) (found []string) {
	for d := json.NewDecoder(bytes.NewReader(printed)); ; {
		var doubt struct{ File, Text string }
		if d.Decode(&doubt) != nil {
			return found
		}
		stem := strings.TrimSuffix(doubt.File, filepath.Ext(doubt.File))
		for name := range w.changed {
			if rel, err := filepath.Rel(w.root, name); err == nil && strings.HasPrefix(filepath.ToSlash(rel), stem+".") {
				found = append(found, doubt.Text)
				break
			}
		}
	}
}

// watch adds the watched folders with all below them, new ones too.
func watch(w *fsnotify.Watcher, root string) {
	for _, name := range watched {
		filepath.WalkDir(filepath.Join(root, name), func(path string, e fs.DirEntry, err error) error {
			if err == nil && (e.IsDir() || path == filepath.Join(root, name)) {
				w.Add(path)
			}
			return nil
		})
	}
}
