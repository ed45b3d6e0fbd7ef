package pattern

import (
	"regexp/syntax"
	"slices"
)

// reversed returns the expression of what re matches, read from its end.
func reversed(re *syntax.Regexp) *syntax.Regexp {
	return rewritten(re, func(n *syntax.Regexp) {
		switch n.Op {
		case syntax.OpConcat:
			slices.Reverse(n.Sub)
		case syntax.OpLiteral:
			slices.Reverse(n.Rune)
		case syntax.OpBeginText:
			n.Op = syntax.OpEndText
		case syntax.OpEndText:
			n.Op = syntax.OpBeginText
		}
	})
}

// rewritten returns re with each part as change leaves a copy of it.
func rewritten(re *syntax.Regexp, change func(*syntax.Regexp)) *syntax.Regexp {
	n := *re
	n.Sub0, n.Rune0 = [1]*syntax.Regexp{}, [2]rune{}
	n.Sub, n.Rune = nil, slices.Clone(re.Rune)
	for _, sub := range re.Sub {
		n.Sub = append(n.Sub, rewritten(sub, change))
	}
	change(&n)
	return &n
}

// within returns the expression of a whole match of re, for a place of which is known whether the text begins and ends there.
func within(re *syntax.Regexp, starts, ends bool) string {
	inner := rewritten(re, func(n *syntax.Regexp) {
		if n.Op == syntax.OpBeginText && !starts || n.Op == syntax.OpEndText && !ends {
			n.Op = syntax.OpNoMatch
		}
	})
	return `\A(?:` + inner.String() + `)\z`
}
