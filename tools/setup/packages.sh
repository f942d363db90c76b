#!/usr/bin/env bash
# Installs the locked npm packages: packages.sh run (what bundling needs) | dev (what tests need besides).
set -euo pipefail
cd "$(dirname "$0")/../.."
digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
PATH="$PWD/.venv/bin:$PATH"

set_name=$1
# What tests need was installed once: to take it away again would only cost time.
[ ! -d node_modules/typescript ] || set_name=dev
mark="$(digest < package-lock.json | cut -d' ' -f1)"
for known in "$set_name" dev; do # the dev packages contain the run packages
  if [ "$(cat "node_modules/.kaipu-$known" 2>/dev/null)" = "$mark" ]; then exit 0; fi
done

echo "  npm packages ($set_name) ..."
# A company's proxy has a certificate of its own; what Python's tools were told of it, npm must be told too.
certificates="${NODE_EXTRA_CA_CERTS:-${SSL_CERT_FILE:-${PIP_CERT:-}}}"
[ -z "$certificates" ] || export NODE_EXTRA_CA_CERTS="$certificates"
omit=()
[ "$set_name" = dev ] || omit=(--omit=dev)
npm ci --no-audit --no-fund --loglevel=error "${omit[@]}"
echo "$mark" > "node_modules/.kaipu-$set_name"
