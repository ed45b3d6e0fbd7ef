package pdfium

import (
	"sync"
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// maxKept is the size in bytes above which the memory of a file is not kept for the next.
const maxKept = 64 << 20

// kept is the memory of closed files, all zero. Most of the time that a short file takes goes into the pages that the
// system has to find for fresh memory.
var kept sync.Pool

// killed is set before a file is ended whose time is up: the call that runs may still write to its memory, and from
// then on none is used again.
var killed atomic.Bool

// A memory is the memory of one open file. What it hands out for the first time is zero, so that a file reads the same
// whatever was read before.
type memory struct{ room []byte }

func newMemory(size, _ uint64) experimental.LinearMemory {
	if room, ok := kept.Get().(*[]byte); ok {
		return &memory{*room}
	}
	return &memory{make([]byte, 0, size)}
}

// Reallocate makes the memory longer.
func (m *memory) Reallocate(size uint64) []byte {
	if have := uint64(cap(m.room)); size > have {
		grown := make([]byte, size, max(size, have+have/4))
		copy(grown, m.room)
		m.room = grown
	}
	m.room = m.room[:size]
	return m.room
}

// Free keeps the memory for the next file.
func (m *memory) Free() {
	if killed.Load() || cap(m.room) > maxKept {
		return
	}
	clear(m.room)
	room := m.room[:0]
	kept.Put(&room)
}
