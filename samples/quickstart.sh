#!/usr/bin/env bash
# From a fresh clone to a checked, packed and verified dossier.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }
run() {
  printf '\n$ %s\n' "$(basename "$1") ${*:2}"
  "$@"
}

step "System packages"
bash Tests/install.sh

step "Building hoso (release)"
swift build -c release --product hoso
hoso="$(swift build -c release --show-bin-path)/hoso"

out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

step "Is the dossier complete?"
run "$hoso" check samples/complete

step "Pack it for the inspector"
run "$hoso" pack samples/complete -o "$out/ho-so.zip" --date 2025-02-10

step "Is the archive intact?"
run "$hoso" verify "$out/ho-so.zip"

step "And one that somebody has tampered with"
status=0
run "$hoso" verify samples/tampered.zip || status=$?
[ "$status" -eq 1 ] || { echo "expected exit status 1, got $status" >&2; exit 1; }

printf '\nDone. The command is %s\n' "$hoso"
