"""CSV that other readers shift, coerce, or choke on."""

from collections.abc import Iterator
from dataclasses import replace

from adversary.case import Accepted, Case, Content, Refused

GROUP = "csv"
_HEAD = b"date,value\n"
_KPI = b"title: Hostile table\ndirection: decrease\n"


def table(group: str, name: str, content: Content, expected: Refused | Accepted, kpi: bytes = b"") -> Case:
    """A KPI with a data file of its own."""
    id_ = f"{group[0]}-{name}"
    files: dict[str, Content] = {f"vision/kpis/{id_}.yml": _KPI + kpi, f"kpi_data/{id_}.csv": content}
    return Case(name=name, group=group, files=files, expected=expected)


def refused_table(
    group: str, name: str, content: Content, code: str, line: int, *, kpi: bytes = b"", others: bool = False
) -> Case:
    """The same, refused at a line of the data file."""
    expected = Refused(code, f"kpi_data/{group[0]}-{name}.csv", line, others)
    return table(group, name, content, expected, kpi)


def _refused(name: str, content: bytes, code: str, line: int, *, others: bool = False) -> Case:
    return refused_table(GROUP, name, content, code, line, others=others)


def _accepted(name: str, content: bytes, *warnings: str, kpi: bytes = b"") -> Case:
    return table(GROUP, name, content, Accepted(warnings), kpi)


def _encodings() -> Iterator[Case]:
    row = "date,value\n2026-01-01,1\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"):
        marked = row.encode(encoding)
        code, line = (
            ("not-utf8", 0) if marked[:2] in (b"\xff\xfe", b"\xfe\xff") else ("unprintable-character", 1)
        )
        yield _refused(encoding, marked, code, line, others=True)
    yield _refused("utf-7", b"+AGQAYQB0AGU-,value\n2026-01-01,1\n", "missing-column", 1)
    yield _refused("latin-1", _HEAD + b"2026-01-01,1\n\xe9,2\n", "not-utf8", 3)
    yield _refused("surrogate", _HEAD + b"2026-01-01,\xed\xa0\x80\n", "not-utf8", 2)
    yield _refused("overlong-slash", _HEAD + b"2026-01-01,\xc0\xaf\n", "not-utf8", 2)
    yield _refused("beyond-unicode", _HEAD + b"2026-01-01,\xf4\x90\x80\x80\n", "not-utf8", 2)
    yield _refused("cut-off-letter", _HEAD + b"2026-01-01,1\xe2\x82", "not-utf8", 2)
    yield _refused(
        "two-byte-order-marks",
        b"\xef\xbb\xbf\xef\xbb\xbf" + _HEAD + b"2026-01-01,1\n",
        "unprintable-character",
        1,
    )
    yield _accepted("one-byte-order-mark", b"\xef\xbb\xbf" + _HEAD + b"2026-01-01,1\n")
    for name, sign in (
        ("nul", b"\0"),
        ("escape", b"\x1b[31m"),
        ("next-line", b"\xc2\x85"),
        ("end-of-file", b"\x1a"),
    ):
        yield _refused(name, _HEAD + b"2026-01-01,1" + sign + b"\n", "unprintable-character", 2, others=True)
    yield _refused("no-width-space", _HEAD + b"2026-01-01,1\xe2\x80\x8b\n", "bad-number", 2)
    yield _refused("vertical-tab", _HEAD + b"2026-01-01,1\x0b\n", "unprintable-character", 2, others=True)


