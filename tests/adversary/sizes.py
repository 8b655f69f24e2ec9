"""Files just below and above what one may have, and far too many of them."""

from collections.abc import Callable, Iterator

from adversary.case import ANYWHERE, Accepted, Case, Content, Refused, Same
from adversary.tables import refused_table, table

GROUP = "sizes"
_COSTLY = {
    "table-of-64-megabytes",
    "table-of-a-million-rows",
    "a-row-too-many",
    "wrong-in-every-cell",
    "one-date-a-million-times",
    "five-thousand-large-records",
    "thousands-of-records-of-mistakes",
    "sixty-tables-of-64-megabytes",
}
"""Whether these are read to their end depends on the machine."""
_MEGABYTE = 1024 * 1024
_KPI = b"title: K\ndirection: decrease\n"
_RECORD = 256 * 1024


def _record(size: int) -> bytes:
    head = b"title: Large\nbody: |\n"
    lines = head + b"  Words of a long text, line after line.\n" * (size // 40)
    return lines[:size]


def _rows(size: int, row: Callable[[int], bytes]) -> Callable[[], bytes]:
    """A head and as many rows as fit, the last one whole."""

    def make() -> bytes:
        whole = bytearray(b"date,value,note\n")
        number = 0
        while len(whole) < size:
            whole += row(number)
            number += 1
        del whole[whole.rfind(b"\n", 0, size) + 1 :]
        return bytes(whole)

    return make


def _day(number: int) -> bytes:
    return b"%04d-%02d-%02d" % (1000 + number // 336 % 1999, 1 + number // 28 % 12, 1 + number % 28)


def _dated(number: int) -> bytes:
    return b"%s,%d,%s\n" % (_day(number), number, b"n" * 80)


def _one_file() -> Iterator[Case]:
    for name, size, expected in (
        ("at", _RECORD, Accepted()),
        ("over", _RECORD + 1, Refused("too-large", "vision/goals/z-record-over-the-cap.yml")),
    ):
        path = f"vision/goals/z-record-{name}-the-cap.yml"
        yield Case(name=f"record-{name}-the-cap", group=GROUP, files={path: _record(size)}, expected=expected)
    letters = b"title: Large\nbody: " + "\U0001f600".encode() * 65_000 + b"\n"
    yield Case(name="record-of-four-byte-letters", group=GROUP, files={"vision/goals/z-letters.yml": letters})
    huge = {"vision/goals/z-huge.yml": lambda: b"title: " + b"x" * (200 * _MEGABYTE)}
    yield Case(
        name="record-of-200-megabytes",
        group=GROUP,
        files=huge,
        heavy=True,
        expected=Refused("too-large", "vision/goals/z-huge.yml"),
    )
    daily = b"frequency: daily\nsource: {aggregate: sum}\n"
    cases = (
        table(GROUP, "table-of-64-megabytes", _rows(64 * _MEGABYTE, _dated), Accepted(), daily),
        table(GROUP, "table-of-a-million-rows", lambda: _head(1_000_000), Accepted(), daily),
        table(
            GROUP,
            "one-date-a-million-times",
            lambda: b"date,value\n" + b"2026-01-01,1\n" * 1_000_000,
            Accepted(),
            daily,
        ),
        refused_table(GROUP, "a-row-too-many", lambda: _head(1_000_001), "too-large", 1_000_002, kpi=daily),
        refused_table(GROUP, "a-byte-too-many", lambda: b"x" * (64 * _MEGABYTE + 1), "too-large", 0),
        refused_table(GROUP, "line-of-64-megabytes", lambda: b"x" * (64 * _MEGABYTE), "too-large", 0),
        refused_table(
            GROUP,
            "one-column-of-64-megabytes",
            lambda: b"value\n" + b"123456789012345678901234567890123456\n" * 1_800_000,
            "missing-column",
            1,
            others=True,
        ),
        refused_table(
            GROUP,
            "nul-of-64-megabytes",
            lambda: b"\0" * (64 * _MEGABYTE),
            "unprintable-character",
            1,
            others=True,
        ),
        refused_table(
            GROUP,
            "wrong-in-every-cell",
            lambda: b"date,value\n" + b"x,y\n" * 1_000_000,
            "bad-date",
            2,
            kpi=daily,
            others=True,
        ),
        refused_table(
            GROUP,
            "quotes-in-every-cell",
            lambda: b"date,value\n" + b'""""""""""""""""""""""""""""""""""""""""\n' * 1_000_000,
            "cell-count",
            2,
            others=True,
        ),
        refused_table(
            GROUP,
            "commas-in-every-line",
            lambda: b"date,value\n" + b"," * 1_900_000 + b"\n" + b"," * 1_900_000 + b"\n",
            "cell-count",
            2,
            others=True,
        ),
        refused_table(
            GROUP,
            "each-row-a-part",
            lambda: _parts(200_000),
            "too-large",
            0,
            kpi=b"source: {by: part, aggregate: sum}\n",
        ),
    )
    for case in cases:
        in_record = case.name == "each-row-a-part"
        expected = (
            Refused("too-large", "vision/kpis/s-each-row-a-part.yml", 3) if in_record else case.expected
        )
        costly = case.name in _COSTLY
        yield Case(
            name=case.name,
            group=GROUP,
            files=case.files,
            expected=expected,
            heavy=True,
            built=False,
            costly=costly,
        )


def _head(rows: int) -> bytes:
    return b"date,value\n" + b"".join(b"%s,%d\n" % (_day(number), number) for number in range(rows))


def _parts(rows: int) -> bytes:
    return b"date,value,part\n" + b"".join(b"2026-01-01,1,p%d\n" % number for number in range(rows))


def _many_files() -> Iterator[Case]:
    """What all files have together: more than a minute or the memory can take."""
    large: dict[str, Content] = {"vision/goals/z0.yml": _record(_RECORD - 1)}
    large |= {f"vision/goals/z{number}.yml": Same("vision/goals/z0.yml") for number in range(1, 5_000)}
    yield _all("five-thousand-large-records", large, Accepted())
    tiny: dict[str, Content] = {f"vision/goals/z{number}.yml": b"title: T\n" for number in range(20_000)}
    yield _all("twenty-thousand-tiny-records", tiny, Accepted())
    empty: dict[str, Content] = {f"vision/goals/z{number}.yml": b"" for number in range(20_000)}
    yield _all("twenty-thousand-empty-records", empty, Refused("empty-file", ANYWHERE))
    loose: dict[str, Content] = {f"vision/goals/z{number}.txt": b"" for number in range(20_000)}
    yield _all("twenty-thousand-other-files", loose, Refused("unknown-file", ANYWHERE))
    wrong: dict[str, Content] = {f"vision/goals/z{number}.yml": b"x: 1\n" * 200 for number in range(2_000)}
    yield _all("thousands-of-records-of-mistakes", wrong, Refused("duplicate-key", ANYWHERE, others=True))
    kpis: dict[str, Content] = {
        f"vision/kpis/z{number}.yml": _KPI + b"frequency: daily\nsource: {aggregate: sum}\n"
        for number in range(60)
    }
    data: dict[str, Content] = {"kpi_data/z0.csv": _rows(64 * _MEGABYTE, _dated)}
    data |= {f"kpi_data/z{number}.csv": Same("kpi_data/z0.csv") for number in range(1, 60)}
    yield _all("sixty-tables-of-64-megabytes", {**kpis, **data}, Accepted())
    yield _all("sixty-such-tables-unused", data, Accepted(("unused-data",)))
    one: dict[str, Content] = {
        f"vision/kpis/z{number}.yml": _KPI
        + b"source: {file: z.csv, where: {note: n%d}, aggregate: sum}\n" % number
        for number in range(1_000)
    }
    one["kpi_data/z.csv"] = b"date,value,note\n" + b"".join(
        b"%s,1,n%d\n" % (_day(number), number % 1_000) for number in range(50_000)
    )
    yield _all("a-thousand-kpis-of-one-table", one, Accepted())
    loose_data: dict[str, Content] = {f"kpi_data/z{number}.csv": b"date,value\n" for number in range(20_000)}
    yield _all("twenty-thousand-unused-tables", loose_data, Accepted(("unused-data",)))


def _all(name: str, files: dict[str, Content], expected: Refused | Accepted) -> Case:
    costly = name in _COSTLY
    return Case(
        name=name, group=GROUP, files=files, expected=expected, heavy=True, built=False, costly=costly
    )


CASES = (*_one_file(), *_many_files())
