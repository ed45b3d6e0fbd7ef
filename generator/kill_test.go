//go:build unix

package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zhengce"
	"zhengce/generator/manifest"
	"zhengce/generator/verify"
)

// The paper of the site that is killed, as it was and as it is now, and how many others of its kind stand beside it.
const (
	killedPaper = `汾河市人民政府关于推进%s的实施意见

汾政〔2025〕%d号

各县（区）人民政府：

一、总体要求

（一）主要目标。到2027年，全市建成示范点不少于%d个。（责任单位：市农业农村局、市财政局）

二、重点任务

（二）完善设施。市水利局牵头，市交通运输局配合，新建泵站30座。

汾河市人民政府

2025年3月1日
`
	killedPapers = 3
)

// TestKilled kills a whole build at moments spread over its time, each in a site folder of its own: public/ is the old
// site or the new one, whole; nothing of the people's is gone; and the next build gives what one that nobody killed gives,
// and leaves nothing beside it. KILLS says how many moments, as make kills does.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site many times")
	}
	moments := 12
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		moments = n
	}
	before := oldSite(t)
	undisturbed := copyOf(t, before)
	start := time.Now()
	zhengceBuild(t, undisturbed)
	took := time.Since(start)
	was, is := tree(t, before), tree(t, undisturbed)
	if was["public/"+manifest.Name] == is["public/"+manifest.Name] {
		t.Fatal("the new site is the old one")
	}
	killed := map[string]int{}
	chance := rand.New(rand.NewPCG(16, 9))
	for i := range moments {
		// Half of the moments are spread over the build, half over its last fifth, where it commits.
		at := (float64(i/2) + chance.Float64()) / float64((moments+1)/2)
		if i%2 > 0 {
			at = 0.8 + at*0.25
		}
		root := copyOf(t, before)
		after := time.Duration(at * float64(took))
		state := buildAndKill(t, root, after)
		found := tree(t, root)
		switch found["public/"+manifest.Name] {
		case was["public/"+manifest.Name]:
			state += ", old site"
		case is["public/"+manifest.Name]:
			state += ", new site"
		default:
			t.Errorf("killed after %v: public/ is neither the old site nor the new one", after)
		}
		killed[state]++
		if n, errs := verify.Files(os.DirFS(filepath.Join(root, "public"))); errs.Err() != nil || n < 50 {
			t.Errorf("killed after %v: %d files\n%v", after, n, errs)
		}
		for _, name := range ofPeople {
			if found[name] != was[name] {
				t.Errorf("killed after %v: %s is gone or changed", after, name)
			}
		}
		zhengceBuild(t, root)
		if got := tree(t, root); !maps.Equal(got, is) {
			t.Errorf("killed after %v: the next build gives %v", after, differences(got, is))
		}
		if err := os.RemoveAll(root); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("a build takes %v; of %d kills: %v", took, moments, killed)
	if killed["killed, old site"] == 0 {
		t.Errorf("no build was killed before it committed: %v", killed)
	}
}

// ofPeople are the files of the site folder that people made or changed.
var ofPeople = []string{"public/CNAME", "public/own/note.txt", "content/more.md", "content/agencies/fenheshi-shuiliju.md", "content/documents/own.txt", "hugo.toml", "seeds/fenhe-1.txt"}

// oldSite returns a site folder with a built site, things of people in it, and a changed paper that the site does not show yet.
func oldSite(t *testing.T) string {
	root := t.TempDir()
	must(t, os.CopyFS(root, zhengce.Start))
	must(t, os.Mkdir(filepath.Join(root, "seeds"), 0o777))
	for i := range killedPapers {
		paper(t, root, i+1, 10)
	}
	zhengceBuild(t, root)
	for _, name := range ofPeople[:5] {
		path := filepath.Join(root, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o777))
		data, err := os.ReadFile(path)
		if err != nil {
			data = []byte("---\ntitle: 手写\n---\n手写的。\n")
		}
		must(t, os.WriteFile(path, append(data, "\n有人加的一段。\n"...), 0o666))
	}
	paper(t, root, 2, 99)
	return root
}

func paper(t *testing.T, root string, no, count int) {
	text := fmt.Sprintf(killedPaper, "乡村第"+strconv.Itoa(no)+"项工作", no, count)
	must(t, os.WriteFile(filepath.Join(root, "seeds", fmt.Sprintf("fenhe-%d.txt", no)), []byte(text), 0o666))
}

func copyOf(t *testing.T, root string) string {
	to := t.TempDir()
	must(t, os.CopyFS(to, os.DirFS(root)))
	return to
}

func zhengceBuild(t *testing.T, root string) {
	t.Helper()
	if out, err := exec.Command("zhengce", "build", "-C", root).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// buildAndKill starts a build and kills its process after a time. It says whether it came too late.
func buildAndKill(t *testing.T, root string, after time.Duration) string {
	cmd := exec.Command("zhengce", "build", "-C", root)
	must(t, cmd.Start())
	kill := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer kill.Stop()
	if cmd.Wait() == nil {
		return "ended before"
	}
	return "killed"
}

// tree returns the digests of all files under root, folders with nothing in them too.
func tree(t *testing.T, root string) map[string]string {
	found := map[string]string{}
	must(t, fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if list, err := os.ReadDir(filepath.Join(root, name)); err == nil && len(list) == 0 {
				found[name+"/"] = ""
			}
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		found[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	}))
	return found
}

// differences names the first files that two trees do not share.
func differences(a, b map[string]string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if b[name] != a[name] {
			all = append(all, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			all = append(all, name+" missing")
		}
	}
	return strings.Join(all[:min(len(all), 8)], ", ")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
