#!/bin/bash
# Runs the fuzzers: Tests/Fuzz/run.sh [TARGET|all] [SECONDS]
#
# A target is a Swift file beside this script. The library is built with the fuzzer's and the address
# sanitizer's instruments into a scratch folder of its own (HOSO_FUZZ_SCRATCH), never into .build.
# What a fuzzer has learned stays there in corpus/TARGET; what it found, in found/TARGET: mend it, and
# keep the bytes as a test.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${1:-all}
seconds=${2:-60}
scratch=${HOSO_FUZZ_SCRATCH:-${TMPDIR:-/tmp}/hoso-fuzz}
fixtures=Tests/DossierEngineTests/Fixtures
# The backtrace program would hang behind the sanitizer's own report.
export SWIFT_BACKTRACE=enable=no

seeds() { # the real files a target begins with
  case $1 in
    OLE) ls "$fixtures"/*.doc "$fixtures"/*.xls ;;
    RTF) ls "$fixtures"/*.rtf ;;
    PDF) ls "$fixtures"/*.pdf ;;
    Office) find samples/complete Tests/Fuzz/Seeds -name '*.docx' -o -name '*.odt' -o -name '*.ods' \
      -o -name '*.xlsx' -o -name '*.pptx' ;;
    OfficeXML) ls Tests/Fuzz/Seeds/* ;;
    *) ls "$fixtures"/"$1"/* 2>/dev/null || true ;;
  esac
}

build() {
  swift build -c release --scratch-path "$scratch/build" --product HosoFuzz \
    -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address
}

link() { # one harness against the library
  local products=$scratch/build/release modules=() map
  for folder in Sources/C*/; do
    if [ -f "$folder/module.modulemap" ]; then modules+=(-I "$folder"); fi
  done
  # The C modules of the packages we use: their own maps, or those the build made for them.
  while IFS= read -r map; do
    modules+=(-Xcc "-fmodule-map-file=$map")
  done < <(find "$scratch/build/checkouts" "$products/" -name module.modulemap \
    \( -path '*/Sources/*/include/*' -o -path '*.build/module.modulemap' \))
  # shellcheck disable=SC2046 # words of pkg-config are meant to be split
  swiftc -O -parse-as-library -sanitize=fuzzer,address -swift-version 6 \
    -I "$products/Modules" "${modules[@]}" \
    $(pkg-config --cflags-only-I --libs libarchive libxml-2.0 libdeflate zlib libqpdf libexif libqrencode) \
    "Tests/Fuzz/$1.swift" -L "$products" -lHosoFuzz -lFoundation -lFoundationEssentials \
    -lswiftGlibc -lswiftSynchronization -lswift_Concurrency -lswift_StringProcessing -o "$scratch/$1"
}

fuzz() {
  mkdir -p "$scratch/corpus/$1" "$scratch/found/$1"
  local seed
  if [ -z "$(ls -A "$scratch/corpus/$1")" ]; then
    bash Tests/Fuzz/seeds.sh "$1" "$scratch/corpus/$1"
  fi
  while IFS= read -r seed; do cp -n "$seed" "$scratch/corpus/$1/"; done < <(seeds "$1")
  echo "== $1: $seconds s"
  "$scratch/$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$scratch/found/$1/" "$scratch/corpus/$1"
}

build
for file in Tests/Fuzz/*.swift; do
  name=$(basename "$file" .swift)
  if [ "$target" = all ] || [ "$target" = "$name" ]; then
    link "$name"
    fuzz "$name"
  fi
done
