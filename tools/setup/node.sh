#!/usr/bin/env bash
# Sees to a Node that can bundle: the machine's own when it is new enough, else the one on PyPI, into .venv/bin.
set -euo pipefail
cd "$(dirname "$0")/../.."

new_enough='const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
PATH="$PWD/.venv/bin:$PATH"
if command -v node >/dev/null && command -v npm >/dev/null && node -e "$new_enough"; then exit 0; fi

echo "  Node (from PyPI: this machine has none, or one older than 20.19) ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt
