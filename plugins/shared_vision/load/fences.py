"""Finds the fenced `vision` blocks in a Markdown page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced `vision` block: the text inside, the line on which that text begins."""

    text: str
    line: int


def split_fences(markdown: str) -> tuple[str | Fence, ...]:
    """The page as runs of Markdown with its `vision` blocks in between; other fences are left alone."""
    lines = markdown.splitlines(keepends=True)
    parts: list[str | Fence] = []
    kept = 0
    for start, end, info in _fences(lines):
        if info == "vision":
            block = Fence(text="".join(lines[start + 1 : end]), line=start + 2)
            parts += ["".join(lines[kept:start]), block]
            kept = end + 1
    return (*parts, "".join(lines[kept:]))


def _fences(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Opening line, closing line and info string of every fence; one left open reaches to the end."""
    opening: tuple[int, str, str] | None = None
    for number, line in enumerate(lines):
        match = _FENCE.match(line.rstrip())
        if match and opening is None:
            opening = (number, match["fence"], match["info"].strip())
        elif match and opening and not match["info"] and match["fence"].startswith(opening[1]):
            yield opening[0], number, opening[2]
            opening = None
    if opening:
        yield opening[0], len(lines), opening[2]
