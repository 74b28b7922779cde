#!/usr/bin/env bash
# Installs the system packages that the build (and, with "tests", the tests) need and that are missing.
# Sourced or run; says what it installs, and stops with one clear line where it cannot.
set -euo pipefail

build_packages=(pkg-config libarchive-dev libxml2-dev libdeflate-dev zlib1g-dev libqpdf-dev
  libexif-dev libqrencode-dev poppler-utils)
test_packages=(zip unzip 7zip libarchive-tools python3 python3-venv chromium zbar-tools
  fonts-dejavu-core)

wanted=("${build_packages[@]}")
if [ "${1:-}" = tests ]; then wanted+=("${test_packages[@]}"); fi

if ! command -v swift >/dev/null; then
  echo "hoso needs a Swift toolchain (6.2 or later): see https://www.swift.org/install" >&2
  exit 2
fi

missing=()
for package in "${wanted[@]}"; do
  if command -v dpkg-query >/dev/null &&
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
    continue
  fi
  missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "This system has no apt-get. Install these libraries and run again: ${missing[*]}" >&2
  exit 2
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    echo "Missing packages, and no right to install them. Run this, then try again:" >&2
    echo "  sudo apt-get install ${missing[*]}" >&2
    exit 2
  fi
fi
echo "Installing system packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
available=()
for package in "${missing[@]}"; do
  if apt-cache show "$package" >/dev/null 2>&1; then
    available+=("$package")
  else
    echo "  (this system has no package $package: what needs it is skipped)"
  fi
done
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${available[@]}" >/dev/null
