"""The benchmark's cases about documents: metadata against a plain C loop, text, memory.

Small DOCX are read on one core by every program. The C loop (`metadata_loop.c`) is compiled here;
with "parts" it reads the properties only, with "flags" also the stories, as hoso does.
"""

import shutil
import subprocess
from pathlib import Path

import make_documents

HERE = Path(__file__).resolve().parent
ONE_CORE = ["taskset", "-c", "0"]
PYTHON_DOCX = ("import sys, docx\n"
               "for p in sys.argv[1:]:\n"
               "    c = docx.Document(p).core_properties; c.author, c.created\n")


def c_loop(scratch):
    """Compiles the C loop; gives its path, or nothing where that cannot be done."""
    if not shutil.which("cc") or not shutil.which("pkg-config"):
        return None
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libarchive", "libxml-2.0"],
                           capture_output=True, text=True, check=False)
    program = scratch / "metadata_loop"
    if flags.returncode != 0:
        return None
    command = ["cc", "-O2", "-o", str(program), str(HERE / "metadata_loop.c"),
               *flags.stdout.split()]
    return program if subprocess.run(command, check=False).returncode == 0 else None


def corpus(scratch, kind, count):
    folder = scratch / f"documents-{kind}-{count}"
    if not folder.exists():
        make_documents.make(kind, folder, count)
    return sorted(folder.iterdir())


def describe(files):
    sizes = sorted(path.stat().st_size for path in files)
    return (f"{len(files)} files of {sizes[0]:,d} to {sizes[-1]:,d} bytes, "
            f"half of them up to {sizes[len(sizes) // 2]:,d}")


def small_docx(bench):
    if bench.only and bench.only not in "metadata of small DOCX":
        return
    files = corpus(bench.scratch, "docx", 4000)
    print(f"\nsmall DOCX: {describe(files)}")
    names = [str(path) for path in files]
    loop = c_loop(bench.scratch)
    peers = []
    if loop:
        peers = [("C loop, properties only", [*ONE_CORE, str(loop), "parts", *names]),
                 ("C loop, with the stories", [*ONE_CORE, str(loop), "flags", *names])]
    peers += [("exiftool, one process", [*ONE_CORE, "exiftool", "-j", "-n", *names]),
              ("python-docx", [*ONE_CORE, "python3", "-c", PYTHON_DOCX, *names])]
    bench.case("metadata of small DOCX, one core",
               [*ONE_CORE, bench.hoso, "metadata", "--jobs", "1", "--format", "jsonl", *names],
               peers)


def mixed_text(bench):
    if bench.only and bench.only not in "text of mixed documents":
        return
    files = corpus(bench.scratch, "mixed", 800)
    print(f"\nmixed documents: {describe(files)}")
    names = [str(path) for path in files]
    bench.case("text of mixed documents, one core",
               [*ONE_CORE, bench.hoso, "metadata", "--jobs", "1", "--format", "text", *names],
               [("exiftool, metadata only", [*ONE_CORE, "exiftool", "-j", "-n", *names])])


def cases(bench):
    small_docx(bench)
    mixed_text(bench)
