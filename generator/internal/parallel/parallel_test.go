package parallel

import (
	"runtime"
	"slices"
	"sync"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		done := make([]int, n)
		Each(n, func(i int) { done[i]++ })
		if slices.ContainsFunc(done, func(times int) bool { return times != 1 }) {
			t.Errorf("not each of %d was done once: %v", n, done)
		}
	}
}

// TestEachAtOnce holds that as many run at once as there are processors: each waits for all others.
func TestEachAtOnce(t *testing.T) {
	var arrived sync.WaitGroup
	n := runtime.GOMAXPROCS(0)
	arrived.Add(n)
	Each(n, func(int) {
		arrived.Done()
		arrived.Wait()
	})
}
