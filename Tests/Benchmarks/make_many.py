#!/usr/bin/env python3
"""Makes a dossier of many small evidence files, for benchmarks and streaming tests.

    make_many.py OUT N [--year YEAR]

OUT becomes a dossier of profile tt22-2020 that is complete: a plan, a report, minutes and a
score sheet that agree (96 points, "Tốt"), and N evidence files spread over the ten criteria.
Of ten evidence files seven are DOCX of about 11 kB, each with its own author, times, number
and text; two are text files; one is a PNG picture. The same OUT, N and year give the same
bytes on any machine with the same zlib. Only Python's standard library is needed.
"""

import argparse
import datetime
import pathlib
import random
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

CRITERIA = {
    "1a": 10, "1b": 10, "1c": 10,
    "2a": 10, "2b": 5, "2c": 10, "2d": 3,
    "3a": 23, "3b": 10, "3c": 5,
}
MAXIMA = {**CRITERIA, "2d": 5, "3a": 25}
TITLES = {
    "1": "Các điều kiện xây dựng Đơn vị học tập",
    "1a": "Có kế hoạch cho thành viên học tập thường xuyên",
    "1b": "Có quy định động viên thành viên học tập",
    "1c": "Đầu tư nguồn lực cho việc học tập",
    "2": "Kết quả học tập của các thành viên",
    "2a": "Kế hoạch tự học được phê duyệt",
    "2b": "Tuân thủ kỷ luật lao động, nội quy",
    "2c": "Hoàn thành chương trình bồi dưỡng bắt buộc",
    "2d": "Danh hiệu Lao động tiên tiến trở lên",
    "3": "Hiệu quả, tác động của việc xây dựng Đơn vị học tập",
    "3a": "Năng lực, phẩm chất của Công dân học tập",
    "3b": "Danh hiệu Tập thể Lao động tiên tiến trở lên",
    "3c": "Tạo môi trường chia sẻ tri thức",
}
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Lương".split()
GIVEN = "An Bình Chi Dung Giang Hà Hải Hạnh Hòa Hương Lan Linh Minh Nga Phúc Quân Sơn Thảo Yến".split()
WORDS = (
    "tổ chuyên môn thư viện nhà trường giáo viên nhân viên học sinh bồi dưỡng tự học kế hoạch "
    "nội dung tài liệu chuyên đề sách thiết bị lớp học phương pháp kỹ năng chia sẻ kinh nghiệm "
    "hằng tháng phối hợp theo dõi ghi nhận thực hiện đầy đủ tích cực đúng thời gian dự giờ "
    "trao đổi góp ý soạn bài sử dụng công nghệ trực tuyến đọc viết thảo luận nhóm báo cáo "
    "đánh giá rút kinh nghiệm cải tiến giờ dạy nền nếp sáng tạo hợp tác gia đình cộng đồng"
).split()
UNIT, CODE, PLACE = "TRƯỜNG TIỂU HỌC MINH LẬP", "THML", "Minh Lập"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT = "application/vnd.openxmlformats-officedocument"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    f'{XML}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    f'ContentType="{FORMAT}.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    f'ContentType="{FORMAT}.extended-properties+xml"/></Types>'
)
RELATIONSHIPS = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" '
    'Target="docProps/app.xml"/></Relationships>'
)


def on_face(day):
    """A date as an administrative document writes it: days under 10, months 1 and 2 padded."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows):
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{"".join(cells)}</w:tbl>'


def header(notation, day):
    """The two-column block above every document of the unit."""
    number = f"Số: {notation}" if notation else ""
    return table(
        [
            ["UBND HUYỆN TÂN LẬP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [UNIT, "Độc lập - Tự do - Hạnh phúc"],
            [number, f"{PLACE}, {on_face(day)}"],
        ]
    )


def write_docx(path, body, author, day, chance, words):
    """Writes a package with core and extended properties; created and changed before `day`."""
    changed = datetime.datetime.combine(day, datetime.time(2, chance.randrange(60)))
    created = changed - datetime.timedelta(days=chance.randint(1, 5), seconds=chance.randrange(9999))
    stamp = "%Y-%m-%dT%H:%M:%SZ"
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f"<cp:revision>{chance.randint(2, 9)}</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created.strftime(stamp)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{changed.strftime(stamp)}</dcterms:modified>'
        "</cp:coreProperties>"
    )
    app = (
        f'{XML}<Properties xmlns="{OFFICE}/extended-properties"><Template>Normal.dotm</Template>'
        f"<TotalTime>{chance.randint(5, 90)}</TotalTime><Words>{words}</Words>"
        "<Application>Microsoft Office Word</Application>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )
    document = f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    parts = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", document),
        ("docProps/app.xml", app),
        ("docProps/core.xml", core),
    ]
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text, compresslevel=6)


def write_png(path, chance, side=64):
    """Writes a picture of `side` by `side` grey pixels that no other picture equals."""
    rows = b"".join(b"\0" + chance.randbytes(side) for _ in range(side))

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )


def person(chance):
    return f"{chance.choice(FAMILY)} {chance.choice(['Thị', 'Văn'])} {chance.choice(GIVEN)}"


def prose(chance, sentences):
    """Sentences of common words: text that compresses about as a real document's does."""
    out = []
    for _ in range(sentences):
        out.append(" ".join(chance.choices(WORDS, k=chance.randint(14, 24))).capitalize() + ".")
    return out