def _shapes() -> Iterator[Case]:
    yield _refused(
        "one-cell-too-many-everywhere", _HEAD + b"x,2026-01-01,1\n" * 3, "cell-count", 2, others=True
    )
    yield _refused("one-cell-too-many-at-the-end", _HEAD + b"2026-01-01,1\n2026-01-02,2,\n", "cell-count", 3)
    yield _refused("decimal-comma", _HEAD + b"2026-01-01,1,5\n", "cell-count", 2)
    yield _refused(
        "quote-that-swallows", _HEAD + b'2026-01-01,"1\n' + b"2026-01-02,2\n" * 50_000, "quotes", 2
    )
    yield _refused("quote-in-a-cell", _HEAD + b'2026-01-01,1"2\n', "quotes", 2)
    yield _refused("text-behind-a-quote", _HEAD + b'2026-01-01,"1"2\n', "quotes", 2)
    yield _refused("quotes-only", b'"' * 100_001, "quotes", 1)
    yield _refused("commas-only", b"," * 100_000 + b"\n", "too-large", 1)
    yield _refused("200-thousand-columns", b"date,value" + b",x" * 200_000 + b"\n", "too-large", 1)
    yield _refused(
        "row-of-200-thousand-cells", _HEAD + b"2026-01-01,1" + b",x" * 200_000 + b"\n", "cell-count", 2
    )
    yield _refused("line-of-five-million", _HEAD + b"2026-01-01," + b"1" * 5_000_000, "too-large", 0)
    yield _refused("cell-over-the-cap", _HEAD + b"2026-01-01," + b"1" * 10_001 + b"\n", "too-large", 2)
    yield _refused("cell-at-the-cap", _HEAD + b"2026-01-01," + b"1" * 10_000 + b"\n", "bad-number", 2)
    wide = b"date,value" + b"".join(b",c%d" % number for number in range(198))
    yield _accepted("as-many-columns-as-may-be", wide + b"\n2026-01-01,1" + b"," * 198 + b"\n")
    yield _refused("a-column-more", wide + b",c\n2026-01-01,1" + b"," * 199 + b"\n", "too-large", 1)
    yield _refused("column-twice", b"date,value,value\n2026-01-01,1,2\n", "column-name", 1)
    yield _refused("column-twice-but-for-spaces", b"date,value, value\n2026-01-01,1,2\n", "column-name", 1)
    yield _refused("header-without-names", b",\n2026-01-01,1\n", "column-name", 1, others=True)
    yield _refused("separator-line", b"sep=;\n" + _HEAD, "no-header", 1)
    yield _refused("comment-line", b"# " + _HEAD + b"2026-01-01,1\n", "missing-column", 1)
    yield _refused("line-ends-beyond-the-cap", b"\n" * 2_500_001, "too-large", 0)
    yield _refused("line-ends-only", b"\r\n" * 1_000, "empty-file", 0)
    yield _accepted("carriage-returns-only", b"date,value\r2026-01-01,1\r2026-02-01,2\r")
    yield _accepted("blank-lines-between", _HEAD + b"\n   \n2026-01-01,1\n\n")
    yield _accepted("value-over-lines-elsewhere", b'date,value,note\n2026-01-01,1,"a\nb\n=cmd()"\n')
    mistakes = _refused(
        "two-mistakes-in-each-of-many-rows", _HEAD + b"x,y\n" * 200_000, "bad-date", 2, others=True
    )
    yield replace(mistakes, heavy=True)
    yield _refused(
        "a-thousand-values-of-one-day", _HEAD + b"2026-01-01,1\n" * 1_000, "duplicate-date", 3, others=True
    )


def _numbers() -> Iterator[Case]:
    for name, cell in (
        ("overflow", b"1e400"),
        ("negative-overflow", b"-1e309"),
        ("digits-beyond-a-float", b"9" * 400),
        ("five-thousand-digits", b"9" * 5_000),
        ("infinity", b"inf"),
        ("not-a-number", b"nan"),
        ("hexadecimal", b"0x1p3"),
        ("underscore", b"1_000"),
        ("arabic-digits", "\u0661\u0662".encode()),
        ("full-width-digits", "\uff11".encode()),
        ("superscript", "\u00b2".encode()),
        ("true-minus", "\u22125".encode()),
        ("two-signs", b"--1"),
        ("formula", b"=1+1"),
        ("command", b"=cmd|' /C calc'!A0"),
        ("at-formula", b"@SUM(A1)"),
        ("none", b"None"),
        ("na", b"#N/A"),
        ("percent", b"5%"),
        ("fraction", b"1/2"),
        ("complex", b"1j"),
        ("bare-exponent", b"e5"),
        ("space-inside", b"1 000"),
        ("no-break-space-inside", "1\u00a0000".encode()),
        ("true", b"True"),
        ("beyond-reckoning", b"1.1e302"),
    ):
        yield _refused(f"number-{name}", _HEAD + b"2026-01-01," + cell + b"\n", "bad-number", 2)
    for name, cell in (
        ("smallest", b"5e-324"),
        ("largest", b"1e302"),
        ("under", b"1e-400"),
        ("plus", b"+.5"),
    ):
        yield _accepted(f"number-{name}", _HEAD + b"2026-01-01," + cell + b"\n")


def _dates() -> Iterator[Case]:
    for name, cell in (
        ("now", b"now"),
        ("today", b"today"),
        ("two-ways", b"01/02/2025"),
        ("negative-year", b"-2025-01-01"),
        ("year-zero", b"0000-01-01"),
        ("year-one", b"0001-01-01"),
        ("year-9999", b"9999-12-31"),
        ("year-10000", b"10000-01-01"),
        ("year-999", b"0999-12-31"),
        ("year-3000", b"3000-01-01"),
        ("february-30", b"2025-02-30"),
        ("no-leap-day", b"2025-02-29"),
        ("month-13", b"2025-13-01"),
        ("week-54", b"2025-W54"),
        ("quarter-5", b"2025-Q5"),
        ("ordinal", b"2025-001"),
        ("serial", b"45658"),
        ("epoch", b"1735689600"),
        ("time-zone", b"2025-01-01T00:00:00-12:00"),
        ("arabic-digits", "\u0662\u0660\u0662\u0665".encode()),
        ("compact", b"20250101"),
        ("long", b"2" * 9_000),
    ):
        yield _refused(f"date-{name}", _HEAD + cell + b",1\n", "bad-date", 2)
    for name, cell in (
        ("year-1000", b"1000-01-01"),
        ("year-2999", b"2999-12-31"),
        ("leap-day", b"2024-02-29"),
    ):
        yield _accepted(f"date-{name}", _HEAD + cell + b",1\n")


CASES = (*_encodings(), *_shapes(), *_numbers(), *_dates())
