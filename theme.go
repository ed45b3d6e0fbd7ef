// Package zhengce carries the look of the site, so that the built program needs no other file
// to make one: layouts, styles and scripts, and what a new site begins with.
package zhengce

import "embed"

// Theme holds layouts/ and static/.
//
//go:embed all:layouts all:static
var Theme embed.FS

// Start holds the settings and hand-written pages of a new site.
//
//go:embed hugo.toml content/about.md content/help.md content/method.md content/security.md
var Start embed.FS
