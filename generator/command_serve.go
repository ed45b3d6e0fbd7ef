package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"
)

func serveCommand() *cobra.Command {
	port := 1313
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Build the site, serve it on 127.0.0.1 and rebuild it when something changes",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			return serve(ctx, siteFolder(cmd), port)
		},
	}
	cmd.Flags().IntVarP(&port, "port", "p", port, "port on 127.0.0.1; 0 takes a free one")
	return cmd
}

// watched are the folders and files whose change makes the site anew.
var watched = []string{"seeds", "layouts", "static", "hugo.toml", "content/about.md", "content/help.md", "content/method.md"}

// serve builds the site of root, serves it until ctx ends, and builds it again after changes.
// A build that fails is reported; the last good site is served on.
func serve(ctx context.Context, root string, port int) error {
	rebuild(ctx, root)
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching the folder: %w", err)
	}
	defer watcher.Close()
	watch(watcher, root)
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return fmt.Errorf("port %d of 127.0.0.1: %w\n\tname a free one with --port", port, err)
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(filepath.Join(root, "public")))}
	go server.Serve(listener)
	fmt.Fprintf(os.Stderr, "http://%s/ (Ctrl+C to end)\n", listener.Addr())
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return server.Close()
		case <-watcher.Events:
			quiet = time.After(300 * time.Millisecond) // an editor writes a file in several steps
		case err := <-watcher.Errors:
			if err != nil && !errors.Is(err, fsnotify.ErrEventOverflow) {
				fmt.Fprintln(os.Stderr, err)
			}
		case <-quiet:
			quiet = nil
			watch(watcher, root)
			rebuild(ctx, root)
		}
	}
}

// rebuild builds the site in a process of its own, because Hugo keeps what it built in memory for
// as long as its process lives. Its messages go to standard error; a failure leaves the last site.
func rebuild(ctx context.Context, root string) {
	program, err := os.Executable()
	if err != nil {
		program = os.Args[0]
	}
	cmd := exec.CommandContext(ctx, program, "build", "--site", root)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		fmt.Fprintf(os.Stderr, "building the site: %v\n", err)
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
