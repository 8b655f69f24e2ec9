"""Files of other programs, packed and unpacked, in place of CSV."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from adversary.case import Accepted, Case, Refused
from adversary.tables import refused_table

GROUP = "archives"
_DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
_LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'


def workbook(sheet: bytes, *more: tuple[str, bytes]) -> bytes:
    """The least that a program takes for a workbook, with a sheet as given."""
    parts = (
        (
            "[Content_Types].xml",
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        ),
        ("xl/workbook.xml", b'<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
        ("xl/worksheets/sheet1.xml", sheet),
        *more,
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _far_apart() -> bytes:
    """A sheet of two cells, the second of which lies so far off that most readers take gigabytes."""
    return workbook(
        b'<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )


def _nested() -> bytes:
    packed = b"x" * 1_000_000
    for _ in range(6):
        packed = workbook(b"", ("inner.zip", packed))
    return packed


def _two_entries_of_one_name() -> bytes:
    return workbook(b"<worksheet/>", ("..\\..\\x", b"1"), ("../../../../x.yml", b"title: T\n"))


_PACKED: tuple[tuple[str, Callable[[], bytes], str, int], ...] = (
    ("far-apart-cells", _far_apart, "not-text", 0),
    ("zip-of-a-hundred-megabytes", lambda: workbook(b"0" * 100_000_000), "not-text", 0),
    ("zips-in-zips", _nested, "not-text", 0),
    ("names-that-climb", _two_entries_of_one_name, "not-text", 0),
    ("workbook-with-a-doctype", lambda: workbook(_DOCTYPE), "not-text", 0),
    ("workbook-that-laughs", lambda: workbook(_LAUGHS), "not-text", 0),
    ("zip-cut-off", lambda: _far_apart()[:40], "not-text", 0),
    ("zip-with-nothing-in-it", lambda: b"PK\x05\x06" + b"\0" * 18, "unprintable-character", 1),
    ("old-workbook", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "not-text", 0),
    (
        "gzip-of-a-hundred-megabytes",
        lambda: gzip.compress(b"2026-01-01,1\n" * 8_000_000, mtime=0),
        "not-utf8",
        1,
    ),
    ("deflated", lambda: zlib.compress(b"date,value\n"), "not-utf8", 1),
    ("bzip2", lambda: b"BZh91AY&SY\x94$|\x0e\0\0\0\x81\0\x03@", "not-utf8", 1),
    ("xz", lambda: b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4F", "not-utf8", 1),
    ("zstandard", lambda: b"(\xb5/\xfd\x04\0\0\0", "not-utf8", 1),
    ("parquet", lambda: b"PAR1\x15\x04\x15\0\xff\xffPAR1", "not-utf8", 1),
    ("arrow", lambda: b"ARROW1\0\0\xff\xff\xff\xff", "not-utf8", 1),
    ("sqlite", lambda: b"SQLite format 3\0\x10\0\x01\x01\0@  ", "unprintable-character", 1),
    ("program", lambda: b"\x7fELF\x02\x01\x01\0" + b"\0" * 100, "unprintable-character", 1),
    ("pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-utf8", 2),
    ("picture", lambda: b"\x89PNG\r\n\x1a\n", "not-utf8", 1),
    ("pickle", lambda: b"\x80\x04cos\nsystem\n(S'true'\ntR.", "not-utf8", 1),
    ("tar", lambda: b"x.csv".ljust(512, b"\0") * 20, "unprintable-character", 1),
    ("random-bytes", lambda: bytes(200 - number % 200 for number in range(100_000)), "not-utf8", 1),
    ("xml", lambda: _DOCTYPE, "quotes", 1),
    ("web-page", lambda: b"<!doctype html>\n<script>alert(1)</script>\n", "missing-column", 1),
    ("json", lambda: b'[{"date": "2026-01-01", "value": 1}]\n', "quotes", 1),
    (
        "pointer-to-large-storage",
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        "missing-column",
        1,
    ),
)


def _in_place_of_data() -> Iterator[Case]:
    for name, make, code, line in _PACKED:
        yield refused_table(GROUP, name, make, code, line, others=True)


def _in_place_of_records() -> Iterator[Case]:
    for name, make, _, _ in _PACKED[:12]:
        path = f"vision/goals/archive-{name}.yml"
        codes = {"zip-with-nothing-in-it": ("unprintable-character", 1)}
        content = make()
        code, line = codes.get(name, ("too-large", 0) if len(content) > 262_144 else ("", 0))
        if not code:
            code, line = _first_wrong(content)
        yield Case(
            name=f"record-{name}", group=GROUP, files={path: content}, expected=Refused(code, path, line)
        )


def _first_wrong(content: bytes) -> tuple[str, int]:
    """Where bytes cease to be text: reckoned here apart from the product."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return "not-utf8", content.count(b"\n", 0, error.start) + 1
    return "unprintable-character", 1


def _beside_data() -> Iterator[Case]:
    """Files that no KPI reads: they are named, and never opened."""
    for name in ("bomb.xlsx", "bomb.csv.gz", "bomb.zip", "bomb.parquet", "bomb.xls", "bomb.ods", "bomb.db"):
        files = {f"kpi_data/{name}": _far_apart()}
        yield Case(name=f"unused-{name}", group=GROUP, files=files, expected=Accepted(("unused-data",)))
    for name in ("bomb.xlsx", "bomb.csv.gz", "bomb.parquet", "bomb.db"):
        path = f"vision/kpis/names-{name.replace('.', '-')}.yml"
        kpi = f"title: T\ndirection: decrease\nsource: {{file: {name}}}\n".encode()
        files = {path: kpi, f"kpi_data/{name}": b""}
        yield Case(name=f"named-{name}", group=GROUP, files=files, expected=Refused("bad-file", path, 3))


def _elsewhere() -> Iterator[Case]:
    """Where a KPI's file must not be."""
    for name, file in (
        ("parent", "../vision/vision.csv"),
        ("absolute", "/etc/passwd.csv"),
        ("environment", "/proc/self/environ"),
        ("address", "https://example.org/x.csv"),
        ("file-address", "file:///etc/x.csv"),
        ("hidden", ".git/config.csv"),
        ("share", "'\\\\host\\x.csv'"),
        ("drive", "'C:\\x.csv'"),
        ("pipe", "'| id > x.csv'"),
        ("twice-climbing", "a/../../x.csv"),
        ("here", "./x.csv"),
        ("slashes", "a//x.csv"),
        ("stream", "x.csv:y.csv"),
    ):
        path = f"vision/kpis/elsewhere-{name}.yml"
        kpi = f"title: T\ndirection: decrease\nsource: {{file: {file}}}\n".encode()
        code = "missing-file" if name == "pipe" else "bad-file"
        yield Case(name=f"elsewhere-{name}", group=GROUP, files={path: kpi}, expected=Refused(code, path, 3))


CASES = (*_in_place_of_data(), *_in_place_of_records(), *_beside_data(), *_elsewhere())
