"""Where libyaml gave up on a text, and what may be said of it."""

from dataclasses import dataclass
from typing import NamedTuple


class Found(NamedTuple):
    """An explanation: where it really is (counted from 1), what it is, how to mend it."""

    line: int
    column: int
    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Where libyaml gave up and what it was reading; rows and columns count from 0."""

    complaint: str
    context: str
    lines: tuple[str, ...]
    row: int
    column: int
    start_row: int
    start_column: int

    @property
    def line(self) -> str:
        """The line where it gave up; empty past the end."""
        return self.line_at(self.row)

    @property
    def before(self) -> str:
        """That line up to the spot."""
        return self.line[: self.column].rstrip()

    def line_at(self, row: int) -> str:
        """Any line; empty past the ends."""
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def row_above(self) -> int:
        """The last row above the spot that is not blank, or -1."""
        return next((row for row in range(self.row - 1, -1, -1) if self.line_at(row).strip()), -1)

    def here(self, code: str, message: str, remedy: str) -> Found:
        """An explanation of the spot itself."""
        return Found(self.row + 1, self.column + 1, code, message, remedy)

    def at_start(self, code: str, message: str, remedy: str) -> Found:
        """An explanation of the spot where the broken piece began."""
        return Found(self.start_row + 1, self.start_column + 1, code, message, remedy)


def indent(line: str) -> int:
    """How many blanks a line starts with."""
    return len(line) - len(line.lstrip())
