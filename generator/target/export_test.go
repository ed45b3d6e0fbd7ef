package target

// What the tests of whole papers, which stand outside the package, share with those inside.
var (
	Describe   = describe
	CheckSpans = checkSpans
)
