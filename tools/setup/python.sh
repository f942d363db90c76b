#!/usr/bin/env bash
# Makes .venv from a locked list of requirements: python.sh run | dev. Does nothing when .venv already holds it.
set -euo pipefail
cd "$(dirname "$0")/../.."
digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

set_name=$1
mark=$(cat requirements/uv.txt "requirements/$set_name.txt" pyproject.toml | digest | cut -d' ' -f1)
for known in "$set_name" dev; do # the dev list contains the run list
  other=$(cat requirements/uv.txt "requirements/$known.txt" pyproject.toml | digest | cut -d' ' -f1)
  if [ "$(cat ".venv/kaipu-$known" 2>/dev/null)" = "$other" ] && [ -x .venv/bin/kaipu ]; then exit 0; fi
done

find_python() {
  for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    if [ -n "$name" ] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$name"; return; fi
  done
  echo "Kaipu needs Python 3.11 or newer: install it, or name it with PYTHON=/path/to/python3 make ..." >&2
  exit 1
}

echo "  Python packages ($set_name) ..."
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  python=$(find_python)
  if ! "$python" -m venv --clear .venv; then
    echo "This Python cannot make environments: on Debian and Ubuntu, apt-get install python3-venv." >&2
    exit 1
  fi
fi
# uv installs in seconds what pip takes minutes for. It is pinned and checked like everything else.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

rm -f .venv/kaipu-run .venv/kaipu-dev
tools/setup/uv.sh pip install --quiet --require-hashes -r "requirements/$set_name.txt"
tools/setup/uv.sh pip install --quiet --no-deps --build-constraints requirements/dev.txt --editable .
echo "$mark" > ".venv/kaipu-$set_name"
