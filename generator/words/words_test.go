package words

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLists holds that every list says what it is for, names each word once, is used, and is no copy of
// another.
func TestLists(t *testing.T) {
	names, err := fs.Glob(files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no lists: %v", err)
	}
	code := sources(t)
	seen := map[string]string{}
	for _, file := range names {
		data, err := fs.ReadFile(files, file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		for i, line := range lines {
			if !strings.HasPrefix(line, "[") {
				continue
			}
			name := strings.Trim(line, "[]")
			if i == 0 || !strings.HasPrefix(lines[i-1], "# ") {
				t.Errorf("%s:%d: list %s does not say what it is for", file, i+1, name)
			}
			list := Of(name)
			if len(list) == 0 {
				t.Errorf("%s:%d: list %s is empty", file, i+1, name)
			}
			sorted := slices.Sorted(slices.Values(list))
			rows := strings.Contains(code, `Rows("`+name+`"`) // a table of words with what belongs to each
			if !rows && len(slices.Compact(slices.Clone(sorted))) != len(list) {
				t.Errorf("%s:%d: list %s names a word twice", file, i+1, name)
			}
			if other := seen[strings.Join(sorted, " ")]; other != "" && len(list) > 4 {
				t.Errorf("%s:%d: list %s is a copy of %s", file, i+1, name, other)
			}
			seen[strings.Join(sorted, " ")] = name
			if !strings.Contains(code, `"`+name+`"`) && !strings.Contains(code, "{{"+name+"}}") && !strings.HasPrefix(name, "units-") {
				t.Errorf("%s:%d: nothing uses list %s", file, i+1, name)
			}
		}
	}
}

// sources returns the program's Go files as one text.
func sources(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		b.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMatchers(t *testing.T) {
	list := []string{"达", "达到", "到"}
	if In("提高", list) || !In("力争达到", list) {
		t.Error("In")
	}
	for _, tt := range []struct{ got, want any }{
		{Suffix("力争达到", list), "达到"}, {Suffix("力争", list), ""}, {Prefix("达到三成", list), "达到"}, {Prefix("三成", list), ""},
		{First("先达到再达到", list), len("先达")}, {First("先", list), -1}, {Last("先达到再达到", list), len("先达到再达到")}, {Last("先", list), -1},
	} {
		if tt.got != tt.want {
			t.Errorf("got %v, want %v", tt.got, tt.want)
		}
	}
	if got := Pattern(`^{{lead-words}}(?:单位|部门)$`).MatchString("牵头单位"); !got {
		t.Error("Pattern does not read a list")
	}
	if got := Remover("ahead-words").Replace("项目前期，目前已建成"); got != "期，目前已建成" {
		t.Errorf("Remover leaves %q", got)
	}
}

// TestUnknownList: a wrong name fails at once.
func TestUnknownList(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Of("no-such-list")
}
