#!/usr/bin/env bash
# Runs the pinned uv with pip's own settings, which uv does not read: for machines behind a mirror or a company's proxy.
set -euo pipefail
cd "$(dirname "$0")/../.."

setting() { .venv/bin/python -m pip config get "$1" 2>/dev/null || true; }
export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$(setting global.index-url)}}"
[ -n "$UV_DEFAULT_INDEX" ] || unset UV_DEFAULT_INDEX
export SSL_CERT_FILE="${SSL_CERT_FILE:-${PIP_CERT:-$(setting global.cert)}}"
[ -n "$SSL_CERT_FILE" ] || unset SSL_CERT_FILE
export VIRTUAL_ENV="$PWD/.venv" UV_NO_CONFIG=1 UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}" UV_LINK_MODE="${UV_LINK_MODE:-copy}"
exec .venv/bin/uv "$@"
