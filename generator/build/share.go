package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"

	"zhengce/generator/manifest"
	"zhengce/generator/pages"
	"zhengce/generator/part"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

// A Plan is a folder by which many machines make one site: each makes the pages of its share, and one joins them. All that a share needs
// stands in the folder, and all that comes of it.
//
//	plan.json     this, written last
//	site/         settings and layouts, and the shares in parts/0001 …
//	keys/0001     the pages of a share with their keys
//	made/0001/    its finished pages, with what they were made of in .zhengce.pages
type Plan struct {
	Version int
	Shares  int
	Program string // the digest of the program that made the plan, hexadecimal
	Address string // of the site
	PDF     bool   // pages lead to PDF files
	Masked  bool   // pages hold what means something to Hugo
}

// Names in the folder of a plan.
const (
	planName    = "plan.json"
	planVersion = 1
	planSite    = "site"
	planKeys    = "keys"
	planMade    = "made"
)

// MakePlan reads the seeds and writes the plan of their site into the new folder dir.
func MakePlan(o Options, dir string) (*Plan, *Report, error) {
	r := &runner{Options: o, report: &Report{}}
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return nil, r.report, err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, r.report, say.Errorf("%s: the folder of a plan must be new or empty", dir)
	}
	stage, err := site.NewStage(o.Root)
	if err != nil {
		return nil, r.report, err
	}
	defer stage.Discard()
	if err := site.Need(os.DirFS(o.Root)); err != nil {
		return nil, r.report, err
	}
	stage.PDF = o.PDF
	_, c, err := r.catalog()
	if err != nil {
		return nil, r.report, err
	}
	made, err := r.plan(stage, c)
	if err != nil {
		return nil, r.report, err
	}
	p := &Plan{Version: planVersion, Address: settings.Address(), PDF: o.PDF, Masked: made.Masked}
	return p, r.report, r.stage(say.Phrase("parts"), func() error {
		if r.book, err = r.read(stage, made); err != nil {
			return err
		}
		if r.book == nil || r.book.Whole {
			return say.New("the site cannot be made in shares: templates, settings or pages of its own may ask for any page\n\trun 'zhengce build'")
		}
		return r.writePlan(p, dir)
	})
}

// writePlan writes a plan and its shares into dir.
func (r *runner) writePlan(p *Plan, dir string) error {
	program, err := programDigest()
	if err != nil {
		return err
	}
	p.Program = fmt.Sprintf("%x", program)
	to := Folder(dir)
	for i, share := range r.book.Cut(r.most(), (*part.Page).Own) {
		p.Shares++
		if _, err := r.book.Write(share, to, filepath.Join(planSite, site.PartsDir, partName(i+1))); err != nil {
			return err
		}
		if err := writeFile(to, filepath.Join(planKeys, partName(i+1)), share.Keys()); err != nil {
			return err
		}
	}
	if err := r.writeSite(filepath.Join(dir, planSite)); err != nil {
		return err
	}
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return writeFile(to, planName, append(data, '\n'))
}

// writeSite writes into the folder dir what Hugo needs of a site beside its pages.
func (r *runner) writeSite(dir string) error {
	root := os.DirFS(r.Root)
	for _, name := range []string{"hugo.toml", "layouts", "assets", "data", "i18n"} {
		from := fs.FS(root)
		info, err := fs.Stat(from, name)
		if errors.Is(err, fs.ErrNotExist) && name == "layouts" {
			from = r.Theme
			info, err = fs.Stat(from, name)
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		case !info.IsDir():
			data, err := fs.ReadFile(from, name)
			if err == nil {
				err = writeFile(Folder(dir), name, data)
			}
			if err != nil {
				return err
			}
			continue
		}
		sub, err := fs.Sub(from, name)
		if err == nil {
			err = os.CopyFS(filepath.Join(dir, name), sub)
		}
		if err != nil {
			return say.Errorf("writing the plan: %w", err)
		}
	}
	return nil
}

