//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// listed is how a reader without this program proves the files of a copy by its manifest, as the site's page says.
const listed = `sed -n 's/^{"path":"\(.*\)","size":[0-9]*,"sha256":"\([0-9a-f]*\)"}.*/\2  \1/p' site-manifest.json | sha256sum --check --quiet`

// TestMinisign proves a site that zhengce signed with the minisign of Debian's packages, and one that minisign signed with
// zhengce; the files of a copy with sha256sum. A change of each is noticed.
func TestMinisign(t *testing.T) {
	if _, err := exec.LookPath("minisign"); err != nil {
		t.Skip("minisign is not installed: signatures are proved by the program alone")
	}
	page, err := os.ReadFile("../content/security.md")
	must(t, err)
	if !strings.Contains(string(page), "\n"+listed+"\n") {
		t.Error("the site's page gives another command")
	}
	dir := t.TempDir()
	t.Setenv("ZHENGCE_KEY_PASSWORD", "")
	run := func(ok bool, name string, args ...string) string {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if (err == nil) != ok {
			t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	change := func(name, old, new string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		if !strings.Contains(string(data), old) {
			t.Fatalf("%s has no %s", name, old)
		}
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(string(data), old, new, 1)), 0o666))
	}
	run(true, "zhengce", "init", "site")
	run(true, "zhengce", "build", "-q", "-C", "site")
	run(true, "zhengce", "sign", "--new", "own.key")
	run(true, "zhengce", "sign", "-C", "site", "--key", "own.key")
	run(true, "cp", "-r", "site/public", "copy")

	manifest := []string{"-Vm", "copy/site-manifest.json", "-p"}
	if out := run(true, "minisign", append(manifest, "own.key.pub")...); !strings.Contains(out, "Signature and comment signature verified") {
		t.Errorf("minisign says %s", out)
	}
	run(true, "sh", "-c", "cd copy && "+listed)
	change("copy/documents/example.html", "统一文件结构", "同一文件结构")
	if out := run(false, "sh", "-c", "cd copy && "+listed); !strings.Contains(out, "documents/example.html: FAILED") {
		t.Errorf("sha256sum says %s", out)
	}
	run(false, "zhengce", "verify", "--key", "own.key.pub", "copy")
	change("copy/site-manifest.json", "documents/example.html", "documents/exempla.html")
	run(false, "minisign", append(manifest, "own.key.pub")...)

	// The other way round: a key and a signature of minisign.
	run(true, "minisign", "-G", "-W", "-p", "their.pub", "-s", "their.key")
	run(false, "minisign", "-Vm", "site/public/site-manifest.json", "-p", "their.pub")
	run(false, "zhengce", "verify", "--key", "their.pub", "site/public")
	run(true, "minisign", "-Sm", "site/public/site-manifest.json", "-s", "their.key", "-W")
	run(true, "zhengce", "verify", "--key", "their.pub", "site/public")
	run(true, "zhengce", "sign", "-C", "site", "--key", "their.key")
	run(true, "minisign", "-Vm", "site/public/site-manifest.json", "-p", "their.pub")
}
