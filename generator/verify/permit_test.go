package verify

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"zhengce/generator/source"
)

// attacks are what somebody may put into the body of a page to run code, to load something or to lead away without a click.
var attacks = strings.Split(strings.TrimSpace(`
<script>fetch('https://x.example/')</script>
<script type="module">import 'https://x.example/a.js'</script>
<script src="data:text/javascript,alert(1)"></script>
<script src="//x.example/a.js"></script>
<script src="static/logo.svg"></script>
<script type="application/ld+json">{"a":"<!--<script>"}</script>
<script type="application/ld+json">alert(1)</script>
<script type="importmap">{"imports":{"a":"https://x.example/"}}</script>
<script type="speculationrules">{"prerender":[{"urls":["index.html"]}]}</script>
<script type="text/plain">alert(1)</script>
<SCRIPT>alert(1)</SCRIPT>
<script/src="static/site.js"/>
<script nomodule src="static/site.css"></script>
<svg><script>alert(1)</script></svg>
<svg><script href="https://x.example/a.js"/></svg>
<svg><title><img src="x" onerror="alert(1)"></title></svg>
<svg><style><img src="x" onerror="alert(1)"></style></svg>
<svg><desc><iframe></iframe></desc></svg>
<svg><foreignObject><p>x</p></foreignObject></svg>
<svg><image href="static/logo.svg"/></svg>
<svg><image xlink:href="https://x.example/a.png"/></svg>
<svg><use href="static/logo.svg#a"/></svg>
<svg><use xlink:href="data:image/svg+xml,x#a"/></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg><a href="javascript:alert(1)"><text>x</text></a></svg>
<svg><rect fill="url(https://x.example/#a)"/></svg>
<svg><rect fill="u\72l(https://x.example/#a)"/></svg>
<svg><rect filter="url(https://x.example/#a)"/></svg>
<svg><rect style="mask:url(//x.example/#a)"/></svg>
<svg><path clip-path="url('https://x.example/#a')"/></svg>
<svg><set attributeName="href" to="https://x.example/"/></svg>
<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>
<svg><animateTransform attributeName="transform"/></svg>
<svg><filter><feImage href="https://x.example/a.png"/></filter></svg>
<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>
<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>
<math href="javascript:alert(1)"><mi>x</mi></math>
<math><annotation-xml encoding="text/html"><p>x</p></annotation-xml></math>
<math><maction actiontype="statusline" xlink:href="javascript:alert(1)"><mi>x</mi></maction></math>
<img src="x.png" onerror="alert(1)">
<img src="static/logo.svg" OnLoad=alert(1)>
<img/onerror=alert(1)/src=static/logo.svg>
<img src="static/logo.svg" attributionsrc="https://x.example/">
<img src="static/logo.svg" srcset="https://x.example/a.png 2x">
<img src="static/logo.svg" lowsrc="https://x.example/a.png" dynsrc="https://x.example/a.png">
<img src="data:text/html,x">
<img src="static/site.css">
<picture><source srcset="https://x.example/a.png"><img src="static/logo.svg"></picture>
<video poster="https://x.example/a.png"></video>
<audio src="https://x.example/a.mp3" autoplay></audio>
<track src="https://x.example/a.vtt">
<iframe src="index.html"></iframe>
<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>
<iframe src="data:text/html,x"></iframe>
<frameset><frame src="https://x.example/"></frameset>
<object data="data:text/html,x"></object>
<embed src="static/logo.svg">
<applet code="a"></applet>
<portal src="https://x.example/"></portal>
<fencedframe></fencedframe>
<base href="https://x.example/">
<base target="_blank">
<meta http-equiv="refresh" content="0;https://x.example/">
<meta http-equiv="refresh" content="0;URL='https://x.example/'">
<meta HTTP-EQUIV=Set-Cookie content="a=b">
<meta charset="gbk">
<meta http-equiv="content-type" content="text/html; charset=utf-7">
<link rel="stylesheet" href="data:text/css,@import%20'https://x.example/'">
<link rel="stylesheet" href="static/logo.svg">
<link rel="modulepreload" href="static/site.js">
<link rel="preconnect" href="https://x.example/">
<link rel="dns-prefetch" href="https://x.example/">
<link rel="prefetch" href="index.html">
<link rel="preload" as="image" imagesrcset="https://x.example/a.png">
<link rel="search" type="application/opensearchdescription+xml" href="https://x.example/">
<link rel="manifest" href="static/a.json">
<link rel="import" href="https://x.example/">
<link rel="next" href="https://x.example/">
<link rel="pingback" href="https://x.example/">
<link rel="icon" href="https://x.example/a.ico">
<link rel="alternate stylesheet" href="static/site.css">
<link rel="STYLESHEET" href="https://x.example/a.css">
<style>@import "https://x.example/a.css";</style>
<style>p{color:red}</style>
<p style="background:url(https://x.example/a.png)">x</p>
<p style="background:image-set('https://x.example/a.png' 1x)">x</p>
<p style="background:-webkit-image-set('https://x.example/a.png' 1x)">x</p>
<p style="background:u\72l(https://x.example/)">x</p>
<p style="background:cross-fade(url(a.png), url(b.png))">x</p>
<p style="background:image('https://x.example/a.png')">x</p>
<p style="background:paint(x)">x</p>
<p style="background:element(#x)">x</p>
<p style="width:expression(alert(1))">x</p>
<p style="background:src('https://x.example/')">x</p>
<p background="https://x.example/a.png">x</p>
<table background="https://x.example/a.png"></table>
<a href="javascript:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href="vbscript:x">x</a>
<a href="data:text/html,x">x</a>
<a href="https://x.example/">x</a>
<a href="//x.example/">x</a>
<a href="\\x.example/">x</a>
<a href="/\x.example/">x</a>
<a href="index.html" ping="https://x.example/">x</a>
<a rel="external opener" href="https://x.example/">x</a>
<a href="index.html" attributionsrc="https://x.example/">x</a>
<a href="index.html" onclick="alert(1)">x</a>
<p onmouseover="alert(1)">x</p>
<details ontoggle="alert(1)" open></details>
<input autofocus onfocus="alert(1)">
<input type="image" src="https://x.example/a.png">
<input type="file">
<form action="https://x.example/"></form>
<form action="index.html" method="post"></form>
<form action="javascript:alert(1)"></form>
<button formaction="https://x.example/">x</button>
<button popovertarget="x">x</button>
<area href="https://x.example/">
<noscript><img src="https://x.example/a.png"></noscript>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
<noscript><meta http-equiv="refresh" content="0;https://x.example/"></noscript>
<template shadowrootmode="open"><img src="x.png"></template>
<textarea></textarea><img src="x.png" onerror="alert(1)">
<xmp><img src="x.png"></xmp>
<noembed><img src="x.png"></noembed>
<plaintext>
<marquee onstart="alert(1)">x</marquee>
<isindex action="https://x.example/">
<blink>x</blink>
<custom-element>x</custom-element>
<!-- <img src="x" onerror="alert(1)"> -->
<!--><img src=x onerror=alert(1)>-->
<p id="x" id="y" onload="alert(1)">x</p>
<p nonce="x">x</p>
<p is="x-y">x</p>
<p contenteditable>x</p>
<p itemid="https://x.example/">x</p>
<q cite="https://x.example/">x</q>
`), "\n")

