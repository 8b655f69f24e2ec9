"""Strange files: the project's own records and data, changed the way hands, editors and attackers do.

What changes them takes its chances from a `Random`, so that hypothesis can steer and shrink them and the
campaign can run them for hours.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).parents[1]
Change = Callable[[str, Sequence[str], Random], str]

WORDS = (
    *(
        "no",
        "NO",
        "yes",
        "on",
        "true",
        "True",
        "~",
        "null",
        "",
        "''",
        '""',
        "=",
        "<<",
        "<<: a",
        "-0",
        "+5",
        ".",
    ),
    *(
        "1:30",
        "12:30:45",
        "0123",
        "0o17",
        "0x1F",
        "1_000",
        "1,000",
        "1,5",
        "3.10",
        "1e3",
        "1e400",
        "1.",
        ".5",
    ),
    *(".inf", "-.inf", ".nan", "9" * 310, "1" + "0" * 299, "0." + "3" * 400, "-1e308", "5e-324", "１２", "٣"),
    *("2025-02-30", "2025-02-03", "2025-2-3", "2025-02-03T00:00", "0001-01-01", "9999-12-31", "2025-W53"),
    *(
        "2025-Q4",
        "2025",
        "now",
        "31.12.2025",
        "P1Y",
        "P0D",
        "P99999D",
        "P9999Y9999M9999W99999D",
        "P",
        "P1.5D",
    ),
    *("&a b", "*a", "!!binary x", "!!python/object:os.system x", "!x y", "!", "&", "*", "@a", "`a", "%a"),
    *(
        "[",
        "]",
        "{",
        "}",
        "[a, b]",
        "{a: 1}",
        "{en: Waste, fr: Déchets}",
        "{id: x, weight: 2}",
        "[[[]]]",
        "{{ 7 }}",
    ),
    *(
        "|",
        ">",
        "|-\n  x",
        ">+2\n   x\n",
        "? a\n: b",
        "- a",
        "-",
        "- - a",
        ": ",
        "a: b",
        "a #b",
        "# c",
        "---",
        "...",
    ),
    *('"\\0"', '"\\x85"', '"\\ud800"', '"\\u202e"', '"\\L"', '"\\', "'", '"', "“a”", "'it''s'", '"a\\\n  b"'),
    *(
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\ud800",
        "é",
        "e\u0301",
        "𝟙",
    ),
    *(
        "northgate",
        "fewer-complaints",
        "goals/fewer-complaints",
        "vision/vision",
        "complaints",
        "id: x",
        "weight",
    ),
    *(
        "<script>alert(1)</script>",
        "</title>",
        "javascript:alert(1)",
        "[a](javascript:b)",
        "![](x)",
        "${{ x }}",
    ),
)
"""Values that mean something to YAML, to Python, to spreadsheets or to browsers."""
CELLS = (
    *(
        "",
        " ",
        "0",
        "-0",
        "4",
        "1e308",
        "-1e308",
        "1e400",
        "5e-324",
        "1,5",
        "1.234,5",
        "1_000",
        "0x10",
        "٣",
        "１",
    ),
    *(
        "nan",
        "inf",
        "NA",
        "None",
        "n/a",
        "#N/A",
        "=1+1",
        "-",
        "–5",
        "5%",
        "€5",
        "+5",
        ".5",
        "5.",
        "1e",
        "--1",
        "1 000",
    ),
    *(
        "2025-01-31",
        "2025-02-30",
        "2025-01",
        "2025-Q1",
        "2025-Q5",
        "2025-W07",
        "2025-W53",
        "2026-W01",
        "2025",
        "9999",
        "0999",
    ),
    *(
        "31/01/2025",
        "2025-1-1",
        "45688",
        "2025-01-31T00:00",
        "20250131",
        "now",
        "north",
        "south",
        "provisional",
        "p",
    ),
    *(
        '"',
        '""',
        '"a""b"',
        '"a',
        'a"b',
        '"a"b',
        '"1\n2"',
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\0",
        "\x1a",
    ),
    *(
        "\ufeff",
        "\u2028",
        "\x0b",
        "\x85",
        "\u202e",
        "\ud800",
        "sep=;\n",
        "date,value\n",
        "date",
        "value",
        "region",
    ),
    *("contacts", "q1", "organisation", "Northgate Council", "don't know", "6", "5.0", "1.5", "x" * 70, "'5"),
)
"""Cells that mean something to spreadsheets, to Python or to one of our readers."""


def records() -> Mapping[str, Sequence[str]]:
    """The project's records by kind, and those that the cases are about."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "vision").rglob("*.yml")):
        kind = path.relative_to(ROOT / "vision").parts[0].removesuffix(".yml")
        found.setdefault(kind, []).append(path.read_text(encoding="utf-8"))
    for files in _cases():
        for name, text in files.items():
            kind = name.removeprefix("vision/").split("/")[0].removesuffix(".yml")
            if name.startswith("vision/") and kind in found and text:
                found[kind].append(text)
    return found


def tables() -> Sequence[str]:
    """The project's data files, cut to their first rows, and those that the cases are about."""
    paths = sorted((ROOT / "kpi_data").glob("*.csv"))
    ours = ["".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:12]) for path in paths]
    return [*ours, *_files_of_cases("kpi_data/", ".csv")]


def answers() -> Sequence[str]:
    """The answers to the project's surveys, cut to their first rows, and those that the cases are about."""
    paths = sorted((ROOT / "kpi_data" / "surveys").glob("*.csv"))
    ours = ["".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:12]) for path in paths]
    return [*ours, *_files_of_cases("kpi_data/surveys/", ".csv")]


