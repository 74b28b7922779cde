#!/usr/bin/env python3
"""Makes the documents that the metadata benchmarks read.

    make_documents.py docx OUT N      N small DOCX
    make_documents.py mixed OUT N     N documents of eight kinds

docx: of four files two have the parts Word 16 writes (content types, relationships, document,
styles with 376 latent ones, settings with rsids, theme, font table, web settings, core and extended
properties) and two come from python-docx with its own template; bodies are 3, 12, 40 and 110
paragraphs long. mixed: DOCX, ODT, XLSX, XLS, PDF, RTF, HTML and text in turn, each of one to three
pages. Kinds whose writer is not installed (python-docx, openpyxl, xlwt, reportlab) are left out.
"""

import random
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from make_many import FORMAT, OFFICE, PACKAGE, WORD, XML, person, prose

SIZES = [3, 12, 40, 110]
PART = f"{FORMAT}.wordprocessingml"
WORD_TYPES = {
    "word/document.xml": f"{PART}.document.main+xml",
    "word/styles.xml": f"{PART}.styles+xml",
    "word/settings.xml": f"{PART}.settings+xml",
    "word/webSettings.xml": f"{PART}.webSettings+xml",
    "word/fontTable.xml": f"{PART}.fontTable+xml",
    "word/theme/theme1.xml": f"{FORMAT}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{FORMAT}.extended-properties+xml",
}


def relations(pairs):
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1))
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def word_body(chance, count):
    """Paragraphs as Word writes them: with rsids, a style, run properties, a language."""
    rows = []
    for line in prose(chance, count):
        mark = f"00{chance.randrange(1 << 24):06X}"
        rows.append(
            f'<w:p w14:paraId="{chance.randrange(1 << 31):08X}" w14:textId="77777777" '
            f'w:rsidR="{mark}" w:rsidRDefault="{mark}" w:rsidP="{mark}"><w:pPr>'
            '<w:pStyle w:val="BodyText"/><w:spacing w:before="120" w:line="288" w:lineRule="auto"/>'
            '<w:jc w:val="both"/></w:pPr>'
            f'<w:r w:rsidRPr="{mark}"><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/>'
            f'<w:lang w:val="vi-VN"/></w:rPr><w:t>{escape(line)}</w:t></w:r></w:p>')
    return "".join(rows)


def word_styles():
    latent = "".join(
        f'<w:lsdException w:name="Latent {number}" w:semiHidden="1" w:uiPriority="{number % 99}" '
        'w:unhideWhenUsed="1"/>' for number in range(376))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Style{number}"><w:name w:val="Style {number}"/>'
        '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
        for number in range(12))
    return (f'{XML}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>'
            f'<w:latentStyles w:count="376">{latent}</w:latentStyles>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            '</w:style><w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/>'
            f'<w:basedOn w:val="Normal"/></w:style>{styles}</w:styles>')


def word_settings(chance):
    marks = "".join(
        f'<w:rsid w:val="00{chance.randrange(1 << 24):06X}"/>' for _ in range(24))
    return (f'{XML}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
            '<w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="720"/>'
            '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
            '<w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            f'<w:rsids><w:rsidRoot w:val="00A77B3E"/>{marks}</w:rsids>'
            '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val="."/></w:settings>')


def theme():
    colours = "".join(f'<a:c{number}><a:srgbClr val="{number * 4369:06X}"/></a:c{number}>'
                      for number in range(120))
    return (f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            f'name="Office Theme"><a:themeElements>{colours}</a:themeElements></a:theme>')


def word_properties(chance, count):
    author, editor = person(chance), person(chance)
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    core = (f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title>'
            f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{editor}</cp:lastModifiedBy>"
            f"<cp:revision>{chance.randint(1, 30)}</cp:revision>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">2024-{month:02d}-{day:02d}T02:11:00Z'
            f'</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-{month:02d}-'
            f"{day:02d}T04:40:00Z</dcterms:modified></cp:coreProperties>")
    app = (f'{XML}<Properties xmlns="{OFFICE}/extended-properties"><Template>Normal.dotm</Template>'
           f"<TotalTime>{chance.randint(1, 200)}</TotalTime><Pages>{1 + count // 30}</Pages>"
           f"<Words>{count * 18}</Words><Characters>{count * 80}</Characters>"
           "<Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity>"
           f"<Lines>{count}</Lines><Paragraphs>{count}</Paragraphs><ScaleCrop>false</ScaleCrop>"
           "<Company>Trường Tiểu học Minh Lập</Company><LinksUpToDate>false</LinksUpToDate>"
           f"<CharactersWithSpaces>{count * 98}</CharactersWithSpaces><SharedDoc>false</SharedDoc>"
           "<AppVersion>16.0000</AppVersion></Properties>")
    return core, app