def documents(root, year, chance):
    """Writes plan, report, minutes and score sheet; they state one year and one total."""
    law = "Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo"
    groups = {g: sum(p for c, p in CRITERIA.items() if c[0] == g) for g in "123"}
    tops = {g: sum(p for c, p in MAXIMA.items() if c[0] == g) for g in "123"}
    total = sum(groups.values())
    stated = [
        f"Tiêu chí {g}. {TITLES[g]}: đạt {groups[g]}/{tops[g]} điểm." for g in "123"
    ]
    result = f"Tổng số điểm tự đánh giá: {total}/100 điểm. Xếp loại: Tốt."
    rows = [["TT", "Nội dung tiêu chí", "Điểm tối đa", "Điểm tự chấm"]]
    for g in "123":
        rows.append([g, TITLES[g], str(tops[g]), str(groups[g])])
        rows += [
            [c, TITLES[c], str(MAXIMA[c]), str(p)] for c, p in CRITERIA.items() if c[0] == g
        ]
    rows.append(["", "Tổng cộng", "100", str(total)])

    plan = datetime.date(year, 1, 15)
    meeting, report = datetime.date(year + 1, 1, 8), datetime.date(year + 1, 1, 10)
    subject = f"Tự đánh giá, xếp loại Đơn vị học tập năm {year}"
    items = [
        ("1-ke-hoach/ke-hoach.docx", f"01/KH-{CODE}", plan, "KẾ HOẠCH",
         f"Triển khai và thực hiện việc học tập thường xuyên năm {year}",
         [f"Căn cứ {law};", "I. MỤC TIÊU", *prose(chance, 3), "II. NỘI DUNG", *prose(chance, 6)], []),
        ("2-bao-cao/bao-cao.docx", f"02/BC-{CODE}", report, "BÁO CÁO", subject,
         [f"Căn cứ {law};", "I. TÌNH HÌNH CHUNG", *prose(chance, 3), "II. KẾT QUẢ",
          *(f"{i}. {line}" for i, line in enumerate(stated, 1)), result], []),
        ("3-bien-ban/bien-ban.docx", f"01/BB-{CODE}", meeting, "BIÊN BẢN", f"Họp {subject.lower()}",
         [f"Thời gian bắt đầu: 14 giờ 00 phút, {on_face(meeting)}.", "Địa điểm: Phòng họp nhà trường.",
          "Chủ trì (chủ tọa): Ông Trần Văn Minh - Hiệu trưởng.",
          "Thư ký (người ghi biên bản): Bà Lê Thị Hà.", "Nội dung:", *stated, result,
          f"Cuộc họp kết thúc vào 16 giờ 30 phút, {on_face(meeting)}./."], []),
        ("4-bieu-diem/bieu-diem.docx", None, meeting, "BIỂU ĐIỂM TỰ ĐÁNH GIÁ",
         f"Đơn vị học tập năm {year}", [], rows),
    ]
    for name, notation, day, kind, about, lines, cells in items:
        body = header(notation, day) + "".join(map(paragraph, [kind, about, *lines]))
        body += (table(cells) + paragraph("Xếp loại: Tốt.")) if cells else ""
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_docx(path, body, person(chance), day, chance, len(" ".join(lines).split()))


def evidence(root, number, year, chance):
    """Writes the evidence file with a number, in the folder of its criterion."""
    code = list(CRITERIA)[number % len(CRITERIA)]
    folder = root / "5-minh-chung" / code
    folder.mkdir(parents=True, exist_ok=True)
    kind = number // len(CRITERIA) % 10
    day = datetime.date(year, 2, 1) + datetime.timedelta(days=chance.randrange(330))
    if kind < 7:
        subject = f"Ghi nhận kết quả học tập đợt {number + 1}"
        lines = prose(chance, 240)
        body = header(f"{number + 11}/TB-{CODE}", day)
        body += "".join(map(paragraph, ["THÔNG BÁO", subject, *lines]))
        words = len(" ".join(lines).split())
        write_docx(folder / f"thong-bao-{number + 11:06d}.docx", body, person(chance), day, chance, words)
    elif kind < 9:
        text = "\n".join([f"Ghi chép số {number + 1}", *prose(chance, 24), ""])
        (folder / f"ghi-chep-{number + 1:06d}.txt").write_text(text, encoding="utf-8", newline="\n")
    else:
        write_png(folder / f"anh-{number + 1:06d}.png", chance)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path, help="the folder to make; it must not exist")
    parser.add_argument("count", type=int, help="how many evidence files")
    parser.add_argument("--year", type=int, default=2024, help="the year assessed")
    options = parser.parse_args()
    options.out.mkdir(parents=True)
    documents(options.out, options.year, random.Random(f"{options.year}/documents"))
    for number in range(options.count):
        evidence(options.out, number, options.year, random.Random(f"{options.year}/{number}"))


if __name__ == "__main__":
    main()
