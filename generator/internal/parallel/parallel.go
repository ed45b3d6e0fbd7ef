// Package parallel does the same work for many things at once.
package parallel

import (
	"runtime"
	"sync"
)

// Each calls f for 0…n-1, as many at once as the machine has processors, and returns when all are done.
func Each(n int, f func(int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}
