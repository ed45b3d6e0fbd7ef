package preview

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// site makes a built site with things in it that must not be served.
func site(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	public := filepath.Join(root, "public")
	for name, text := range map[string]string{
		"secret.txt": "secret", "public/index.html": "<body>首页</body>", "public/404.html": "<body>没有</body>",
		"public/a/b.html": "<body>甲</body>", "public/css/site.css": "p{}", "public/data/x.json": "{}", "public/odd.zzz": "<script>",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"out.html": "../secret.txt", "root.txt": "/etc/hostname", "in.html": "a/b.html", "up": ".."} {
		if err := os.Symlink(target, filepath.Join(public, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(public, "pipe.html"), 0o666); err != nil {
		t.Fatal(err)
	}
	return public
}

func TestServer(t *testing.T) {
	s := New(site(t))
	tests := []struct {
		method, host, path string
		state              int
		body               string // begins with it
	}{
		{"GET", "127.0.0.1:1313", "/", 200, "<body>首页"},
		{"GET", "localhost:1313", "/index.html", 200, "<body>首页"},
		{"GET", "[::1]:1313", "/a/b.html?q=1", 200, "<body>甲"},
		{"HEAD", "127.0.0.1:1313", "/a/b.html", 200, ""},
		{"GET", "127.0.0.1:1313", "/css/site.css", 200, "p{}"},
		{"GET", "127.0.0.1:1313", "/in.html", 200, "<body>甲"},
		{"GET", "evil.example:1313", "/", 421, ""},
		{"GET", "127.0.0.1.evil.example", "/", 421, ""},
		{"GET", "127.0.0.1:x", "/", 421, ""},
		{"GET", "", "/", 421, ""},
		{"PUT", "127.0.0.1:1313", "/a/b.html", 405, "只可读取"},
		{"TRACE", "127.0.0.1:1313", "/", 405, "只可读取"},
		{"POST", "127.0.0.1:1313", own + "state", 405, "只可读取"},
		{"DELETE", "127.0.0.1:1313", "/index.html", 405, "只可读取"},
		{"OPTIONS", "127.0.0.1:1313", "/", 405, "只可读取"},
		{"GET", "127.0.0.1:1313", "/a/", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/a", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/css/", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/none.html", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/out.html", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/root.txt", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/up/secret.txt", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/../secret.txt", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/..%5csecret.txt", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/a/%00", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", "/pipe.html", 404, "<body>没有"},
		{"GET", "127.0.0.1:1313", own + "none", 404, ""},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(tt.method, "http://127.0.0.1"+tt.path, nil)
		r.Host = tt.host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tt.state || !strings.HasPrefix(w.Body.String(), tt.body) || tt.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("%s %s of %q: %d %q, want %d %q", tt.method, tt.path, tt.host, w.Code, w.Body, tt.state, tt.body)
		}
		if strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s shows what is not of the site", tt.path)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Content-Security-Policy": policy} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s %s: %s is %q", tt.method, tt.path, name, got)
			}
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1/odd.zzz", nil))
	if got := w.Header().Get("Content-Type"); got != "application/octet-stream" {
		t.Errorf("a file of an unknown kind is served as %q", got)
	}
}

func TestNoSiteYet(t *testing.T) {
	w := httptest.NewRecorder()
	New(filepath.Join(t.TempDir(), "public")).ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1/", nil))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), own+"live.js") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestState: a page that knows the state waits for the next one and gets it.
func TestState(t *testing.T) {
	s := New(site(t))
	ask := func(known string) (state State) {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1"+own+"state?known="+known, nil))
		if err := json.Unmarshal(w.Body.Bytes(), &state); err != nil {
			t.Fatal(err)
		}
		return state
	}
	s.Report(State{Build: 1, Stage: Ready})
	if got := ask(""); got.Build != 1 || got.Stage != Ready {
		t.Errorf("state %+v", got)
	}
	answer := make(chan State)
	go func() { answer <- ask("1-ready") }()
	select {
	case got := <-answer:
		t.Errorf("answered %+v before there was news", got)
	case <-time.After(50 * time.Millisecond):
	}
	s.Report(State{Build: 2, Stage: Failed, Message: "seeds/甲.txt: 打不开"})
	if got := <-answer; got.Stage != Failed || got.Message != "seeds/甲.txt: 打不开" {
		t.Errorf("state %+v", got)
	}
}

// TestHalfOpen: connections that never end their request are ended, and do not keep others out for good.
func TestHalfOpen(t *testing.T) {
	s := New(site(t))
	s.wait = 300 * time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- s.Serve(l) }()
	for range maxConnections + 20 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
	}
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(answer.Body)
	if answer.StatusCode != 200 || !strings.Contains(string(body), "首页") {
		t.Errorf("%s %s", answer.Status, body)
	}
	l.Close()
	if err := <-ended; err != nil {
		t.Errorf("Serve: %v", err)
	}
}
