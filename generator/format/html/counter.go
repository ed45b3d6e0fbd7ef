package html

import (
	"strconv"
	"strings"
)

// counters are the numbers that style sheets count, the innermost last.
type counters struct {
	values map[string][]int
	scopes []map[string]bool // names that began with a child of each element that is being walked
}

// maxCounters bounds how many counters there are at a time.
const maxCounters = 1000

// enter begins the scope of the children of an element.
func (c *counters) enter() { c.scopes = append(c.scopes, nil) }

// leave ends it, and with it the counters that began there.
func (c *counters) leave() {
	last := len(c.scopes) - 1
	for name := range c.scopes[last] {
		c.values[name] = c.values[name][:len(c.values[name])-1]
	}
	c.scopes = c.scopes[:last]
}

// value returns the number that a counter has.
func (c *counters) value(name string) int {
	if all := c.values[name]; len(all) > 0 {
		return all[len(all)-1]
	}
	return 0
}

// count changes the counters as a look says: it resets some, then adds to some.
func (c *counters) count(l look) {
	named(l["counter-reset"], 0, func(name string, n int) { c.begin(name, n) })
	named(l["counter-increment"], 1, func(name string, n int) {
		if len(c.values[name]) == 0 {
			c.begin(name, 0)
		}
		if all := c.values[name]; len(all) > 0 {
			all[len(all)-1] += n
		}
	})
}

// begin gives a counter a number, in the scope of the elements beside the one that is being walked.
func (c *counters) begin(name string, n int) {
	last := len(c.scopes) - 1
	switch {
	case last < 0 || len(c.values) >= maxCounters:
	case c.scopes[last][name]:
		c.values[name][len(c.values[name])-1] = n
	default:
		if c.scopes[last] == nil {
			c.scopes[last] = map[string]bool{}
		}
		c.scopes[last][name] = true
		c.values[name] = append(c.values[name], n)
	}
}

// named calls f for each name in a list of names with numbers.
func named(list string, otherwise int, f func(name string, n int)) {
	words := strings.Fields(list)
	for i, w := range words {
		if _, err := strconv.Atoi(w); err == nil || w == "none" {
			continue
		}
		n := otherwise
		if i+1 < len(words) {
			if v, err := strconv.Atoi(words[i+1]); err == nil {
				n = v
			}
		}
		f(w, n)
	}
}
