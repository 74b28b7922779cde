"""Makes a dossier that shows every kind of finding on its page, with names meant to break it.

    make_hostile.py OUT

Sheet, report and minutes state different points, a metadata date is later than its document, a
finding is accepted, two reports compete; names hold markup, a right-to-left override, controls,
formula starts, and 200 letters without a space. Only Python's standard library is needed.
"""

import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Benchmarks"))
import make_many  # noqa: E402

YEAR = 2024
SCRIPT = "<script>alert(1)</script>"


def document(path, kind, subject, notation="21/TB-THML", lines=(), cells=(), author="Lê Thị Hà",
             day=datetime.date(YEAR, 3, 5), edited=None):
    """Writes a document whose metadata date from `edited`, or from the day on its face."""
    body = make_many.header(notation, day)
    body += "".join(map(make_many.paragraph, [kind, subject, *lines]))
    if cells:
        body += make_many.table(cells) + make_many.paragraph("Xếp loại: Tốt.")
    path.parent.mkdir(parents=True, exist_ok=True)
    make_many.write_docx(path, body, author, edited or day, random.Random(subject), 50)


def main():
    root = pathlib.Path(sys.argv[1])
    make_many.CRITERIA.update({"3a": 25, "2d": 6})
    make_many.documents(root, YEAR, random.Random("sheet"))
    sheet = (root / "4-bieu-diem/bieu-diem.docx").read_bytes()
    minutes_source = root / "3-bien-ban/bien-ban.docx"
    make_many.CRITERIA.update({"3a": 20, "2d": 3, "3c": 2})
    make_many.documents(root, YEAR, random.Random("minutes"))
    minutes = minutes_source.read_bytes()
    make_many.CRITERIA.update({"3a": 23, "2d": 5, "3c": 5})
    make_many.documents(root, YEAR, random.Random("report"))
    (root / "4-bieu-diem/bieu-diem.docx").write_bytes(sheet)
    minutes_source.write_bytes(minutes)
    (root / "2-bao-cao/bao-cao (1).docx").write_bytes(
        (root / "2-bao-cao/bao-cao.docx").read_bytes() + b"")

    evidence = root / "5-minh-chung"
    document(evidence / "1a" / f"{SCRIPT[:8]}svg onload=alert(1)>.docx", "THÔNG BÁO",
             f"{SCRIPT} \"onmouseover=alert(1)\" '&amp;", author=f"<b>{SCRIPT}</b>")
    document(evidence / "1a" / "abc\u202efdp.docx", "QUYẾT ĐỊNH", "Tên \u202egnộđ ảđ\u202c quay ngược")
    document(evidence / "1b" / "dòng\nmới\x1b[31m\x07.docx", "KẾ HOẠCH", "Ký tự điều khiển")
    document(evidence / "1b" / ("Dai" * 66 + ".docx"), "BÁO CÁO", "Việc" * 60)
    document(evidence / "1c" / "=cmd|' /C calc'!A0.docx", "=HYPERLINK(\"http://a\")", "+1+1",
             notation="-3/TB-THML")
    document(evidence / "1c" / ("e\u0302\u0301 rộng 全角 " * 6 + ".docx"), "CÔNG VĂN", "@SUM(A1)")
    document(evidence / "2a" / "sửa sau.docx", "QUYẾT ĐỊNH", "Phê duyệt kế hoạch tự học",
             day=datetime.date(YEAR, 2, 2), edited=datetime.date(YEAR + 1, 3, 9))
    document(evidence / "3a" / "ghi nhận.docx", "THÔNG BÁO", "Nhận xét", notation="21 /TB- THML",
             lines=["Đơn vị có 6 giấy khen.", "I. MỘT", "III. BA", "Đơn vị có 3 giấy khen.",
                    "(kèm theo Phụ lục)"])
    (evidence / "2b").mkdir(parents=True)
    (evidence / "2b" / "rỗng.pdf").write_bytes(b"")
    (evidence / "2c").mkdir(parents=True)
    (evidence / "2c" / "cũ.rar").write_bytes(b"Rar!\x1a\x07\x00" + bytes(40))
    (evidence / "2d").mkdir(parents=True)
    make_many.write_png(evidence / "2d" / "CamScanner 1.png", random.Random("scan"))
    (root / "lạc.txt").write_text("Không ai nhận tệp này.\n", encoding="utf-8")
    (root / "dossier.yaml").write_text(
        "accept:\n"
        "  - {finding: file.unsupported, path: \"5-minh-chung/2c/cũ.rar\", reason: \"Bản gốc do cấp trên gửi <b>\"}\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
