package build

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The collector of memory may let the heap grow to roomy bytes before it works as often as it usually does; up to there it lets pass
// at most so many times what is in use. A build of 160 papers has 0.1 GB in use and makes many times that.
const (
	roomy   = 1 << 30
	usual   = 100 // percent, of Go
	seldom  = 400
	percent = 100
)

// spare makes the collector work seldom as long as little memory is in use, until the end. Who sets GOGC decides.
func spare() (end func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	done := make(chan struct{})
	var turn func(*sentinel)
	turn = func(*sentinel) {
		select {
		case <-done:
			return
		default:
		}
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := int(sample[0].Value.Uint64()) + 1
		debug.SetGCPercent(min(max((roomy-live)/(live/percent+1), usual), seldom))
		runtime.SetFinalizer(new(sentinel), turn)
	}
	turn(nil)
	return func() {
		close(done)
		debug.SetGCPercent(usual)
	}
}

// A sentinel is nobody's, so that the next collection finds it. Smaller ones may stand beside others and stay.
type sentinel [64]byte
