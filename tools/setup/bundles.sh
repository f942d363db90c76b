#!/usr/bin/env bash
# Builds what browsers load: the studio and the web platform's run time. Does nothing when their sources have not changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
digest() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
PATH="$PWD/.venv/bin:$PATH"

sources=(studio tools/bundle src/kaipu/shell src/kaipu/blocks src/kaipu/platforms src/kaipu/compiler package.json package-lock.json)
mark=$(find "${sources[@]}" -type f -not -path '*/dist/*' -not -path '*/node_modules/*' -not -name '*.pyc' -print0 | LC_ALL=C sort -z | xargs -0 cat | digest)
stamp=build/bundles
if [ "$(cat "$stamp" 2>/dev/null)" = "$mark" ] && [ -f src/kaipu/web/static/studio/index.html ]; then exit 0; fi

tools/setup/packages.sh run
echo "  Front-end bundles ..."
npm run --silent bundles
.venv/bin/python -m kaipu.platforms.minify
# Zipped once here, so that the server need not zip each answer.
for folder in src/kaipu/web/static/studio src/kaipu/platforms/web/dist; do
  .venv/bin/python -m whitenoise.compress --quiet "$folder"
done
mkdir -p build
echo "$mark" > "$stamp"