// TestAttacks puts each into a page: it is named with its place.
func TestAttacks(t *testing.T) {
	for _, attack := range attacks {
		site := maps.Clone(goodSite())
		page := string(site["index.html"].Data)
		site["index.html"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "<p id=", attack+"\n<p id=", 1))}
		site["static/site.js"] = &fstest.MapFile{Data: []byte("x()")}
		_, errs := Prove(Subject{Site: site, Seeds: []*source.File{seed()}})
		if err := errs.Err(); err == nil || !strings.Contains(err.Error(), "index.html:4:") {
			t.Errorf("%s\n\tproblems: %v", attack, errs)
		}
	}
}

// TestAttacksOfDrawings puts what may run or load into a drawing in a file of its own.
func TestAttacksOfDrawings(t *testing.T) {
	for _, attack := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><p xmlns="http://www.w3.org/1999/xhtml">x</p></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://x.example/";</style></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[p{fill:url(https://x.example/)}]]></style></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="javascript:alert(1)"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:alert(1)"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(//x.example/)"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>`,
		`<?xml version="1.0"?><?xml-stylesheet href="https://x.example/"?><svg xmlns="http://www.w3.org/2000/svg"/>`,
		`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"/>`,
		`<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>`,
		`<svg/>`, `<svg xmlns="http://www.w3.org/2000/svg">`,
	} {
		site := maps.Clone(goodSite())
		site["static/logo.svg"] = &fstest.MapFile{Data: []byte(attack)}
		if _, errs := Prove(Subject{Site: site, Seeds: []*source.File{seed()}}); !strings.Contains(errs.Error(), "static/logo.svg:1:") {
			t.Errorf("%s\n\tproblems: %v", attack, errs)
		}
	}
}

