#!/usr/bin/env bash
# Sees to what the browser tests need of the system: Chromium, and a font with Chinese characters.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
[ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || missing+=(fontconfig fonts-noto-cjk)
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "  System packages: ${missing[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "The browser tests need Chromium and a Chinese font; install the packages: ${missing[*]}" >&2
  exit 1
fi
