package format_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/format"
)

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	link := func(to string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(to), Mode: fs.ModeSymlink} }
	tests := []struct {
		name  string
		files fstest.MapFS
		seeds []string
		errs  string
	}{
		{"in the order of names", fstest.MapFS{"seeds/b.txt": file("二"), "seeds/a.TXT": file("一"), "seeds/a.yaml": file("x: y"), "seeds/.DS_Store": file("\x00"), "seeds/old/c.txt": file("三")},
			[]string{"seeds/a.TXT", "seeds/b.txt", "seeds/old/c.txt"}, ""},
		{"what machines leave", fstest.MapFS{"seeds/a.txt": file("一"), "seeds/~$a.docx": file("\x00"), "seeds/sub/Thumbs.db": file("\x00"), "seeds/Desktop.INI": file("x"), "seeds/a.txt~": file("旧"),
			"seeds/.git/config": file("x"), "seeds/__MACOSX/a.txt": file("\x00")}, []string{"seeds/a.txt"}, ""},
		{"a link to another paper", fstest.MapFS{"seeds/a.txt": file("一"), "seeds/sub/b.txt": link("../a.txt")}, []string{"seeds/a.txt", "seeds/sub/b.txt"}, ""},
		{"a link out of the folder", fstest.MapFS{"x.txt": file("密"), "seeds/a.txt": file("一"), "seeds/b.txt": link("../x.txt")}, []string{"seeds/a.txt"},
			"seeds/b.txt: is a link that leads out of seeds; put the file itself here"},
		{"an absolute link", fstest.MapFS{"seeds/a.txt": file("一"), "seeds/b.yaml": link("/etc/passwd")}, []string{"seeds/a.txt"}, "seeds/b.yaml: is a link that leads out of seeds"},
		{"a link through a link", fstest.MapFS{"x/a.txt": file("密"), "seeds/a.txt": file("一"), "seeds/.x": link("../x"), "seeds/b.txt": link(".x/a.txt")}, []string{"seeds/a.txt"},
			"seeds/b.txt: is a link that leads out of seeds"},
		{"a link to a folder", fstest.MapFS{"seeds/sub/a.txt": file("一"), "seeds/again": link("sub")}, []string{"seeds/sub/a.txt"}, "seeds/again: is a link to a folder; put the folder itself here"},
		{"a link in a circle", fstest.MapFS{"seeds/a.txt": file("一"), "seeds/b.txt": link("c.txt"), "seeds/c.txt": link("b.txt"), "seeds/.d": file("")}, []string{"seeds/a.txt"},
			"seeds/b.txt: is a link that leads in a circle; put the file itself here\nseeds/c.txt: is a link that leads in a circle"},
		{"no folder", fstest.MapFS{"x.txt": file("一")}, nil,
			"seeds: cannot read the seeds folder: file does not exist\n\tmake a folder seeds and put the papers in it"},
		{"an empty folder", fstest.MapFS{"seeds/.gitkeep": file("")}, nil, "seeds: no papers in the seeds folder\n\tput papers there as "},
		{"a file of another kind", fstest.MapFS{"seeds/a.txt": file("一"), "seeds/b.exe": file("MZ")}, []string{"seeds/a.txt"},
			`seeds/b.exe: unknown kind of file ".exe"; expected `},
		{"an empty file", fstest.MapFS{"seeds/a.txt": file(" \n")}, nil, "seeds/a.txt: file holds no text"},
		{"binary bytes", fstest.MapFS{"seeds/a.txt": file("\x01\x02\x00")}, nil, "seeds/a.txt: no text: byte 2 is zero; "},
		{"a folder with the name of a paper", fstest.MapFS{"seeds/a.txt/b.txt": file("一")}, nil, "seeds/a.txt: is a folder with the name of a paper; put the papers in it here"},
		{"a pipe", fstest.MapFS{"seeds/a.txt": {Mode: fs.ModeNamedPipe}}, nil, "seeds/a.txt: is no file but a device or pipe"},
		{"a name with a line break", fstest.MapFS{"seeds/a\nb.txt": file("一")}, nil, `seeds/a?b.txt: the file's name "a\nb.txt" holds invisible characters; rename the file`},
		{"a name that turns its direction", fstest.MapFS{"seeds/a\u202eb.txt": file("一")}, nil, `seeds/a?b.txt: the file's name "a\u202eb.txt" holds invisible`},
		{"20 MB in one line", fstest.MapFS{"seeds/a.txt": file("题\n" + strings.Repeat("经费。", 2<<20))}, nil,
			"seeds/a.txt: text of 6291458 characters is longer than the limit of 5000000; expected one paper"},
		{"no line breaks", fstest.MapFS{"seeds/a.txt": file("题\n" + strings.Repeat("经费。", 200_000))}, nil,
			"seeds/a.txt: paragraph of 600000 characters in line 2 is longer than the limit of 500000; put back the line breaks"},
		{"200,000 paragraphs", fstest.MapFS{"seeds/a.txt": file(strings.Repeat("经费。\n", 200_000))}, nil,
			"seeds/a.txt: text of 200000 paragraphs and rows is longer than the limit of 20000; expected one paper"},
		{"200,000 paragraphs of a page", fstest.MapFS{"seeds/a.html": file("<html><body>" + strings.Repeat("<p>经费。", 200_000))}, nil,
			"seeds/a.html: text of 200000 paragraphs and rows is longer than the limit of 20000; expected one paper"},
		{"a program", fstest.MapFS{"seeds/a.txt": file("\x7fELF\x00")}, nil, "seeds/a.txt: the file is a program; "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files, errs := format.Load(tt.files, "seeds")
			var names []string
			for _, f := range files {
				names = append(names, f.Name)
				if len(f.SHA256) != 64 {
					t.Errorf("%s has the digest %q", f.Name, f.SHA256)
				}
			}
			if diff := cmp.Diff(tt.seeds, names); diff != "" {
				t.Errorf("seeds (-want +got):\n%s", diff)
			}
			if got := errs.Error(); tt.errs == "" && got != "" || !strings.HasPrefix(got, tt.errs) {
				t.Errorf("problems:\n%s\nwant:\n%s", got, tt.errs)
			}
			if len(errs) > max(1, strings.Count(tt.errs, "seeds/")) || len(errs.Failures()) != len(errs) {
				t.Errorf("want one failure, got\n%v", errs)
			}
		})
	}
}