func writeFile(to afero.Fs, name string, data []byte) error {
	err := to.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil {
		err = afero.WriteFile(to, name, data, 0o666)
	}
	if err != nil {
		return say.Errorf("writing the plan: %w", err)
	}
	return nil
}

// ReadPlan reads the plan in the folder dir; one that another program made is an error, for its pages may be others.
func ReadPlan(dir string) (*Plan, error) {
	data, err := os.ReadFile(filepath.Join(dir, planName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, say.Errorf("%s: no plan stands there, or it is not finished\n\tmake one by 'zhengce plan --out DIR'", dir)
	}
	if err != nil {
		return nil, err
	}
	var p Plan
	if err := json.Unmarshal(data, &p); err != nil || p.Version != planVersion {
		return nil, say.Errorf("%s: the plan cannot be read", dir)
	}
	program, err := programDigest()
	if err == nil && p.Program != fmt.Sprintf("%x", program) {
		err = say.Errorf("%s: another program made the plan\n\trun the same program on all machines", dir)
	}
	return &p, err
}

// Share makes the pages of the share with the number, from 1, of the plan in dir. Nothing but the folder is read, and nothing is left of
// a share that is not finished; one that was made already stays as it is.
func Share(dir string, number int) error {
	p, err := ReadPlan(dir)
	if err != nil {
		return err
	}
	if number < 1 || number > p.Shares {
		return say.Errorf("the plan has shares 1 to %d, none of number %d", p.Shares, number)
	}
	name := partName(number)
	made := filepath.Join(dir, planMade, name)
	if _, err := os.Stat(made); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(made), 0o777); err != nil {
		return err
	}
	rests, err := filepath.Glob(filepath.Join(dir, planMade, "."+name+"-*"))
	if err != nil {
		return err
	}
	for _, rest := range rests { // of a process that was killed
		os.RemoveAll(rest)
	}
	work, err := os.MkdirTemp(filepath.Dir(made), "."+name+"-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	fresh := filepath.Join(work, "site")
	if err := p.render(dir, name, work, fresh); err != nil {
		return err
	}
	return os.Rename(fresh, made)
}

// render makes the pages of a share in the folder fresh.
func (p *Plan) render(dir, name, work, fresh string) error {
	root, err := filepath.Abs(filepath.Join(dir, planSite))
	if err != nil {
		return err
	}
	if work, err = filepath.Abs(work); err != nil {
		return err
	}
	if fresh, err = filepath.Abs(fresh); err != nil {
		return err
	}
	job := site.Job{Root: root, Pages: site.PartsDir + "/" + name, Work: work, Site: fresh, HTML: true, PDF: p.PDF, Address: p.Address}
	if err := job.Run(); err != nil {
		return err
	}
	if p.Masked {
		if err := pages.Unmask(Folder(fresh)); err != nil {
			return err
		}
	}
	keys, err := os.ReadFile(filepath.Join(dir, planKeys, name))
	if err != nil {
		return err
	}
	share, err := part.ReadKeys(keys)
	if err != nil {
		return say.Errorf("%s: %w", filepath.Join(dir, planKeys, name), err)
	}
	files, err := manifest.New(os.DirFS(fresh))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(fresh, pageCache), share.Cache(files.Files).Bytes(), 0o666)
}

// shares returns the pages of the shares of a plan that are as the book has them.
func (r *runner) shares() (held []holding, err error) {
	p, err := ReadPlan(r.From)
	if err != nil {
		return nil, err
	}
	var missing []string
	for number := 1; number <= p.Shares; number++ {
		made := filepath.Join(r.From, planMade, partName(number))
		data, err := os.ReadFile(filepath.Join(made, pageCache))
		if errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, fmt.Sprintf("%d/%d", number, p.Shares))
			continue
		}
		if err != nil {
			return nil, err
		}
		held = append(held, holding{made, r.book.Held(part.ReadCache(data), os.DirFS(made))})
	}
	if len(missing) > 0 {
		return nil, say.Errorf("%s: shares that nobody has made: %s\n\trun 'zhengce build --part K/N --plan DIR' for each", r.From, say.Names(missing).In(say.Used()))
	}
	return held, nil
}
