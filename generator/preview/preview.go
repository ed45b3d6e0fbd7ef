// Package preview serves a built site to the one person who works on it: on the machine's own address only, with what
// the last build said shown in the page, which loads itself again when the site is new.
package preview

import (
	"errors"
	"html"
	"io"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/netutil"
)

// Limits of the server. One browser opens six connections to a host.
const (
	maxConnections = 64
	maxHeader      = 16 << 10 // bytes
	maxWait        = 10 * time.Second
	maxIdle        = time.Minute
)

// policy is what pages may do here: no more than on a careful server, but for asking how the build went.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// lostPage is what the site shows where it has nothing.
const lostPage = "404.html"

// A Server serves a built site.
type Server struct {
	public string // the folder of the site
	wait   time.Duration
	status status
}

// New returns a server of the site in the folder public, which may come and be replaced at any time.
func New(public string) *Server { return &Server{public: public, wait: maxWait} }

// Serve answers requests until the listener is closed. Slow and idle connections are ended; more than
// maxConnections wait.
func (s *Server) Serve(l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: s.wait, ReadTimeout: s.wait, WriteTimeout: s.wait,
		IdleTimeout: maxIdle, MaxHeaderBytes: maxHeader}
	err := server.Serve(netutil.LimitListener(l, maxConnections))
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// ServeHTTP answers GET and HEAD from this machine for files of the site. Folders without a page, links that lead
// out of the site, and whatever else is not a file of it are the site's page for what is not there.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Content-Security-Policy", policy)
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	head.Set("Cache-Control", "no-cache")
	switch {
	case !local(r.Host):
		http.Error(w, "此服务只供本机使用，请用 127.0.0.1 访问", http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "只可读取", http.StatusMethodNotAllowed)
	case strings.HasPrefix(r.URL.Path, own):
		s.serveOwn(w, r)
	default:
		s.serveFile(w, r)
	}
}

// local reports whether the host that a browser asked for is this machine: a page of another site can make a name
// of its own lead here.
func local(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	} else if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return false
	}
	return name == "127.0.0.1" || name == "::1" || strings.EqualFold(name, "localhost")
}

func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	root, err := os.OpenRoot(s.public) // each time: a build puts another folder in its place
	if err != nil {
		writePage(w, r, http.StatusServiceUnavailable, []byte(noSite))
		return
	}
	defer root.Close()
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		s.serveLost(w, r, root)
		return
	}
	f, info, err := openFile(root, name)
	if err != nil {
		s.serveLost(w, r, root)
		return
	}
	defer f.Close()
	if path.Ext(name) != ".html" {
		if kind := mime.TypeByExtension(path.Ext(name)); kind == "" {
			w.Header().Set("Content-Type", "application/octet-stream")
		}
		http.ServeContent(w, r, name, info.ModTime(), f)
		return
	}
	page, err := io.ReadAll(f)
	if err != nil {
		s.serveLost(w, r, root)
		return
	}
	writePage(w, r, http.StatusOK, page)
}

// openFile opens a regular file within root.
func openFile(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	info, err := root.Stat(name) // a pipe would keep Open waiting
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, nil, err
	}
	f, err := root.Open(name)
	return f, info, err
}

func (s *Server) serveLost(w http.ResponseWriter, r *http.Request, root *os.Root) {
	page := []byte(noPage)
	if f, _, err := openFile(root, lostPage); err == nil {
		defer f.Close()
		if data, err := io.ReadAll(f); err == nil {
			page = data
		}
	}
	writePage(w, r, http.StatusNotFound, page)
}

const (
	noSite = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>还没有网站</title><p>还没有生成网站，请看下方说明。</p>`
	noPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面</title><p>没有这个页面。</p>`
)

// writePage writes a page with the script that shows how the build went.
func writePage(w http.ResponseWriter, r *http.Request, state int, page []byte) {
	text := string(page)
	script := `<script defer src="` + html.EscapeString(own+"live.js") + `"></script>`
	if i := strings.LastIndex(text, "</body>"); i >= 0 {
		text = text[:i] + script + text[i:]
	} else {
		text += script
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(state)
	if r.Method != http.MethodHead {
		io.WriteString(w, text)
	}
}
