#!/bin/bash
# Makes the seeds of the archive fuzzers: Tests/Fuzz/seeds.sh TARGET FOLDER
#
# A small bag is made of text, and packed by whichever tools are installed. The conformance suite's
# bags are taken too where the suite lies beside the project.
set -euo pipefail
target=$1
folder=$(realpath "$2")
suites=$(cd "$(dirname "$0")/../../.." && pwd)/shared/suites
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

has() { command -v "$1" >/dev/null; }

bag() { # a bag of RFC 8493 in the folder "bag"
  mkdir -p bag/data/b
  printf 'alpha\n' >bag/data/a.txt
  printf 'beta beta beta beta beta\n' >"bag/data/b/tệp.txt"
  printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' >bag/bagit.txt
  printf 'Bagging-Date: 2024-01-15\nPayload-Oxum: 31.2\nNote: one\n two\n' >bag/bag-info.txt
  local kind
  for kind in md5 sha1 sha256 sha512; do
    (cd bag && find data -type f -print0 | xargs -0 "${kind}sum" >"manifest-$kind.txt")
  done
  (cd bag && sha256sum bagit.txt bag-info.txt manifest-*.txt >tagmanifest-sha256.txt)
}

flat() { # a bag's folder as BagFiles reads it: path, RS, data, GS
  local file
  (cd "$1" && find . -type f -printf '%P\n' | while IFS= read -r file; do
    printf '%s\036' "$file"
    cat "$file"
    printf '\035'
  done)
}

zips() {
  if has zip; then
    zip -q -r -0 "$folder/stored.zip" bag
    zip -q -r -9 "$folder/deflated.zip" bag
    zip -q -r - bag | cat >"$folder/streamed.zip"
    zip -q -r -fz "$folder/zip64.zip" bag
  fi
  if has 7z; then 7z a -bd -tzip "$folder/7z.zip" bag >/dev/null; fi
  if has bsdtar; then bsdtar --format zip -cf "$folder/bsdtar.zip" bag; fi
}

tars() {
  local form
  for form in v7 ustar pax gnu; do
    LC_ALL=C.UTF-8 tar --format="$form" -cf "$folder/$form.tar" bag 2>/dev/null || true
  done
  # Long names, links and a hole, each in its own form.
  local long
  long=$(printf 'n%.0s' {1..120})
  mkdir -p "odd/$long"
  printf 'x\n' >"odd/$long/$long"
  ln -s "$long/$long" odd/link
  ln "odd/$long/$long" odd/hard
  truncate -s 64K odd/hole
  for form in pax gnu; do tar --format="$form" -S -cf "$folder/odd-$form.tar" odd; done
  gzip -k "$folder/pax.tar"
  cat "$folder/pax.tar.gz" "$folder/pax.tar.gz" >"$folder/twice.tar.gz"
  if has xz; then xz -k "$folder/pax.tar"; fi
  if has zstd; then zstd -q "$folder/pax.tar"; fi
}

bag
case $target in
  ZIP)
    zips
    cp -n "$suites"/malo/zip/*/*.zip "$suites"/warehouse-zipdata/*/*.zip "$folder" 2>/dev/null || true
    ;;
  Tar)
    tars
    cp -n "$suites"/malo/tar/*/*.tar* "$folder" 2>/dev/null || true
    ;;
  Bag)
    zips
    tars
    ;;
  BagFiles)
    flat bag >"$folder/forged"
    for declaration in "$suites"/bagit-conformance-suite/*/*/*/bagit.txt; do
      [ -f "$declaration" ] || continue
      name=${declaration%/bagit.txt}
      name=${name#"$suites"/bagit-conformance-suite/}
      flat "${declaration%/bagit.txt}" >"$folder/${name//\//-}"
    done
    ;;
esac
