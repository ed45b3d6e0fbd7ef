package words

// Bracketed is the expression of a bracket of any kind that holds no other: （市、区）, 〔区〕, 【市】.
const Bracketed = `[` + bracketOpenings + `][^` + bracketOpenings + bracketClosings + `]*[` + bracketClosings + `]`

const (
	bracketOpenings = `（(〔［\[【`
	bracketClosings = `）)〕］\]】`
)
