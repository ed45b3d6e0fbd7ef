// Package editor reads the YAML file that may stand beside a seed, seeds/NAME.yaml, in which an
// editor states what is known of the paper and corrects findings. It never touches the text.
//
//	title: 河南省人民政府办公厅关于促进产业集聚区和开发区改革创新发展的实施意见
//	number: 豫政办〔2017〕159号
//	source: nybiz.cn/law/261.html
//	status: 有效
//	corrections:
//	  - indicator: 主营业务收入超过7万亿元
//	    year: 2020
//	  - assignment: （省商务厅）
//	    remove: true
//	  - deadline: 2020年底前
//	    date: 2020-12-31
//	validity:
//	  expires: 2022-12-31
//	accept:
//	  - number-gap: （七）健全机制
//
// The file is strict: a key that it does not know, a date that is none, and a correction whose
// words no longer stand in the paper are errors with their place.
package editor

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A File is what an editor wrote beside one seed.
type File struct {
	Name        string       `yaml:"-"`
	Title       Text         `yaml:"title"`
	Number      Text         `yaml:"number"`
	Date        Text         `yaml:"date"`
	Issuer      Text         `yaml:"issuer"`
	Recipients  Text         `yaml:"recipients"`
	Kind        Text         `yaml:"kind"`
	Region      Text         `yaml:"region"`
	Source      Text         `yaml:"source"`
	Published   Text         `yaml:"published"`
	Status      Text         `yaml:"status"`
	Subject     []Text       `yaml:"subject"`
	Validity    *Validity    `yaml:"validity"`
	Corrections []Correction `yaml:"corrections"`
	Accept      []Accepted   `yaml:"accept"` // doubts that the editor has looked at and found right
}

// A Text is a value with its place in the file.
type Text struct {
	Value        string
	Line, Column int
}

// UnmarshalYAML takes over the scalar and its place.
func (t *Text) UnmarshalYAML(node ast.Node) error {
	tk := node.GetToken()
	t.Line, t.Column = tk.Position.Line, tk.Position.Column
	switch n := node.(type) {
	case *ast.StringNode:
		t.Value = n.Value
	case *ast.LiteralNode:
		t.Value = n.Value.Value
	case *ast.NullNode:
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		t.Value = tk.Value
	default:
		return &placed{Position: tk.Position, msg: say.Sprintf("expected a text")}
	}
	t.Value = strings.TrimSpace(t.Value)
	return nil
}

// placed is an error inside the file.
type placed struct {
	*token.Position
	msg string
}

func (p *placed) Error() string { return p.msg }

// statuses are the values of 时效 on government sites.
var statuses = map[string]bool{"有效": true, "失效": true, "废止": true, "部分失效": true, "已修改": true, "未核定": true}

var isoDate = regexp.MustCompile(`^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`)

// Beside returns the name of the editor's file for a seed: seeds/x.yaml for seeds/x.txt.
func Beside(seed string) string { return strings.TrimSuffix(seed, path.Ext(seed)) + ".yaml" }

// Load reads the file beside a seed; nil where there is none.
func Load(fsys fs.FS, seed string) (*File, source.ErrorList) {
	name := Beside(seed)
	data, err := read(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = say.Errorf("cannot be read: %w", at.Err)
		}
		return nil, failure(name, 0, 0, say.Error(err), "")
	}
	return Parse(name, data)
}

// Parse reads the content of an editor's file.
func Parse(name string, data []byte) (*File, source.ErrorList) {
	f := &File{Name: name}
	if len(strings.TrimSpace(string(data))) == 0 {
		return f, nil
	}
	if err := decode(data, f); err != nil {
		return nil, yamlFailure(name, err)
	}
	var errs source.ErrorList
	errs = append(errs, checkDates(name, f.Date, f.Published)...)
	errs = append(errs, f.Validity.check(name)...)
	if s := f.Status; s.Value != "" && !statuses[s.Value] {
		errs = append(errs, failure(name, s.Line, s.Column, say.Sprintf("unknown status %q", s.Value), say.Sprintf("expected 有效, 失效, 废止, 部分失效, 已修改 or 未核定"))...)
	}
	for i := range f.Corrections {
		errs = append(errs, f.Corrections[i].check(name)...)
	}
	return f, errs
}

// decode reads YAML into f. The YAML reader panics on some broken input, such as a bare tag where
// a list should stand; that is an error of the file like any other.
func decode(data []byte, f *File) (err error) {
	defer func() {
		if recover() != nil {
			err = say.New("no YAML that can be read; compare it with the keys in the help")
		}
	}()
	if err := guard(data); err != nil {
		return err
	}
	return yaml.UnmarshalWithOptions(data, f, yaml.Strict(), yaml.DisallowUnknownField())
}

func failure(name string, line, column int, msg, hint string) source.ErrorList {
	return source.ErrorList{{Position: source.Position{File: name, Line: line, Column: column}, Severity: source.Failure, Code: "editor-file", Message: msg, Hint: hint}}
}

// yamlFailure turns an error of the YAML reader into one with its place.
func yamlFailure(name string, err error) source.ErrorList {
	var own *placed
	if errors.As(err, &own) {
		return failure(name, own.Line, own.Column, own.msg, "")
	}
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		p := at.GetToken().Position
		hint := ""
		var unknown *yaml.UnknownFieldError
		if errors.As(err, &unknown) {
			hint = say.Sprintf("known keys: %s", say.Names(strings.Fields("title number date issuer recipients kind region source published status subject validity corrections accept")))
		}
		return failure(name, p.Line, p.Column, reader(strings.Join(strings.Fields(at.GetMessage()), " ")), hint)
	}
	return failure(name, 0, 0, reader(strings.Split(say.Error(err), "\n")[0]), "")
}

// reader returns a message of the YAML reader in the language in use.
func reader(text string) string {
	return say.Foreign{Text: text, Else: say.Phrase("this is not how YAML is written")}.In(say.Used())
}

// Apply puts what the editor knows into the facts and corrects findings. It returns an error
// for each correction that no longer matches the paper.
func (f *File) Apply(facts *policy.Facts) source.ErrorList {
	if f == nil {
		return nil
	}
	m := &facts.Meta
	for _, field := range []struct {
		name string
		text Text
		to   *string
	}{
		{"title", f.Title, &m.Title}, {"number", f.Number, &m.Number}, {"date", f.Date, &m.Date}, {"issuer", f.Issuer, &m.Issuer},
		{"recipients", f.Recipients, &m.Recipients}, {"kind", f.Kind, &m.Kind}, {"region", f.Region, &m.Region},
		{"source", f.Source, &m.Source}, {"published", f.Published, &m.Published}, {"status", f.Status, &m.Status},
	} {
		if field.text.Value != "" {
			*field.to = field.text.Value
			m.Known = append(m.Known, field.name)
		}
	}
	if f.Issuer.Value != "" {
		m.Issuers = strings.FieldsFunc(f.Issuer.Value, func(r rune) bool { return r == '、' || source.IsSpace(r) })
	}
	if len(f.Subject) > 0 {
		m.Subject = nil
	}
	for _, s := range f.Subject {
		m.Subject = append(m.Subject, s.Value)
	}
	var errs source.ErrorList
	f.Validity.apply(&facts.Validity)
	keepGroups(facts, func() {
		for i := range f.Corrections {
			errs = append(errs, f.Corrections[i].apply(f.Name, facts)...)
		}
	})
	return errs
}
