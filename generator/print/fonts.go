package print

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"

	"zhengce/generator/say"
)

// A face is one of the five that GB/T 9704-2012 prints papers in.
type face struct {
	name     string // "仿宋"
	variable string // of the print style, with the families that are tried in order
	use      string
	marks    []string // one of them stands in the name of a font that has this face
}

var faces = []face{
	{"仿宋", "--fang", "正文", []string{"Fang", "仿宋"}},
	{"小标宋", "--xbs", "标题", []string{"BiaoSong", "标宋", "Zhongsong"}},
	{"黑体", "--hei", "一级标题", []string{"Hei", "黑", "Sans", "Gothic"}},
	{"楷体", "--kai", "二级标题", []string{"Kai", "楷"}},
	{"宋体", "--song", "页码", []string{"Song", "Sun", "宋", "Serif", "Ming"}},
}

var variablePattern = regexp.MustCompile(`(?m)^\s*(--[a-z]+):\s*([^;{}]*);`)

// fallbacks says of each face that this machine lacks what is printed instead. A site without the
// print style has no faces.
func (t tab) fallbacks(site fs.FS) ([]string, error) {
	style, err := fs.ReadFile(site, "css/print.css")
	if err != nil {
		return nil, nil
	}
	families := map[string]string{}
	for _, m := range variablePattern.FindAllStringSubmatch(string(style), -1) {
		families[m[1]] = m[2]
	}
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="zh-CN"><meta charset="utf-8">`)
	for _, f := range faces {
		fmt.Fprintf(&page, "<p style='font-family: %s'>国</p>", strings.ReplaceAll(families[f.variable], "'", `"`))
	}
	if err := chromedp.Do(t, chromedp.Navigate("data:text/html;base64,"+base64.StdEncoding.EncodeToString([]byte(page.String())))); err != nil {
		return nil, err
	}
	used, err := t.fonts("p")
	for try := 0; err != nil && try < 3; try++ {
		used, err = t.fonts("p") // the browser may put the page in the place of the empty one in between
	}
	if err != nil {
		return nil, say.Errorf("asking for the fonts: %w", err)
	}
	var out []string
	for i, f := range faces {
		if families[f.variable] == "" || i >= len(used) {
			continue
		}
		if !f.is(used[i]) {
			out = append(out, say.Sprintf("warning: no font of the face %s (%s); %s is printed instead", f.name, f.use, used[i]))
		}
	}
	return out, nil
}

// is reports whether a font of that family has the face.
func (f face) is(family string) bool {
	for _, mark := range f.marks {
		if strings.Contains(family, mark) {
			return true
		}
	}
	return false
}

// fonts returns the family that the browser draws each element of the open page with.
func (t tab) fonts(selector string) ([]string, error) {
	if _, err := call(t, dom.Enable, dom.EnableParams{}); err != nil {
		return nil, err
	}
	defer call(t, dom.Disable, cdp.Empty{})
	if _, err := call(t, css.Enable, cdp.Empty{}); err != nil {
		return nil, err
	}
	defer call(t, css.Disable, cdp.Empty{})
	doc, err := call(t, dom.GetDocument, dom.GetDocumentParams{})
	if err != nil {
		return nil, err
	}
	found, err := call(t, dom.QuerySelectorAll, dom.QuerySelectorAllParams{NodeID: doc.Root.NodeID, Selector: selector})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, node := range found.NodeIDs {
		used, err := call(t, css.GetPlatformFontsForNode, css.GetPlatformFontsForNodeParams{NodeID: node})
		if err != nil {
			return nil, err
		}
		family := say.Sprintf("no font")
		if len(used.Fonts) > 0 {
			family = used.Fonts[0].FamilyName
		}
		out = append(out, family)
	}
	return out, nil
}
