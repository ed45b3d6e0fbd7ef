package paper

import "regexp"

// NoteOpens is what a footnote begins with.
var NoteOpens = regexp.MustCompile(`^(?:[①-⑳*＊※]|[\[［〔][0-9]{1,3}[\]］〕]|注(?:释)?[0-9]{0,2}[：:]|[0-9]{1,3}[ \x{3000}.．、\p{Han}])`)
