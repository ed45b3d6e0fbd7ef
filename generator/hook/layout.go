package hook

import (
	"fmt"
	"math"
	"strconv"
)

// A body is a dot of a drawing.
type body struct {
	Name, Label, Link string
	Tasks, Step       float64
}

// A network is bodies that share tasks, networkDrawing of package pages.
type network struct {
	Agencies []body
	Lines    []struct {
		A, B        int
		Tasks, Step float64
	}
}

// shared says how many tasks two bodies share.
func shared(a, b string, tasks float64) string { return fmt.Sprintf("%s与%s：%v项", a, b, tasks) }

// arc places the names of bodies in a column, and arcs between those that share tasks on its right.
func arc(n network) (d drawing) {
	const x, row = 190, 28
	for _, l := range n.Lines {
		y, end := 20+row*float64(min(l.A, l.B)), 20+row*float64(max(l.A, l.B))
		high := (end - y) / 2
		d.add(shape{kind: "path", class: fmt.Sprintf("edge w%v", l.Step), path: fmt.Sprintf("M%v %vA%v %v 0 0 1 %v %v", x, y, math.Round(0.6*high), high, x, end)}.
			called(shared(n.Agencies[l.A].Name, n.Agencies[l.B].Name, l.Tasks)))
	}
	for i, a := range n.Agencies {
		y := 20 + row*float64(i)
		d.add(circle("dot", x, y, 3+a.Step).called(fmt.Sprintf("%s：%v项任务", a.Name, a.Tasks)), text("end", x-16, y+5, a.Label).leading(a.Link))
	}
	count := float64(len(n.Agencies))
	d.width, d.height = x+20+math.Ceil(0.3*row*count), 40+row*(count-1)
	return d
}

// matrix gives each body a row with its name and a column with the same number; two that share tasks have a disc.
func matrix(n network) (d drawing) {
	const left, top, cell = 210, 40, 24
	count := float64(len(n.Agencies))
	right, bottom := left+cell*count, top+cell*count
	for i, a := range n.Agencies {
		at, number := cell*float64(i)+12, strconv.Itoa(i+1)
		d.add(line("grid", left, top+at, right, top+at), line("grid", left+at, top, left+at, bottom),
			text("middle soft", left+at, top-10, number), text("end soft", left-8, top+at+5, number), text("end", left-32, top+at+5, a.Label).leading(a.Link))
	}
	for _, l := range n.Lines {
		name := shared(n.Agencies[l.A].Name, n.Agencies[l.B].Name, l.Tasks)
		p, q, r := cell*float64(l.A)+12, cell*float64(l.B)+12, 2+2*l.Step
		d.add(circle("disc", left+p, top+q, r).called(name), circle("disc", left+q, top+p, r).called(name))
	}
	d.width, d.height = right+10, bottom+10
	return d
}

// A neighbourhood is a body and those around it, starDrawing of package pages.
type neighbourhood struct {
	Name, Label string
	Around      []body
	Lines       [][2]int
}

// star places a body in the middle of those around it. A name stands above its dot in the upper half, below it in the lower one.
func star(n neighbourhood) (d drawing) {
	const x, y, wide, high = 310, 210, 210, 160
	type point struct{ x, y float64 }
	points := make([]point, len(n.Around))
	for i := range n.Around {
		angle := 2 * math.Pi * (float64(i) + 0.5) / float64(len(n.Around))
		points[i] = point{x + math.Round(wide*math.Sin(angle)), y - math.Round(high*math.Cos(angle))}
	}
	for _, l := range n.Lines {
		p, q := points[l[0]], points[l[1]]
		d.add(line("edge w1", p.x, p.y, q.x, q.y))
	}
	var dots []shape
	for i, a := range n.Around {
		p, below := points[i], 24.0
		if p.y < y {
			below = -14
		}
		d.add(line(fmt.Sprintf("edge w%v own", a.Step), x, y, p.x, p.y).called(shared(n.Name, a.Name, a.Tasks)))
		dots = append(dots, text("middle count", math.Floor((x+p.x+p.x)/3), 4+math.Floor((y+p.y+p.y)/3), fmt.Sprint(a.Tasks)),
			circle("dot", p.x, p.y, 6), text("middle", p.x, p.y+below, a.Label).leading(a.Link))
	}
	d.add(append(dots, circle("dot", x, y, 9), text("middle strong", x, y+28, n.Label))...)
	d.width, d.height = 620, 420
	return d
}

