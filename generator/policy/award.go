package policy

import "zhengce/generator/source"

// An Award is a promise of money to those who qualify.
type Award struct {
	source.Span              // the sentence that makes it, or its part up to ；
	Measure     string       // ID of the innermost unit that it stands in; empty outside of units
	Sums        []*Indicator // how much, in the order of the text
	Kind        string       // what is given, in the paper's word: 奖励, 补助, 贴息
	For         string       // who gets it, in the paper's words without white space; empty where the sentence does not say
	Rule        string       // name of the rule by which its first sum counts
}
