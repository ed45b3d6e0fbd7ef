package verify

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// A frontRow is a row of a list in the front matter that templates show: of the box below a text, of its outline, of the
// rail beside it, or of the line at its title.
type frontRow struct {
	Label, Value, State string
	ID, Text            string
	Level               int
	Part, Of            string
	Rail, To            string
}

var rowLine = regexp.MustCompile(`(?m)^  - (\{.*\})$`)

// frame returns the streams of what the front matter has templates show around the text: its title, the line at it, its
// outline, the rail beside it and the box below it. All are the pages of content/.
func (c *content) frame(all map[string]*content) []string {
	if !c.generated || c.hidden || c.page == "index.html" {
		return nil
	}
	var out []string
	say := func(write func(s *stream)) {
		var s stream
		write(&s)
		out = append(out, s.b.String())
	}
	if title := c.fields["title"]; title != "" {
		say(func(s *stream) { s.text(unquote(title)) })
	}
	if missing := c.fields["missing"]; missing != "" {
		say(func(s *stream) { s.text("未载明：" + unquote(missing) + "。") })
	}
	head := ""
	for _, line := range c.rows {
		var row frontRow
		if json.Unmarshal(line, &row) != nil {
			continue
		}
		switch {
		case row.Part != "" && row.Text == "": // a lost text has both
			head += row.Of + row.Part
		case row.Label != "" && row.Value != "":
			say(func(s *stream) {
				s.mark("dt")
				s.text(row.Label)
				s.mark("dd", "class", row.State)
				s.text(row.Value)
			})
		case row.Rail != "":
			say(func(s *stream) {
				s.mark("a", "href", address(row.To, all))
				s.text(row.Text)
				s.mark("/a")
			})
		case row.Level > 0 && row.Text != "":
			say(func(s *stream) {
				s.mark("li", "class", fmt.Sprintf("level-%d", row.Level))
				s.mark("a", "href", "#"+row.ID)
				s.text(row.Text)
				s.mark("/a")
			})
		}
	}
	if head != "" {
		say(func(s *stream) { s.text(head) })
	}
	return out
}

// remark is what a template may put behind a value.
var remark = regexp.MustCompile(`^(?:\x01|（据正文拟）|（编者补充）|（据网页信息栏）|存疑：)`)

// framed reports whether a page has the text want between elements, with nothing put before or behind it.
func framed(main, want string) bool {
	for at := 0; ; at++ {
		i := strings.Index(main[at:], want)
		if i < 0 {
			return false
		}
		at += i
		if (want[0] == markOpen || at > 0 && main[at-1] == markClose) && remark.MatchString(main[at+len(want):]) {
			return true
		}
	}
}

// unquote returns a text of the front matter, which is written as JSON.
func unquote(text string) string {
	var out string
	if json.Unmarshal([]byte(`"`+text+`"`), &out) != nil {
		return text
	}
	return out
}

// address returns where a link destination in the front matter leads, or what no page has.
func address(to string, all map[string]*content) string {
	name, fragment, found := strings.Cut(strings.TrimPrefix(to, "/"), "#")
	page := all[name]
	if page == nil {
		return to
	}
	if found {
		fragment = "#" + fragment
	}
	return page.page + fragment
}
