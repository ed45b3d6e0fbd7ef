package paper

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"zhengce/generator/source"
)

//go:embed labels.txt
var labelList string

// labels ties the words that pages write before a value to the name of the field.
var labels = ReadLabels(labelList)

// ReadLabels reads lines of a name and, behind a colon, the other words for it.
func ReadLabels(list string) map[string]string {
	out := map[string]string{}
	for i, line := range strings.Split(list, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, words, ok := strings.Cut(line, ":")
		if !ok {
			panic(fmt.Sprintf("generator/format/paper/labels.txt:%d:1: expected a name, a colon and words", i+1))
		}
		name = strings.TrimSpace(name)
		for _, w := range append(strings.Fields(words), name) {
			out[w] = name
		}
	}
	return out
}

// Label returns the name of the field that a cell's text stands for: 「索 引 号：」 or 「文号」.
func Label(text string) (name string, ok bool) {
	text = strings.Trim(source.Squeeze(text), "[]【】:：")
	name, ok = labels[text]
	return name, ok
}

// pair is a label with its value in one line: 「发布日期：2023-11-07」.
var pair = regexp.MustCompile(`^\s*[\[【]?([^：:\]】]{2,20}?)\s*[\]】]?[：:]\s*(.*?)\s*$`)

// Labelled returns name and value of a line that begins with a known label and its colon.
func Labelled(line string) (name, value string, ok bool) {
	m := pair.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	name, ok = Label(m[1])
	return name, strings.TrimSpace(m[2]), ok
}

// Field adds a field, if it has a value that stands there not yet.
func (b *Builder) Field(name, value string) {
	value = strings.Join(strings.FieldsFunc(value, source.IsSpace), " ")
	if strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") {
		name = "网址" // 「来源: https://…」 names no body
	}
	f := source.Field{Name: name, Value: value}
	if value == "" || value == "-" || value == "无" || len(value) > 1000 {
		return
	}
	for _, m := range b.Meta {
		if m == f {
			return
		}
	}
	if len(b.Meta) < 200 {
		b.Meta = append(b.Meta, f)
	}
}