def word_package(path, chance, count):
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>'
                        for name, kind in WORD_TYPES.items())
    kinds = f"{OFFICE}/relationships"
    core, app = word_properties(chance, count)
    parts = {
        "[Content_Types].xml":
            f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relations([
            (f"{kinds}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{kinds}/extended-properties", "docProps/app.xml")]),
        "word/document.xml":
            f'{XML}<w:document xmlns:w="{WORD}" '
            'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            f'mc:Ignorable="w14"><w:body>{word_body(chance, count)}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": relations([
            (f"{kinds}/styles", "styles.xml"), (f"{kinds}/settings", "settings.xml"),
            (f"{kinds}/webSettings", "webSettings.xml"), (f"{kinds}/fontTable", "fontTable.xml"),
            (f"{kinds}/theme", "theme/theme1.xml")]),
        "word/theme/theme1.xml": theme(),
        "word/settings.xml": word_settings(chance),
        "word/styles.xml": word_styles(),
        "word/webSettings.xml": f'{XML}<w:webSettings xmlns:w="{WORD}"><w:optimizeForBrowser/>'
                                "</w:webSettings>",
        "word/fontTable.xml": f'{XML}<w:fonts xmlns:w="{WORD}"><w:font w:name="Times New Roman"/>'
                              "</w:fonts>",
        "docProps/core.xml": core,
        "docProps/app.xml": app,
    }
    write_zip(path, parts)


def write_zip(path, parts, stored=()):
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, text, compresslevel=6)


def python_docx(path, chance, count):
    import docx
    document = docx.Document()
    document.core_properties.author = person(chance)
    document.core_properties.last_modified_by = person(chance)
    document.add_heading("Báo cáo", 1)
    for line in prose(chance, count):
        document.add_paragraph(line)
    document.save(path)


def open_document(path, chance, count):
    text = "".join(f'<text:p text:style-name="P1">{escape(line)}</text:p>'
                   for line in prose(chance, count))
    space = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = (f'xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0" '
              f'xmlns:meta="{space}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
              'office:version="1.3"')
    kind = "application/vnd.oasis.opendocument.text"
    write_zip(path, {
        "mimetype": kind,
        "content.xml": f"{XML}<office:document-content {spaces}><office:body><office:text>{text}"
                       "</office:text></office:body></office:document-content>",
        "meta.xml": f"{XML}<office:document-meta {spaces}><office:meta>"
                    f"<meta:initial-creator>{person(chance)}</meta:initial-creator>"
                    "<meta:creation-date>2024-03-04T08:10:00</meta:creation-date>"
                    f"<dc:creator>{person(chance)}</dc:creator><dc:date>2024-03-05T09:00:00</dc:date>"
                    "<meta:editing-duration>PT1H2M3S</meta:editing-duration>"
                    "<meta:generator>LibreOffice/7.4</meta:generator></office:meta>"
                    "</office:document-meta>",
        "styles.xml": f"{XML}<office:document-styles {spaces}/>",
        "META-INF/manifest.xml":
            f'{XML}<manifest:manifest xmlns:manifest="{space}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
    }, stored=("mimetype",))


def workbook(path, chance, count):
    import openpyxl
    book = openpyxl.Workbook()
    for number, line in enumerate(prose(chance, count), 1):
        book.active.append([number, line, chance.randrange(100)])
    book.properties.creator = person(chance)
    book.save(path)


def old_workbook(path, chance, count):
    import xlwt
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Biểu điểm")
    for number, line in enumerate(prose(chance, count)):
        sheet.write(number, 0, number)
        sheet.write(number, 1, line)
    book.save(str(path))


def pdf(path, chance, count):
    from reportlab.pdfgen import canvas
    page = canvas.Canvas(str(path))
    page.setAuthor(person(chance))
    for number, _ in enumerate(range(count)):
        if number and number % 40 == 0:
            page.showPage()
        page.drawString(50, 800 - number % 40 * 18, f"Ket qua {number}: dat {number % 100} diem")
    page.save()


def rich_text(path, chance, count):
    lines = "".join(
        r"\par " + "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)
        for line in prose(chance, count))
    path.write_text(r"{\rtf1\ansi\ansicpg1258{\info{\author Nguyen Van A}"
                    r"{\creatim\yr2024\mo3\dy4\hr8\min10}}" + lines + "}", encoding="ascii")


def page(path, chance, count):
    lines = "".join(f"<p>{escape(line)}</p>" for line in prose(chance, count))
    path.write_text(f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Báo cáo</title></head>"
                    f"<body>{lines}</body></html>", encoding="utf-8")


def plain(path, chance, count):
    path.write_text("\n".join(prose(chance, count)), encoding="utf-8")


MIXED = [(word_package, "docx", None), (open_document, "odt", None), (workbook, "xlsx", "openpyxl"),
         (old_workbook, "xls", "xlwt"), (pdf, "pdf", "reportlab"), (rich_text, "rtf", None),
         (page, "html", None), (plain, "txt", None)]
SMALL = [(word_package, "docx", None), (python_docx, "docx", "docx")]


def available(kinds):
    """The kinds whose writer is installed."""
    found = []
    for kind in kinds:
        try:
            if kind[2]:
                __import__(kind[2])
            found.append(kind)
        except ImportError:
            print(f"{kind[2]} is not installed: no {kind[1]} of it", file=sys.stderr)
    return found


def make(kind, out, count):
    out.mkdir(parents=True)
    writers = available(MIXED if kind == "mixed" else SMALL)
    for number in range(count):
        write, extension, _ = writers[number % len(writers)]
        chance = random.Random(f"{kind}/{number}")
        size = SIZES[number // len(writers) % (3 if kind == "mixed" else len(SIZES))]
        write(out / f"{number:05d}.{extension}", chance, size)


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
