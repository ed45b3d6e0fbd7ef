package format

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Listing is what stands in a folder of seeds and the folders below it, each sorted.
type Listing struct {
	Papers   []string         // files to be read, also those that no reader may know
	Editors  []string         // YAML files that editors wrote
	Passed   []string         // files and folders that the machine or an office program left there
	Problems source.ErrorList // what can be no paper because of its name or place
}

// leftBehind are the names, in lower case, of files and folders that machines leave beside papers.
var leftBehind = map[string]bool{"thumbs.db": true, "ehthumbs.db": true, "desktop.ini": true, "__macosx": true, "$recycle.bin": true, "system volume information": true}

// passedOver reports whether name is of a file that no person put there: hidden files, and the locks
// (~$甲.docx) and drafts (~WRL0001.tmp, .~甲.docx, 甲.txt~) of office programs and editors.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") || leftBehind[strings.ToLower(name)]
}

// List returns what stands in the folder dir of fsys. Links are followed where they stay inside dir
// and lead to a file; a link to a folder may lead in a circle, and is refused.
func List(fsys fs.FS, dir string) *Listing {
	l := &Listing{}
	if _, err := fs.ReadDir(fsys, dir); err != nil {
		e := source.Problem(dir, source.Failure, "no-seeds", "cannot read the seeds folder: %s", cause(err))
		e.Hint = say.Sprintf("make a folder %s and put the papers in it", dir)
		l.Problems = source.ErrorList{e}
		return l
	}
	l.folder(fsys, dir, dir)
	slices.Sort(l.Papers)
	slices.Sort(l.Editors)
	slices.Sort(l.Passed)
	return l
}

// folder lists the folder dir below root.
func (l *Listing) folder(fsys fs.FS, root, dir string) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		l.refuse(dir, "the folder cannot be read: %s", cause(err))
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch plain := paper.PlainName(e.Name()); {
		case passedOver(e.Name()):
			l.Passed = append(l.Passed, path.Join(dir, plain))
		case plain != e.Name():
			l.refuse(path.Join(dir, plain), "the file's name %q holds invisible characters; rename the file", e.Name())
		case e.Type()&fs.ModeSymlink != 0 && !l.link(fsys, root, name):
		case e.IsDir() && IsSeed(name):
			l.refuse(name, "is a folder with the name of a paper; put the papers in it here, or rename it")
		case e.IsDir():
			l.folder(fsys, root, name)
		case isYAML(name):
			l.Editors = append(l.Editors, name)
		default:
			l.Papers = append(l.Papers, name)
		}
	}
}

// isYAML reports whether name is of an editor's file, or would be with another suffix.
func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

func (l *Listing) refuse(name, format string, args ...any) {
	l.Problems = append(l.Problems, source.Problem(name, source.Failure, "unreadable", format, args...))
}

// link reports whether the link name leads to a file inside root; if not, it is refused.
func (l *Listing) link(fsys fs.FS, root, name string) bool {
	target, err := resolve(fsys, root, name)
	if err != nil {
		l.refuse(name, "is a link %v; put the file itself here", err)
		return false
	}
	if info, err := fs.Stat(fsys, target); err == nil && info.IsDir() {
		l.refuse(name, "is a link to a folder; put the folder itself here")
		return false
	}
	return true
}

// maxLinks is the number of links that lead from one to the next before they are taken for a circle.
const maxLinks = 40

// resolve follows the links in the path name, of which root and what is above it are taken as they
// stand, and returns where they lead.
func resolve(fsys fs.FS, root, name string) (string, error) {
	rest := strings.Split(strings.TrimPrefix(name, root+"/"), "/")
	at := root
	for followed := 0; len(rest) > 0; {
		next := path.Join(at, rest[0])
		if rest = rest[1:]; next != root && !strings.HasPrefix(next, root+"/") {
			return "", say.Errorf("that leads out of %s", root)
		}
		info, err := fs.Lstat(fsys, next)
		if err != nil {
			return "", say.Errorf("that leads nowhere")
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		if followed++; followed > maxLinks {
			return "", say.Errorf("that leads in a circle")
		}
		target, err := fs.ReadLink(fsys, next)
		if err != nil {
			return "", say.Errorf("that cannot be read: %s", cause(err))
		}
		if target = strings.ReplaceAll(target, `\`, "/"); path.IsAbs(target) || strings.Contains(target, ":/") {
			return "", say.Errorf("that leads out of %s", root)
		}
		rest = append(strings.Split(target, "/"), rest...)
	}
	return at, nil
}
