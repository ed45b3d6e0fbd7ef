#!/bin/sh
# Compares our search with Pagefind on the same pages: the five seeds and 1,000 synthetic papers.
# Run it in the project's folder. It needs npm, Chromium, and a folder for what it makes.
set -eu
dir=${1:?usage: generator/search/bench/beside.sh FOLDER}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
npm install --silent --prefix "$dir/npm" pagefind@1.6.0

ZHENGCE_BESIDE=$dir/site go test ./generator/search -count=1 -run '^TestWriteBeside$'
time "$dir/npm/node_modules/.bin/pagefind" --site "$dir/site" --glob 'documents/*.html' --force-language zh
du -sk "$dir/site/search" "$dir/site/pagefind"
ZHENGCE_BESIDE=$dir/site go test ./generator/sitetest -count=1 -v -timeout 30m -run '^TestBeside$' | grep -e '|' -e ok -e FAIL
