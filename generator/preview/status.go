package preview

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// own begins the addresses that are of the server and not of the site.
const own = "/_zhengce/"

// patience is how long a browser that asks how the build goes waits for news.
const patience = 8 * time.Second

// A State is how the last build went, as the page learns of it.
type State struct {
	Build   int      `json:"build"`   // counts the builds that have begun
	Stage   string   `json:"stage"`   // Building, Ready or Failed
	Message string   `json:"message"` // of a failed build, as the command prints it
	Doubts  []string `json:"doubts"`  // about the papers that were changed before the build, with their places
}

// Stages of a state.
const (
	Building = "building"
	Ready    = "ready"
	Failed   = "failed"
)

// status holds the state and wakes those who wait for another.
type status struct {
	mu    sync.Mutex
	state State
	news  chan struct{} // closed when the state changes
}

// Report tells the pages how the build goes.
func (s *Server) Report(state State) {
	s.status.mu.Lock()
	defer s.status.mu.Unlock()
	s.status.state = state
	if s.status.news != nil {
		close(s.status.news)
	}
	s.status.news = make(chan struct{})
}

// now returns the state and what is closed when it changes.
func (s *status) now() (State, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.news == nil {
		s.news = make(chan struct{})
	}
	return s.state, s.news
}

//go:embed live.js
var liveScript []byte

//go:embed live.css
var liveStyle []byte

// serveOwn answers for what is not of the site: the script, its style, and the state, which comes when it is not
// the one that the asker knows, or after some seconds.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case own + "live.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(liveScript)
	case own + "live.css":
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write(liveStyle)
	case own + "state":
		state, news := s.status.now()
		if known := r.URL.Query().Get("known"); known == state.key() {
			select {
			case <-news:
			case <-time.After(patience):
			case <-r.Context().Done():
				return
			}
			state, _ = s.status.now()
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		json.NewEncoder(w).Encode(struct {
			State
			Key string `json:"key"`
		}{state, state.key()})
	default:
		http.NotFound(w, r)
	}
}

// key tells two states apart.
func (s State) key() string { return fmt.Sprintf("%d-%s", s.Build, s.Stage) }
