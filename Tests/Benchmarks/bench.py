#!/usr/bin/env python3
"""Times hoso against its peers on the same files in one run, and prints ratios.

    python3 Tests/Benchmarks/bench.py [--hoso PATH] [--runs N] [--only WORD] [--scratch DIR]

Each case runs hoso and every peer that is installed in turn (A B A B ...), so that a machine whose
speed drifts treats them alike, and prints the median of the wall times, the largest resident set and
the ratio peer / hoso: above 1, hoso is the faster. Nothing here passes or fails.
"""

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
import document_cases
import make_many

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def watch_memory(process, peaks):
    """Keeps the largest resident set a process had: what wait4 tells counts its parent's, too."""
    try:
        while True:
            with open(f"/proc/{process.pid}/status") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        peaks.append(int(line.split()[1]) / 1024)
            time.sleep(0.02)
    except OSError:
        return


def measure(command, directory):
    """Runs a command; returns wall seconds, CPU seconds, peak resident MB and exit status."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=directory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = [0.0]
    watcher = threading.Thread(target=watch_memory, args=(process, peaks), daemon=True)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    watcher.join()
    return wall, usage.ru_utime + usage.ru_stime, max(peaks), os.waitstatus_to_exitcode(status)


class Bench:
    def __init__(self, hoso, runs, only, scratch):
        self.hoso, self.runs, self.only, self.scratch = hoso, runs, only, scratch

    def case(self, title, command, peers, directory=None, before=None, expect=(0,)):
        """One case: hoso's command and the peers' as (name, command); absent programs are said."""
        if self.only and self.only not in title:
            return
        print(f"\n{title}")
        rows = [("hoso", command)] + [(name, peer) for name, peer in peers]
        usable = []
        for name, peer in rows:
            if shutil.which(peer[0]):
                usable.append((name, peer, []))
            else:
                print(f"  {name:34} not installed")
        for run in range(self.runs + 1):
            for name, peer, results in usable:
                if before:
                    before()
                result = measure(peer, directory)
                if run > 0:
                    results.append(result)
        base = statistics.median(r[0] for r in usable[0][2])
        for name, peer, results in usable:
            wall = statistics.median(r[0] for r in results)
            cpu = statistics.median(r[1] for r in results)
            memory = max(r[2] for r in results)
            status = results[0][3]
            said = "" if name != "hoso" or status in expect else f"  EXIT STATUS {status}"
            print(f"  {name:34} {wall:8.3f} s  cpu {cpu:7.3f} s  {memory:7.1f} MB"
                  f"  ratio {wall / base:6.2f}{said}")


def write_random(path, size, seed, compressible):
    """Writes a file of a size: text-like where it is to compress, else random bytes."""
    generator = random.Random(seed)
    words = [f"tu{generator.randrange(4000):04d}" for _ in range(2000)]
    with open(path, "wb") as out:
        left = size
        while left > 0:
            if compressible:
                block = " ".join(generator.choice(words) for _ in range(20000)).encode()
            else:
                block = generator.randbytes(1 << 20)
            out.write(block[:left])
            left -= min(left, len(block))


def make_bag(folder, count, size, hoso_scratch):
    """Makes a bag folder of so many files with manifests by Python's own hashlib."""
    import hashlib
    data = folder / "data"
    data.mkdir(parents=True)
    lines = []
    for number in range(count):
        sub = data / f"{number // 200:03d}"
        sub.mkdir(exist_ok=True)
        path = sub / f"minh chứng {number:06d}.bin"
        write_random(path, size, number, compressible=False)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    (folder / "manifest-sha256.txt").write_text("".join(lines))
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (folder / "bag-info.txt").write_text(f"Payload-Oxum: {count * size}.{count}\n")
    with open(folder / "tagmanifest-sha256.txt", "w") as out:
        for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            out.write(f"{digest}  {name}\n")


def zip_stored(folder, target):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        names = sorted(folder.rglob("*"))
        for path in names:
            if path.is_file():
                archive.write(path, path.relative_to(folder.parent).as_posix())


