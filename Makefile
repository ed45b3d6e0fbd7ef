# What people and CI run. Each target says when to use it.

GO = go
SOURCES = generator $(wildcard *.go)

# The site: everything from seeds/ to the checked public/.
.PHONY: site
site:
	@$(GO) run ./generator build

# All tests, in a browser too. Use before each commit.
.PHONY: test
test:
	@files=$$($$($(GO) env GOROOT)/bin/gofmt -l $(SOURCES)); if [ -n "$$files" ]; then echo "gofmt: $$files"; exit 1; fi
	@$(GO) vet ./...
	@.ci/chromium
	@$(GO) test -timeout 30m ./...
	@if ! command -v node >/dev/null; then echo "node is missing: static/js is tested in the browser only"; \
	else out=$$(node --test static/js/*.test.js) || { echo "$$out"; exit 1; }; fi

# The site on 127.0.0.1, built anew when a seed, layout or script changes. Use while editing.
.PHONY: serve
serve:
	@$(GO) run ./generator serve

# Pictures of every kind of page in screenshots/, by width and colours. Look at them after work on the look.
.PHONY: screenshots
screenshots:
	@GALLERY=$(CURDIR)/screenshots $(GO) test -count 1 -timeout 30m -run '^TestGallery$$' ./generator/sitetest

# Time and memory of each stage. Use before and after work on speed.
.PHONY: bench
bench:
	@$(GO) test -run '^$$' -bench . -benchmem ./generator/...
	@SPEED=1 $(GO) test -count 1 -v -run '^Test(Speed|Steady)$$' ./generator/sitetest

# All that must hold before a change is taken: tests, fresh content/, a site that proves itself.
.PHONY: check
check: test
	@$(GO) run ./generator generate --check
	@$(GO) run ./generator build

# How often each rule was used, and how often the gold agrees with it; generator/invariant/precision.txt keeps that.
# Use after work on rules. MORE="GOLD PAPERS" adds folders of gold and papers kept elsewhere.
.PHONY: rules
OTHERS = $(if $(wildcard ../shared/eval/gold/corpus),../shared/eval/gold/corpus ../shared/corpus)
MORE =
rules:
	@$(GO) run ./generator eval --rules $(if $(OTHERS),--precision generator/invariant/precision.txt) \
		generator/eval/testdata/gold/seeds seeds $(OTHERS) $(MORE)
	@$(if $(OTHERS),,echo "no gold of other papers beside the project: precision.txt stays")

# Rewrites the golden files. Use after a wanted change of output, then read the difference.
.PHONY: golden
golden:
	@UPDATE_GOLDEN=1 $(GO) test ./generator/...
	@git diff --stat

# Each fuzz target for 30 seconds, with the inputs that it was given: FUZZTIME=5m or FUZZTIME=100000x make fuzz takes longer.
# Use after work on reading or escaping.
FUZZTIME ?= 30s
FUZZFLOOR ?= 1000
.PHONY: fuzz
fuzz:
	@$(GO) run ./generator/internal/fuzz -time $(FUZZTIME) -floor $(FUZZFLOOR)

# Kills a whole build at so many moments: KILLS=300 make kills takes longer. Use after work on how a site is committed.
KILLS ?= 100
.PHONY: kills
kills:
	@KILLS=$(KILLS) $(GO) test -count 1 -v -timeout 60m -run '^TestKilled$$' ./generator

# Disables each branch of the rules in turn and prints those that no test notices. Use after work on rules.
.PHONY: branches
branches:
	@$(GO) run ./generator/internal/branches target duty

# Removes the built site.
.PHONY: clean
clean:
	@rm -rf public .public.new .public.old .public.tmp
