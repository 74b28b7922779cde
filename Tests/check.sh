#!/usr/bin/env bash
# Everything that must hold before a change lands: format, build, tests, acceptance.
#   bash Tests/check.sh                      all of it
#   bash Tests/check.sh --sanitize address   the tests under the address sanitizer (or: thread)
set -euo pipefail
cd "$(dirname "$0")/.."

sanitizer=""
while [ $# -gt 0 ]; do
  case "$1" in
  --sanitize)
    sanitizer="${2:-}"
    case "$sanitizer" in address | thread) shift 2 ;; *)
      echo "--sanitize takes address or thread" >&2
      exit 64
      ;;
    esac
    ;;
  *)
    echo "usage: bash Tests/check.sh [--sanitize address|thread]" >&2
    exit 64
    ;;
  esac
done

step() { printf '\n== %s\n' "$1"; }

step "System packages"
bash Tests/install.sh tests

# bagit-python is no Debian package: it judges our bags from an environment of its own.
if ! python3 -c 'import bagit' 2>/dev/null && [ ! -x .build/judge/bin/bagit.py ]; then
  python3 -m venv .build/judge >/dev/null 2>&1 &&
    .build/judge/bin/pip install -q bagit >/dev/null 2>&1 ||
    echo "bagit-python could not be installed: its tests are skipped"
fi

if [ -n "$sanitizer" ]; then
  step "Tests under the $sanitizer sanitizer"
  # XCTest itself leaks, so it stays out; a crash must end the run, not start a debugger.
  # The leaks of Foundation that the tests meet are named in a file.
  LSAN_OPTIONS="suppressions=$PWD/Tests/known-leaks.txt:print_suppressions=0" \
    SWIFT_BACKTRACE=enable=no swift test --sanitize "$sanitizer" --disable-xctest \
    --scratch-path ".build/sanitize-$sanitizer"
  exit
fi

step "Format"
swift format lint --strict --recursive Package.swift Sources Tests

step "Build, warnings are errors"
swift build --build-tests

step "Tests"
swift test --skip-build --disable-xctest

step "Acceptance: the quick start, as a new user runs it"
bash samples/quickstart.sh

step "Pages in a browser"
python3 Tests/Browser/check_pages.py "$(swift build --show-bin-path)/hoso" samples
