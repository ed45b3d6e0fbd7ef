package source

// An Account says what became of everything in a seed's file that bears text: each stretch is shown,
// noise, or left out with a reason. It is made by the reader of the format; package audit holds it
// against a second reading of the same bytes.
type Account []Entry

// An Entry is a stretch of the file's text with its fate.
type Entry struct {
	Part   string // of the file: "word/document.xml"; empty in a file that is one part
	At     int    // orders the entries of a part as they stand in it: mostly a byte offset
	Text   string // the characters as the part has them, entities resolved
	Fate   Fate
	Span   Span   // of File.Text, where it is shown or noise; the text there may be written otherwise: ≥ for a symbol
	Reason string // in Chinese, of noise and of what is left out: 已删除的修订
}

// Fate tells what became of an [Entry].
type Fate int

const (
	Shown   Fate = iota // it stands in the text
	AsNoise             // it stands in the text, marked as no part of the paper
	LeftOut             // it does not stand in the text
)

// A Loss is text of the file that the account does not explain.
type Loss struct {
	Part string
	At   int // of the node in which it begins
	Text string
}

// A Mark is a stretch of the text that the file sets in a way that changes what it says. The text at
// its span holds the plain characters.
type Mark struct {
	Span
	Kind MarkKind
	Note string // the reading of a ruby, the MathML of a formula
}

// MarkKind tells what a [Mark] is.
type MarkKind string

const (
	Superscript MarkKind = "sup"  // the 5 of 10⁵
	Subscript   MarkKind = "sub"  // the 2 of CO₂
	Ruby        MarkKind = "ruby" // characters with their reading above
	Formula     MarkKind = "math" // the linear form of a formula
	Struck      MarkKind = "s"    // struck out and still text of the file
)
