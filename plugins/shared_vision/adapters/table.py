"""Rows of text as a table for the terminal."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from shared_vision.model.inert import plain

_WIDEST = 48


def as_table(rows: Sequence[Sequence[str]]) -> str:
    """Rows, the first of them the heading, with aligned columns; long cells are cut with an ellipsis."""
    cells = [[_cut(plain(cell)) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(_pad(cell, width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cut(text: str) -> str:
    return text if _width(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