// TestHarmless: what hand-written pages, a site's own layouts and drawings may well have passes.
func TestHarmless(t *testing.T) {
	layouts := fstest.MapFS{"baseof.html": {Data: []byte("<script>\nown()\n</script><style>p{color:red}</style><script>{{ .Title }}</script>")}}
	site := maps.Clone(goodSite())
	page := string(site["index.html"].Data)
	site["index.html"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "<p id=", `<script>own()</script><style>p{color:red}</style>
<h2 id="a" class="b" style="color: rgb(1 2 3)">标题</h2><details open><summary>开</summary></details><time datetime="2026-01-01">日</time>
<ol start="3"><li>x</li></ol><table><tr><td rowspan="2" data-head="甲">x</td></tr></table><img src="data:image/png;base64,AA" alt="x">
<svg viewBox="0 0 1 1"><g transform="rotate(3 1 2)"><path d="M0 0" fill="url(#g)"/></g><a href="#a"><title>x &lt; y</title></a></svg>
<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow data-added><mi>x</mi></mrow><annotation encoding="text/plain">x</annotation></semantics></math>
<noscript><p>x <a href="#a">y</a></p></noscript><!-- 注 --><p id=`, 1))}
	site["static/logo.svg"] = &fstest.MapFile{Data: []byte(`<?xml version="1.0"?><!-- Inkscape --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1">
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><inkscape:grid/><style>path { fill: url(#g) }</style><path d="M0 0" style="fill:url(#g)"/><use href="#g"/></svg>`)}
	site["static/site.css"] = &fstest.MapFile{Data: []byte(`/* url(https://x.example/) */ @media print { p::after { content: "url(https://x.example/)"; background: url("logo.svg") } }
.a\:b:not(.c) { width: calc(1em + var(--x)); color: light-dark(#000, #fff); background: url("data:image/svg+xml,%3Csvg/%3E"); --y: url(logo.svg) }`)}
	if _, errs := Prove(Subject{Site: site, Seeds: []*source.File{seed()}, Layouts: layouts}); errs.Err() != nil {
		t.Error(errs)
	}
}

// TestStyles puts what may load into a style sheet.
func TestStyles(t *testing.T) {
	for _, style := range []string{`@import"https://x.example/a.css";`, `@\69mport "https://x.example/";`, `@import url(logo.svg);`, `@namespace url(https://x.example/);`, `@charset "gbk";`,
		`p{background:url(https://x.example/a.png)}`, `p{background:URL( 'https://x.example/a.png' )}`, `p{background:u\rl(logo.svg)}`, `p{background:\75rl(logo.svg)}`,
		`p{background:url(logo\.svg)}`, `p{--x:url(//x.example/)}`, `p{background:image-set("logo.svg" 1x)}`, `@font-face{src:url(https://x.example/a.woff2)}`,
		`p{background:url("data:text/html,x")}`, `@document url(https://x.example/) {}`, "p{content:\"a\nb\"}", `<!-- p{} -->`, `p{behavior:url(a.htc)}`, "p{}\xff", "@media{p{background:url(https://x.example/",
		`p{cursor:url(https://x.example/a.cur),auto}`, `@supports (x:url(https://x.example/)) {}`, `p{background:attr(data-x type(<url>))}`, `p{background:url(site.css)}`, `p{background:if(else: url(https://x.example/))}`} {
		site := maps.Clone(goodSite())
		site["static/site.css"] = &fstest.MapFile{Data: []byte(style)}
		if _, errs := Prove(Subject{Site: site, Seeds: []*source.File{seed()}}); !strings.Contains(errs.Error(), "static/site.css:1:") {
			t.Errorf("%s\n\tproblems: %v", style, errs)
		}
	}
}

// FuzzPermit: in a page that is not refused, a browser with scripts and one without see allowed elements only.
func FuzzPermit(f *testing.F) {
	names, _ := filepath.Glob("../../layouts/*.html")
	for _, seed := range append(attacks, names...) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		page := &file{name: "x.html"}
		text := "<!doctype html><html><head><title>x</title></head><body>" + body + "</body></html>"
		page.wellFormed([]byte(text))
		page.readElements([]byte(text), &standards{})
		if len(page.problems) > 0 {
			return
		}
		for _, scripting := range []bool{true, false} {
			root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(scripting))
			if err != nil {
				return
			}
			for n := range root.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				own, ok := allowed.page[strings.ToLower(n.Data)]
				if !ok {
					t.Fatalf("a browser sees %q in %q", n.Data, body)
				}
				for _, a := range n.Attr {
					if known, _ := attributeAllowed(allowed.page, own, strings.ToLower(a.Key), a.Val); !known {
						t.Fatalf("a browser sees %s of %q in %q", a.Key, n.Data, body)
					}
				}
			}
		}
	})
}
