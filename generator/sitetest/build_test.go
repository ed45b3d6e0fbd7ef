// Package sitetest tests the finished site in a browser, from disk and from a server.
package sitetest

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// project is the project's folder.
const project = "../.."

// public returns the folder of the site, which is built once for all tests from the seeds, the
// hand-written pages and the layouts that the program carries. ZHENGCE_PUBLIC names a built
// site to be tested instead.
func public(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("ZHENGCE_PUBLIC"); dir != "" {
		return dir
	}
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// scratch is where the site is built; TestMain removes it.
var scratch string

var built = sync.OnceValues(func() (string, error) {
	program := filepath.Join(scratch, "zhengce")
	if err := run(project, "go", "build", "-o", program, "./generator"); err != nil {
		return "", err
	}
	root := filepath.Join(scratch, "site")
	for _, dir := range []string{"seeds", "content"} {
		if err := os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join(project, dir))); err != nil {
			return "", err
		}
	}
	config, err := os.ReadFile(filepath.Join(project, "hugo.toml"))
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(root, "hugo.toml"), config, 0o666); err != nil {
		return "", err
	}
	return filepath.Join(root, "public"), run(root, program, "build")
})

// run runs a program in dir; its error holds what it printed, in English.
func run(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "LC_ALL=en_US.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return nil
}

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "zhengce-site-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	closeBrowser()
	os.RemoveAll(scratch)
	os.Exit(code)
}

// A page is a page of the site as its file says, read without the generator's own code.
type page struct {
	name  string // "documents/x.html"
	text  string // of its main element
	title string // of its h1
	// body is what the page is about: the paper, or the quoted text of a measure.
	body string
}

// pages reads the pages in the given folder of the site, but for its list.
func pages(t *testing.T, public, folder string) (all []page) {
	t.Helper()
	root := os.DirFS(public)
	err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" || d.Name() == "index.html" {
			return err
		}
		f, err := root.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		doc, err := html.Parse(f)
		if err != nil {
			return err
		}
		p := page{name: name}
		for n := range doc.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "main":
				p.text = plain(n, false)
			case n.Data == "h1" && p.title == "":
				p.title = plain(n, true)
			case n.Data == "blockquote" || hasAttribute(n, "data-verbatim"):
				p.body += plain(n, true) + "\n"
			}
		}
		all = append(all, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// plain returns the text of n without white space; own leaves out what the site added to a paper.
func plain(n *html.Node, own bool) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				b.WriteString(strings.Join(strings.Fields(c.Data), ""))
			} else if !own || !hasAttribute(c, "data-added") {
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