def _files_of_cases(start: str, end: str) -> Sequence[str]:
    return [
        text
        for files in _cases()
        for path, text in files.items()
        if text and path.startswith(start) and path.endswith(end) and len(text) < 5_000
    ]


def _cases() -> Sequence[Mapping[str, str]]:
    paths = sorted((ROOT / "tests" / "cases").rglob("*.yml"))
    cases = (yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in paths)
    return [case.get("files", {}) for case in cases]


def changed_record(text: str, others: Sequence[str], chance: Random) -> str:
    """A record after up to four changes."""
    return _changed(text, [*_LINES, *_VALUES], WORDS, others, chance)


def changed_table(text: str, others: Sequence[str], chance: Random) -> str:
    """A data file after up to four changes."""
    return _changed(text, [*_LINES, *_ROWS], CELLS, others, chance)


def _changed(
    text: str, changes: Sequence[Change], words: Sequence[str], others: Sequence[str], chance: Random
) -> str:
    for _ in range(chance.randint(1, 4)):
        if chance.randrange(8) == 0:
            text = _spliced(text, chance.choice(others), chance)
        else:
            text = chance.choice(changes)(text, words, chance)
    return text


def _spliced(text: str, other: str, chance: Random) -> str:
    """A text with some lines of another one in it."""
    lines, more = text.splitlines(keepends=True), other.splitlines(keepends=True)
    start = chance.randint(0, len(more))
    at = chance.randint(0, len(lines))
    return "".join([*lines[:at], *more[start : start + chance.randint(1, 4)], *lines[at:]])


def _inserted(text: str, words: Sequence[str], chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(words) + text[at:]


def _cut(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001 (one of many changes)
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20)) :]


def _replaced_sign(text: str, words: Sequence[str], chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(words)[:1] + text[at + 1 :]


def _repeated(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    at, length = chance.randint(0, len(text)), chance.choice((1, 3, 10, 40))
    return text[:at] + text[at : at + length] * chance.choice((2, 2, 3, 60)) + text[at + length :]


def _line_twice(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    return "".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def _line_lost(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    lines = text.splitlines(keepends=True) or [""]
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def _lines_swapped(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    lines = text.splitlines(keepends=True) or [""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def _other_line_ends(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", " \n", "\u2028")))


_LINES = (
    *(_inserted, _cut, _replaced_sign, _repeated, _line_twice, _line_lost, _lines_swapped),
    _other_line_ends,
)


def _another_value(text: str, words: Sequence[str], chance: Random) -> str:
    """A record with something else after one of its keys."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    key, colon, old = lines[at].partition(":")
    value = chance.choice(words)
    shapes = (
        " {}",
        " [{}]",
        " {{{}: x}}",
        " {{en: {}}}",
        " '{}'",
        ' "{}"',
        " |\n  {}",
        "\n  - {}",
        "{}",
        " {} # c",
    )
    if colon and chance.randrange(4) == 0:
        value = old.strip()
    if chance.randrange(4) == 0:
        value = f"{chance.choice(('&a', '*a', '!x', '!!str', '- ', '? '))} {old.strip()}"
    lines[at] = key + colon + chance.choice(shapes).format(value)
    return "\n".join(lines)


def _another_key(text: str, words: Sequence[str], chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    key, colon, old = lines[at].partition(":")
    blank = key[: len(key) - len(key.lstrip())]
    new = chance.choice(
        (chance.choice(words), key.strip().upper(), key.strip() + "s", key.strip()[1:], f"? {key}")
    )
    lines[at] = blank + new + colon + old
    return "\n".join(lines)


def _another_indent(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at].lstrip()
    lines[at] = chance.choice(("", " ", "  ", "    ", "\t", "- ", "  - ", "\u00a0", " " * 70)) + line
    return "\n".join(lines)


def _values_swapped(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    parts = [line.partition(": ") for line in text.split("\n")]
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    values = [value for _, _, value in parts]
    values[one], values[other] = values[other], values[one]
    return "\n".join(key + colon + value for (key, colon, _), value in zip(parts, values, strict=True))


_VALUES = (_another_value, _another_value, _another_value, _another_key, _another_indent, _values_swapped)


def _another_cell(text: str, words: Sequence[str], chance: Random) -> str:
    rows = [line.split(",") for line in text.split("\n")]
    row = chance.choice(rows)
    row[chance.randrange(len(row))] = chance.choice(words)
    return "\n".join(",".join(row) for row in rows)


def _another_width(text: str, words: Sequence[str], chance: Random) -> str:
    rows = [line.split(",") for line in text.split("\n")]
    some = chance.choice((rows, [chance.choice(rows)]))
    for row in some:
        row.insert(chance.randint(0, len(row)), chance.choice(words))
    return "\n".join(",".join(row) for row in rows)


def _columns_swapped(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    rows = [line.split(",") for line in text.split("\n")]
    by = chance.randint(1, 3)
    return "\n".join(",".join(row[by:] + row[:by]) for row in rows)


def _another_dialect(text: str, words: Sequence[str], chance: Random) -> str:  # noqa: ARG001
    out = StringIO(newline="")
    try:
        rows = list(csv.reader(StringIO(text, newline="")))
        csv.writer(
            out,
            delimiter=chance.choice(",,;\t| "),
            quoting=chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC)),
            doublequote=chance.choice((True, False)),
            escapechar="\\",
            lineterminator=chance.choice(("\n", "\r\n", "\r", "\n\n")),
        ).writerows(rows)
    except csv.Error:
        return text
    return out.getvalue()


_ROWS = (_another_cell, _another_cell, _another_cell, _another_width, _columns_swapped, _another_dialect)