def verify_cases(bench, label, count, size):
    folder = bench.scratch / f"bag-{count}-{size}"
    if bench.only and bench.only not in f"verify {label}":
        return
    if not folder.exists():
        make_bag(folder, count, size, bench.scratch)
        zip_stored(folder, bench.scratch / f"{folder.name}.zip")
    files = [str(p) for p in sorted((folder / "data").rglob("*")) if p.is_file()]
    listing = bench.scratch / f"{folder.name}.list"
    listing.write_text("\0".join(files))
    openssl = ["sh", "-c", f"xargs -0 openssl dgst -sha256 < '{listing}'"]
    bench.case(f"verify {label}: folder", [bench.hoso, "verify", str(folder)], [
        ("openssl dgst -sha256, one process", openssl),
        ("sha256sum -c", ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"]),
        ("bagit.py --validate --processes 2",
         ["bagit.py", "--validate", "--quiet", "--processes", "2", str(folder)]),
    ], directory=folder)
    bench.case(f"verify {label}: stored ZIP", [bench.hoso, "verify", f"{folder}.zip"], [
        ("openssl dgst -sha256, one process", openssl),
        ("unzip -tq", ["unzip", "-tq", f"{folder}.zip"]),
        ("7z t", ["7z", "t", f"{folder}.zip"]),
    ])


def pack_case(bench, label, dossier, out):
    target = out / "packed"

    def clean():
        for path in out.glob("packed*"):
            path.unlink()

    bench.case(f"pack {label}",
               [bench.hoso, "pack", str(dossier), "-o", f"{target}.zip", "--allow-incomplete",
                "--date", "2025-01-01"],
               [("zip -6 -r", ["zip", "-q", "-r", "-6", f"{target}-zip.zip", "."]),
                ("7z a -mx=1 -mmt2", ["7z", "a", "-mx=1", "-mmt2", f"{target}-7z.zip", "."]),
                ("bagit.py (in a copy)", ["sh", "-c", f"cp -r . '{target}-bag' && bagit.py --quiet "
                                          f"--sha256 '{target}-bag'; rm -rf '{target}-bag'"])],
               directory=dossier, before=clean)
    for name in ["packed.zip", "packed-zip.zip", "packed-7z.zip"]:
        path = out / name
        if path.exists():
            print(f"  size of {name:26} {path.stat().st_size:12,d} bytes")


def small_compressible(folder, count):
    """A dossier of so many small tables of numbers: they pack well, and have no text to read."""
    place = folder / "5-minh-chung" / "1a"
    place.mkdir(parents=True)
    for number in range(count):
        generator = random.Random(number)
        records = [b"\0" + generator.randbytes(4) + bytes(3) for _ in range(600)]
        data = b"".join(generator.choice(records) for _ in range(2048))
        (place / f"số liệu {number:05d}.dat").write_bytes(data)


def large_stored(folder, count, size):
    """A dossier of so many photos by name and content: already compressed, so that they are stored."""
    place = folder / "5-minh-chung" / "1c"
    place.mkdir(parents=True)
    for number in range(count):
        data = b"\xff\xd8\xff\xe0" + random.Random(number).randbytes(size - 4)
        (place / f"ảnh {number:02d}.jpg").write_bytes(data)


def pack_small(bench):
    if bench.only and bench.only not in "pack 12,000 small compressible files":
        return
    small = bench.scratch / "small-compressible"
    if not small.exists():
        small_compressible(small, 12_000)
    pack_case(bench, "12,000 small compressible files", small, bench.scratch)


def pack_large(bench):
    if bench.only and bench.only not in "pack 24 stored files of 40 MB":
        return
    large = bench.scratch / "large-stored"
    if not large.exists():
        large_stored(large, 24, 40_000_000)
    target = bench.scratch / "packed"
    files = f"find '{large}' -type f -print0"
    bench.case("pack 24 stored files of 40 MB",
               [bench.hoso, "pack", str(large), "-o", f"{target}.zip", "--allow-incomplete",
                "--date", "2025-01-01"],
               [("cp and one pass of openssl",
                 ["sh", "-c", f"cp -r '{large}' '{target}-copy' && {files} | "
                  f"xargs -0 openssl dgst -sha256; rm -rf '{target}-copy'"]),
                ("zip -0 -r", ["zip", "-q", "-r", "-0", f"{target}-zip.zip", str(large)])],
               before=lambda: [path.unlink() for path in bench.scratch.glob("packed*.*")])


def many_texts(folder, count):
    """A complete dossier with so many text files of 4 KB as evidence."""
    folder.mkdir()
    make_many.documents(folder, 2024, random.Random("documents"))
    codes = list(make_many.CRITERIA)
    for code in codes:
        (folder / "5-minh-chung" / code).mkdir(parents=True)
    for number in range(count):
        lines = make_many.prose(random.Random(number), 30)
        text = "\n".join([f"Ghi chép số {number + 1}", *lines, ""]).encode()[:4096]
        place = folder / "5-minh-chung" / codes[number % len(codes)]
        (place / f"ghi-chep-{number + 1:06d}.txt").write_bytes(text)


def growth_case(bench, counts):
    """How time and memory grow with the number of files: each command once, no peers."""
    if bench.only and bench.only not in "growth":
        return
    print("\ngrowth: text files of 4 KB, one run each")
    print(f"  {'files':>8} {'command':8} {'wall s':>9} {'cpu s':>9} {'ms a file':>10} {'MB':>8}")
    for count in counts:
        dossier = bench.scratch / f"texts-{count}"
        if not dossier.exists():
            many_texts(dossier, count)
        archive = bench.scratch / f"texts-{count}.zip"
        for path in bench.scratch.glob(f"{archive.name}*"):
            path.unlink()
        commands = [
            ("check", [bench.hoso, "check", "--format", "json", str(dossier)]),
            ("pack", [bench.hoso, "pack", str(dossier), "-o", str(archive), "--date",
                      "2025-01-01", "--allow-incomplete"]),
            ("verify", [bench.hoso, "verify", str(archive)]),
        ]
        for name, command in commands:
            wall, cpu, memory, status = measure(command, None)
            said = "" if status == 0 else f"  EXIT STATUS {status}"
            print(f"  {count:8,d} {name:8} {wall:9.2f} {cpu:9.2f} {wall * 1000 / count:10.3f}"
                  f" {memory:8.1f}{said}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hoso", default=str(ROOT / ".build/release/hoso"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="only the cases whose title holds this word")
    parser.add_argument("--scratch", default="")
    parser.add_argument("--files", type=int, default=2000, help="files of the many-files dossier")
    arguments = parser.parse_args()
    scratch = Path(arguments.scratch or tempfile.mkdtemp(prefix="hoso-bench-"))
    scratch.mkdir(parents=True, exist_ok=True)
    bench = Bench(arguments.hoso, arguments.runs, arguments.only, scratch)
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))

    bench.case("start-up: --version", [bench.hoso, "--version"], [
        ("true", ["true"]), ("python3 -c pass", ["python3", "-c", "pass"])])

    dossier = scratch / f"dossier-{arguments.files}"
    if not dossier.exists():
        subprocess.run([sys.executable, str(HERE / "make_many.py"), str(dossier),
                        str(arguments.files)], check=True)
    bench.case(f"check {arguments.files} files",
               [bench.hoso, "check", "--format", "json", str(dossier)],
               [("sha256sum of every file",
                 ["sh", "-c", f"find '{dossier}' -type f -print0 | xargs -0 sha256sum"]),
                ("exiftool, one process", ["exiftool", "-j", "-n", "-r", str(dossier)])],
               expect=(0, 1))
    pack_case(bench, f"{arguments.files} files", dossier, scratch)
    pack_small(bench)
    pack_large(bench)
    evidence = scratch / "dossier-10000"
    title = "check 10,000 files"
    if not arguments.only or arguments.only in title:
        if not evidence.exists():
            subprocess.run([sys.executable, str(HERE / "make_many.py"), str(evidence), "10000"],
                           check=True)
        bench.case(title, [bench.hoso, "check", "--format", "json", str(evidence)],
                   [("sha256sum of every file",
                     ["sh", "-c", f"find '{evidence}' -type f -print0 | xargs -0 sha256sum"]),
                    ("exiftool, one process", ["exiftool", "-j", "-n", "-r", str(evidence)])],
                   expect=(0, 1))

    documents = [str(p) for p in sorted(dossier.rglob("*.docx"))]
    python_docx = ("import sys, docx\n"
                   "for p in sys.argv[1:]:\n"
                   "    c = docx.Document(p).core_properties; c.author, c.created\n")
    bench.case(f"metadata {len(documents)} DOCX",
               [bench.hoso, "metadata", "--format", "jsonl", *documents],
               [("exiftool, one process", ["exiftool", "-j", "-n", *documents]),
                ("python-docx", ["python3", "-c", python_docx, *documents])])

    document_cases.cases(bench)

    verify_cases(bench, "24 files of 40 MB", 24, 40_000_000)
    verify_cases(bench, "12,000 files of 16 KB", 12_000, 16_384)
    growth_case(bench, [100, 1_000, 10_000, 100_000])
    if not arguments.scratch:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