// promises are those of one quantity, driftDrawing of package pages.
type promises struct {
	Unit, TopLabel string
	Top            float64
	Promises       []struct {
		Words, When, Year, Link, Mark, Change string
		Value, Upper                          float64
		From                                  *int
	}
}

// drift places promises from left to right, their values as heights. The largest stands a little below the upper end.
func drift(p promises) (d drawing) {
	const left, right, top, high, step = 80, 60, 40, 240, 180
	const zero, axis = top + high, left - 40
	height := func(value float64) float64 {
		return top + math.Round(high*(1-math.Max(0, value)/p.Top/1.1))
	}
	d.width, d.height = left+right+step*math.Max(1, float64(len(p.Promises)-1)), zero+60
	d.add(line("axis", axis, zero, 40+d.width-right, zero), line("axis", axis, top-10, axis, zero), text("end", axis-6, zero+4, "0"),
		text("end", axis-6, 4+height(p.Top), p.TopLabel), text("start", axis, top-18, "单位："+p.Unit))
	var marks []shape
	for i, m := range p.Promises {
		x, y, upper := left+step*float64(i), height(m.Value), height(m.Upper)
		if m.From != nil {
			d.add(line("trend", left+step*float64(*m.From), height(p.Promises[*m.From].Value), x, y).called(m.Change))
		}
		if m.Upper != m.Value {
			marks = append(marks, line("range", x, y, x, upper))
		}
		mark := circle("dot", x, y, 7).called(m.Words).leading(m.Link)
		switch m.Mark {
		case "about":
			mark.class = "dot hollow"
		case "least":
			mark.kind, mark.path = "path", fmt.Sprintf("M%v %vl9 15h-18z", x, y-9)
		case "most":
			mark.kind, mark.path = "path", fmt.Sprintf("M%v %vl9 -15h-18z", x, y+9)
		}
		marks = append(marks, mark, text("middle", x, math.Min(y, upper)-16, m.Words), text("middle", x, zero+22, m.When),
			text("middle soft", x, zero+42, "适用"+m.Year))
	}
	d.add(marks...)
	return d
}

// days are those on which papers of regions were signed, timelineDrawing of package pages.
type days struct {
	Days  float64
	Ticks []struct {
		Day  float64
		Year string
	}
	Regions []struct {
		Name  string
		Marks []struct {
			Day, Count, Step float64
			Words, Link      string
		}
	}
}

// timeline places days from left to right, as far apart as they are, regions below each other.
func timeline(t days) (d drawing) {
	const left, wide, row = 170, 880, 40
	bottom := 40 + row*float64(len(t.Regions))
	for _, tick := range t.Ticks {
		x := left + math.Round(wide*tick.Day/t.Days)
		d.add(line("grid", x, 30, x, bottom), text("middle soft", x, 22, tick.Year))
	}
	for i, region := range t.Regions {
		y := 60 + row*float64(i)
		d.add(line("grid", left, y, left+wide, y), text("end", left-24, y+5, region.Name))
		for _, m := range region.Marks {
			x := left + math.Round(wide*m.Day/t.Days)
			if m.Count == 1 {
				d.add(circle("disc", x, y, 6).called(m.Words).leading(m.Link))
				continue
			}
			d.add(circle("disc", x, y, 8+m.Step).called(m.Words), text("middle inside", x, y+5, fmt.Sprint(m.Count)).leading(m.Link))
		}
	}
	d.width, d.height = left+wide+30, bottom+10
	return d
}
