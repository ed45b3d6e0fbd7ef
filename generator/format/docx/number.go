package docx

import (
	"cmp"
	"encoding/xml"

	"zhengce/generator/format/archive"
	"zhengce/generator/numeral"
	"zhengce/generator/say"
)

// levels is the number of levels of a list in a Word file.
const levels = 9

// A numbering holds the lists of a Word file and counts their paragraphs.
type numbering struct {
	lists   map[string]*list // abstract lists by their ID
	links   map[string]string
	nums    map[string]*num
	counts  map[*list]*[levels]int // how far a list has counted; 0 not at all
	began   map[*num]*[levels]bool // levels whose own start was used
	unknown map[string]bool        // formats of numbers that no rule writes
}

// A list is an abstract list: the form of its levels.
type list struct {
	level     [levels]level
	styleLink string // the style that takes its levels from this list
	numStyle  string // the style whose list this one stands for
}

// A level is the form of one level of a list.
type level struct {
	start   int
	format  string
	text    string // "%1.%2"
	restart int    // -1 after any higher level, 0 never, n after level n
	legal   bool   // all numbers in Arabic digits
	suffix  string
	style   string // paragraphs of this style are at this level
}

// A num is a list in use.
type num struct {
	abstract string
	start    [levels]int // -1 where the list's own holds
	own      [levels]*level
}

func newNumbering() *numbering {
	return &numbering{lists: map[string]*list{}, links: map[string]string{}, nums: map[string]*num{},
		counts: map[*list]*[levels]int{}, began: map[*num]*[levels]bool{}, unknown: map[string]bool{}}
}

// readNumbering reads numbering.xml.
func readNumbering(data []byte) (*numbering, error) {
	n := newNumbering()
	x := archive.Within(data, "numbering")
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "abstractNum":
			n.readList(x, archive.Value(e, "abstractNumId"))
		case "num":
			n.readNum(x, archive.Value(e, "numId"))
		default:
			x.Skip()
		}
	})
	return n, cmp.Or(x.Err, n.circle())
}

func (n *numbering) readList(x *archive.Reader, id string) {
	l := &list{}
	for i := range l.level {
		l.level[i] = level{start: 1, format: "decimal", restart: -1}
	}
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "lvl":
			readLevel(x, &l.level[archive.Number(e, "ilvl", 0, levels-1)])
			return
		case "styleLink":
			l.styleLink = archive.Value(e, "val")
			n.links[l.styleLink] = id
		case "numStyleLink":
			l.numStyle = archive.Value(e, "val")
		}
		x.Skip()
	})
	n.lists[id] = l
}

// readLevel reads the form of a level. One without a start begins at zero, ISO/IEC 29500-1, 17.9.25.
func readLevel(x *archive.Reader, l *level) {
	l.start = 0
	readForm(x, l)
}

func readForm(x *archive.Reader, l *level) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "start":
			l.start = archive.Number(e, "val", 0, 1_000_000)
		case "AlternateContent": // of a number format that older Words do not know
			done := false
			x.Children(func(e xml.StartElement) {
				if done {
					x.Skip()
					return
				}
				one := *l
				readForm(x, &one)
				if _, known := numeral.Write(one.format, 1); known {
					*l, done = one, true
				}
			})
			return
		case "numFmt":
			if l.format = archive.Value(e, "val"); l.format == "custom" {
				l.format = "custom:" + archive.Value(e, "format")
			}
		case "lvlText":
			l.text = archive.Value(e, "val")
		case "lvlRestart":
			l.restart = archive.Number(e, "val", -1, levels)
		case "isLgl":
			l.legal = archive.On(e)
		case "suff":
			l.suffix = archive.Value(e, "val")
		case "pStyle":
			l.style = archive.Value(e, "val")
		}
		x.Skip()
	})
}

func (n *numbering) readNum(x *archive.Reader, id string) {
	u := &num{}
	for i := range u.start {
		u.start[i] = -1
	}
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "abstractNumId":
			u.abstract = archive.Value(e, "val")
			x.Skip()
		case "lvlOverride":
			at := archive.Number(e, "ilvl", 0, levels-1)
			x.Children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "startOverride":
					u.start[at] = archive.Number(e, "val", 0, 1_000_000)
					x.Skip()
				case "lvl":
					u.own[at] = &level{start: 1, format: "decimal", restart: -1}
					readLevel(x, u.own[at])
				default:
					x.Skip()
				}
			})
		default:
			x.Skip()
		}
	})
	n.nums[id] = u
}

// circle returns an error if lists stand for one another without end: which numbers their
// paragraphs have, nobody can tell.
func (n *numbering) circle() error {
	for _, u := range n.nums {
		if n.lists[u.abstract] != nil && n.listOf(u) == nil {
			return say.New("its lists stand for one another in a circle; open the file in Word or WPS and number its paragraphs anew")
		}
	}
	return nil
}

// listOf returns the list that a num uses, following at most a few links of styles; nil if it has none, or the
// links go round in a circle.
func (n *numbering) listOf(u *num) *list {
	id := u.abstract
	for range levels {
		l := n.lists[id]
		if l == nil || l.numStyle == "" || n.links[l.numStyle] == "" || n.links[l.numStyle] == id {
			return l
		}
		id = n.links[l.numStyle]
	}
	return nil
}

// levelOf returns the level of a num's list that belongs to a style, or ok false.
func (n *numbering) levelOf(id, style string) (at int, ok bool) {
	u := n.nums[id]
	if u == nil {
		return 0, false
	}
	if l := n.listOf(u); l != nil {
		for i := range l.level {
			if l.level[i].style != "" && l.level[i].style == style {
				return i, true
			}
		}
	}
	return 0, false
}

// counted returns how far the list has counted, by level, -1 where it has not begun; and which levels have begun
// in this use of it.
func (n *numbering) counted(l *list, u *num) (count *[levels]int, began *[levels]bool) {
	if n.counts[l] == nil {
		n.counts[l] = &[levels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}
	}
	if n.began[u] == nil {
		n.began[u] = &[levels]bool{}
	}
	return n.counts[l], n.began[u]
}

// next counts a paragraph of the num at the level and returns the number that Word shows before
// it: "（三）", "2.1 ", or "" for a bullet.
func (n *numbering) next(id string, at int) string {
	u := n.nums[id]
	if u == nil {
		return ""
	}
	l := n.listOf(u)
	if l == nil {
		return ""
	}
	count, began := n.counted(l, u)
	level := func(i int) *level {
		if u.own[i] != nil {
			return u.own[i]
		}
		return &l.level[i]
	}
	begin := func(i int) {
		if count[i] = level(i).start; u.start[i] >= 0 && !began[i] {
			count[i], began[i] = u.start[i], true
		}
	}
	for i := range at { // a level that was skipped counts as if it had begun
		if count[i] < 0 {
			begin(i)
		}
	}
	if u.start[at] >= 0 && !began[at] || count[at] < 0 {
		begin(at)
	} else {
		count[at]++
	}
	began[at] = true
	for i := at + 1; i < levels; i++ {
		if r := level(i).restart; r < 0 || r > 0 && at < r {
			count[i] = -1
		}
	}
	return n.show(at, level, count)
}
