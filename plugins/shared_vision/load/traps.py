"""The slips that people make most often when they write YAML by hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from shared_vision.load.quote import quote

_KEY_AND_TEXT = re.compile(r"(?P<head>\s*(?:- +)?[^\s:#\"'\[{][^:]*:)\s+(?P<text>\S.*)")
_NO_SPACE = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>[A-Za-z_]+):(?P<text>[^\s:/].*)")
_CURLY = re.compile("(?::|-|^)\\s+[“”„‘’«]")
_LINE_UP = "Start keys that belong together in the same column; use two spaces for each level."


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


def _tab(fault: Fault) -> Found | None:
    indent = fault.line[: len(fault.line) - len(fault.line.lstrip())]
    if "\t" not in indent:
        return None
    return Found(
        fault.row + 1,
        indent.index("\t") + 1,
        "tab",
        "This line is indented with a tab.",
        "Use spaces, two for each level.",
    )


def _curly_quotes(fault: Fault) -> Found | None:
    match = _CURLY.search(fault.line)
    if not match:
        return None
    message = f"The quote {match[0][-1]} is a typographic one, which does not count as a quote here."
    return Found(fault.row + 1, match.end(), "curly-quotes", message, 'Use straight quotes: "..."')


def _space_after_colon(fault: Fault) -> Found | None:
    if "mapping values" in fault.complaint:
        row = fault.row_above()
    elif "expected ':'" in fault.complaint:
        row = fault.start_row
    else:
        return None
    match = _NO_SPACE.fullmatch(fault.line_at(row))
    if not match:
        return None
    remedy = f"Write {quote(match['key'] + ': ' + match['text'])}."
    return Found(row + 1, match.end("key") + 1, "no-space", "After the colon a space is missing.", remedy)


def _colon_in_text(fault: Fault) -> Found | None:
    match = _KEY_AND_TEXT.fullmatch(fault.line)
    if "mapping values" not in fault.complaint or not match or fault.column < match.start("text"):
        return None
    text = match["text"].rstrip().replace('"', "'")
    remedy = f"Put the text in quotes: {quote(match['head'].strip())[1:-1]} {quote(text)}"
    return fault.here("colon-in-text", "A text with a colon and a space in it needs quotes.", remedy)


def _list_indent(fault: Fault) -> Found | None:
    if not fault.line.lstrip().startswith("- ") or "block" not in fault.context:
        return None
    message = "This dash does not line up with the list above."
    return fault.here("list-indent", message, "Start all dashes of a list in the same column.")


def _too_far_right(fault: Fault) -> Found | None:
    if "mapping values" not in fault.complaint or fault.before != fault.line.split(":")[0].rstrip():
        return None
    above = fault.line_at(fault.row_above())
    if not above:
        return None
    if _indent(above) == _indent(fault.line) and ":" not in above:
        return _line_without_colon(fault.row_above(), above)
    message = "This line starts further right than the one above, which has its value already."
    return Found(fault.row + 1, _indent(fault.line) + 1, "indentation", message, _LINE_UP)


def _out_of_line(fault: Fault) -> Found | None:
    if fault.before or fault.context not in (
        "while parsing a block mapping",
        "while parsing a block collection",
    ):
        return None
    if fault.line.lstrip().startswith(":"):
        return fault.here("no-key", "There is no key before this colon.", 'Write "key: value".')
    return fault.here("indentation", "This line does not line up with any line above.", _LINE_UP)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _no_colon(fault: Fault) -> Found | None:
    if "expected ':'" not in fault.complaint:
        return None
    return _line_without_colon(fault.start_row, fault.line_at(fault.start_row))


def _line_without_colon(row: int, line: str) -> Found:
    message = f"The line {quote(line)} has no key with a colon."
    remedy = 'Write "key: value"; indent the further lines of a long text.'
    return Found(row + 1, _indent(line) + 1, "no-colon", message, remedy)


def _list_beside_key(fault: Fault) -> Found | None:
    if "block sequence entries" not in fault.complaint:
        return None
    remedy = (
        "Write each entry on a line of its own below the key, dash first; a text with a dash needs quotes."
    )
    return fault.here("list-beside-key", "A list cannot start on the line of its key.", remedy)


def _after_quote(fault: Fault) -> Found | None:
    if "expected" not in fault.complaint or not fault.before.endswith(('"', "'")):
        return None
    message = "The text goes on after its closing quote."
    remedy = (
        "Put double quotes around the whole text (\"It's fine\"), or write the inner one twice ('It''s')."
        if fault.before.endswith("'")
        else "Put single quotes around the whole text: '\"Fewer\" complaints'."
    )
    return fault.here("text-after-quote", message, remedy)


def _after_bracket(fault: Fault) -> Found | None:
    if "expected key" not in fault.complaint or not fault.before.endswith(("]", "}")):
        return None
    remedy = "Put a text that starts with a bracket in quotes, or delete what follows."
    return fault.here("text-after-bracket", "The line goes on after its closing bracket.", remedy)


def _unclosed_quote(fault: Fault) -> Found | None:
    if "quoted scalar" not in fault.context or "unexpected" not in fault.complaint:
        return None
    return fault.at_start(
        "unclosed-quote", "The quote that opens here is never closed.", "Add the closing quote."
    )


def _unclosed_bracket(fault: Fault) -> Found | None:
    if "flow" not in fault.context:
        return None
    message = "The bracket that opens here is not closed, or a comma is missing or doubled in it."
    remedy = "Write lists as [a, b] and keys with values as {a: 1, b: 2}; quote a text that starts with one."
    return fault.at_start("brackets", message, remedy)


def _first_sign(fault: Fault) -> Found | None:
    scanned = ("alias", "anchor", "tag", "block scalar")
    if "start any token" not in fault.complaint and not fault.context.endswith(scanned):
        return None
    sign = fault.line_at(fault.start_row)[fault.start_column : fault.start_column + 1]
    message = f"A text cannot start with {sign} unless it is in quotes."
    return fault.at_start("first-sign", message, f'Put the whole text in quotes: "{sign}..."')


def _backslash(fault: Fault) -> Found | None:
    if "escape" not in fault.complaint and "hexdecimal" not in fault.complaint:
        return None
    message = "A backslash has a special meaning in double quotes."
    return fault.here("backslash", message, "Use single quotes: '...'")


def _directive(fault: Fault) -> Found | None:
    if "directive" not in fault.context and "YAML document" not in fault.complaint:
        return None
    return fault.here(
        "directive", "A line cannot start with % here.", "Delete the line, or put the text in quotes."
    )


TRAPS: tuple[Callable[[Fault], Found | None], ...] = (
    _tab,
    _curly_quotes,
    _space_after_colon,
    _colon_in_text,
    _list_indent,
    _after_quote,
    _after_bracket,
    _too_far_right,
    _out_of_line,
    _no_colon,
    _list_beside_key,
    _unclosed_quote,
    _backslash,
    _unclosed_bracket,
    _first_sign,
    _directive,
)
"""The likeliest first."""
