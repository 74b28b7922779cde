#!/usr/bin/env python3
"""Opens what hoso writes in a headless Chromium, as the person who receives it would.

    check_pages.py HOSO SAMPLES [--keep DIR]

Pages of every sample, of an archive once unzipped, of an empty dossier, of 500 files and of one
whose names and texts are hostile: no message on the console, no request to anything outside, every
link leads somewhere, headings, landmarks, labels and contrast hold in light and dark, nothing has
to be scrolled sideways at three widths, the minutes are one sheet whose QR code holds the digest.
Size and time of the 500-file page are printed. With --keep the pictures and prints stay in DIR.
Without Chromium it says that it is skipped. Only Python's standard library is needed.
"""

import argparse
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile

import chromium

HERE = pathlib.Path(__file__).resolve().parent
WIDTHS = (1366, 768, 390)


class Check:
    """The run: where things lie, and what was found wrong."""

    def __init__(self, options, scratch):
        self.hoso = str(options.hoso.resolve())
        self.samples = options.samples.resolve()
        self.scratch = scratch
        self.keep = options.keep
        self.wrong = []

    def run(self, *arguments):
        """Runs hoso; a dossier that is not complete is an answer too."""
        done = subprocess.run([self.hoso, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"hoso {arguments[0]}: {done.stderr}")

    def expect(self, holds, name, sentence):
        if not holds:
            self.wrong.append(f"{name}: {sentence}")

    # What is looked at.

    def pages(self):
        """Writes the pages; by name, whether links to files are expected."""
        empty, many, hostile = (self.scratch / name for name in ("empty", "many", "hostile"))
        empty.mkdir()
        subprocess.run([sys.executable, HERE.parent / "Benchmarks/make_many.py", many, "500"],
                       check=True)
        subprocess.run([sys.executable, HERE / "make_hostile.py", hostile], check=True)
        dossiers = [path for path in sorted(self.samples.iterdir()) if path.is_dir()]
        for dossier in [*dossiers, empty, many, hostile]:
            page = self.scratch / f"{dossier.name}.html"
            self.run("check", dossier, "--lang", "vi", "--format", "html", "--output", page)
            yield dossier.name, page
        for dossier in (*dossiers, hostile):
            archive = self.scratch / f"{dossier.name}-packed.zip"
            algorithm = "sha512" if dossier is hostile else "sha256"
            self.run("pack", dossier, "-o", archive, "--allow-incomplete", "--lang", "en",
                     "--algorithm", algorithm)
            folder = self.scratch / f"{dossier.name}-packed"
            with zipfile.ZipFile(archive) as packed:
                packed.extractall(folder)
            for page in folder.glob("*/index.html"):
                yield folder.name, page

    def page(self, browser, name, path):
        """Judges one page."""
        opened = browser.open(path.as_uri())
        self.quiet(opened, name, path)
        self.links(opened, name, path)
        for scheme in ("light", "dark"):
            opened.colours(scheme)
            for language in ("vi", "en"):
                opened.evaluate(f"document.getElementById('{language}').checked = true")
                for sentence in opened.evaluate((HERE / "audit.js").read_text()):
                    self.expect(False, f"{name} ({scheme}, {language})", sentence)
            self.widths(opened, name, scheme)
        self.print_of(opened, name)
        opened.close()

    def quiet(self, opened, name, path):
        for event in opened.events("Log.entryAdded", "Runtime.consoleAPICalled",
                                   "Runtime.exceptionThrown"):
            self.expect(False, name, f"the console says {event}")
        asked = [event["request"]["url"] for event in opened.events("Network.requestWillBeSent")]
        self.expect(asked == [path.as_uri()], name, f"it asks for {asked[:5]}")

    def links(self, opened, name, path):
        """Every link leads to a place in the page or to a file beside it."""
        inside = set(opened.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        found = opened.evaluate("[...document.links].map(e => [e.getAttribute('href'), e.href])")
        files = 0
        for written, address in found:
            parts = urllib.parse.urlsplit(address)
            if written.startswith("#"):
                self.expect(urllib.parse.unquote(parts.fragment) in inside, name, f"{written} leads nowhere")
                continue
            target = pathlib.Path(urllib.parse.unquote(parts.path))
            self.expect(parts.scheme == "file" and target.is_file(), name, f"{written} is no file")
            self.expect(path.parent in target.parents, name, f"{written} leaves the folder")
            files += 1
        if path.name == "index.html":
            payload = sum(1 for file in (path.parent / "data").rglob("*") if file.is_file())
            self.expect(files >= payload, name, f"{files} links to files, {payload} files")

    def widths(self, opened, name, scheme):
        for width in WIDTHS:
            opened.resize(width)
            wide = opened.evaluate("document.documentElement.scrollWidth")
            self.expect(wide <= width, name, f"{wide} px wide on a screen of {width}")
            if self.keep:
                opened.picture(self.keep / f"{name}-{width}-{scheme}.png")

    # On paper.

    def print_of(self, opened, name):
        pages = self.sheets(opened.pdf(), name)
        print(f"  {name}: {len(pages)} printed pages")
        if not shutil.which("pdftotext"):
            return
        text = "\n".join(pages)
        self.expect(f"1/{len(pages)}" in text, name, "the print has no page numbers")

    def sheets(self, pdf, name):
        """The texts of the pages of a print."""
        place = (self.keep or self.scratch) / f"{name}.pdf"
        place.write_bytes(pdf)
        if not shutil.which("pdftotext"):
            return [""] * len(re.findall(rb"/Type\s*/Page\b", pdf))
        text = subprocess.run(["pdftotext", "-layout", place, "-"], check=True,
                              capture_output=True, text=True).stdout
        return text.split("\f")[:-1]

    def minutes(self, browser):
        """The hand-over minutes are one sheet in both languages, whatever the names."""
        long_unit = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở " * 3
        dossier = self.scratch / "minutes"
        shutil.copytree(self.samples / "complete", dossier)
        for name, unit in (("short", "Trường Tiểu học An Sơn"), ("Hồ sơ " + "rất dài " * 17, long_unit),
                           ("M" * 230, long_unit)):
            (dossier / "dossier.yaml").write_text(f"unit: {unit.strip()}\n", encoding="utf-8")
            for language in ("vi", "en"):
                archive = self.scratch / language / f"{name.strip()[:240]}.zip"
                archive.parent.mkdir(exist_ok=True)
                self.run("pack", dossier, "-o", archive, "--allow-incomplete", "--lang", language)
                page = pathlib.Path(str(archive) + ".handover.html")
                if page.exists():
                    self.sheet(browser, f"minutes-{name[:6].strip()}-{language}", page, archive)

    def sheet(self, browser, name, page, archive):
        opened = browser.open(page.as_uri())
        self.quiet(opened, name, page)
        for sentence in opened.evaluate((HERE / "audit.js").read_text()):
            self.expect(False, name, sentence)
        for width in WIDTHS:
            opened.resize(width)
            wide = opened.evaluate("document.documentElement.scrollWidth")
            self.expect(wide <= width, name, f"{wide} px wide on a screen of {width}")
        opened.resize(1366)
        sheets = self.sheets(opened.pdf(), name)
        self.expect(len(sheets) == 1, name, f"{len(sheets)} sheets")
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        groups = "".join(opened.evaluate("[...document.querySelectorAll('.groups span')].map(e => e.textContent)"))
        self.expect(groups == digest, name, "the digest on paper is not the archive's")
        picture = (self.keep or self.scratch) / f"{name}.png"
        opened.picture(picture)
        opened.close()
        if shutil.which("zbarimg"):
            read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True)
            self.expect(read.stdout.strip() == "sha256:" + digest, name, "the QR code says otherwise")

    def measure(self, browser):
        """Size and time of the page of 500 files: the size is promised, the time is only told."""
        page = self.scratch / "many.html"
        size = page.stat().st_size
        self.expect(size < 300_000, "many", f"{size} bytes")
        times = []
        for _ in range(3):
            opened = browser.open(page.as_uri())
            times.append(opened.evaluate(
                "performance.getEntriesByType('navigation')[0].loadEventEnd"
                " + (document.body.offsetHeight > 0 ? 0 : 1)"))
            opened.close()
        print(f"  500 files: {size} bytes, loaded in {min(times):.0f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("hoso", type=pathlib.Path)
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for pictures and prints")
    options = parser.parse_args()
    browser_path = chromium.find()
    if not browser_path:
        print("Skipped: no Chromium on this machine (Debian's package: chromium)")
        return
    for program, package in (("zbarimg", "zbar-tools"), ("pdftotext", "poppler-utils")):
        if not shutil.which(program):
            print(f"  (no {program}, package {package}: what needs it is not checked)")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="hoso-pages-"))
    try:
        check = Check(options, scratch)
        with chromium.Chromium(browser_path) as browser:
            for name, path in check.pages():
                check.page(browser, name, path)
            check.minutes(browser)
            check.measure(browser)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for sentence in check.wrong:
        print("  WRONG " + sentence)
    if check.wrong:
        sys.exit(f"{len(check.wrong)} things are wrong")
    print("  The pages hold.")


if __name__ == "__main__":
    main()
