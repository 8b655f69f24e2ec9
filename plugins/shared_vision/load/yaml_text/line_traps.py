"""Slips in how lines of YAML start and what stands in them."""

import re

from shared_vision.load.quote import quote
from shared_vision.load.yaml_text.fault import Fault, Found, indent
from shared_vision.load.yaml_text.long_texts import LONG_TEXTS, below

_KEY = re.compile(r" *(?:- +)?(?P<key>[a-z_]+):(?: .*)?")
_KEY_AND_TEXT = re.compile(r"(?P<head>\s*(?:- +)?[^\s:#\"'\[{][^:]*:)\s+(?P<text>\S.*)")
_NO_SPACE = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>[A-Za-z_]+):(?P<text>[^\s:/].*)")
_LINE_UP = "Start keys that belong together in the same column; use two spaces for each level."


def tab(fault: Fault) -> Found | None:
    """A tab at the start of a line."""
    blanks = fault.line[: indent(fault.line)]
    if "\t" not in blanks:
        return None
    return Found(
        fault.row + 1,
        blanks.index("\t") + 1,
        "tab",
        "This line is indented with a tab.",
        "Use spaces, two for each level.",
    )


def space_after_colon(fault: Fault) -> Found | None:
    """A colon with the text right behind it."""
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


def colon_in_text(fault: Fault) -> Found | None:
    """A text with a colon in it."""
    match = _KEY_AND_TEXT.fullmatch(fault.line)
    if "mapping values" not in fault.complaint or not match or fault.column < match.start("text"):
        return None
    text = match["text"].rstrip().replace('"', "'")
    remedy = f"Put the text in quotes: {quote(match['head'].strip())[1:-1]} {quote(text)}"
    return fault.here("colon-in-text", "A text with a colon and a space in it needs quotes.", remedy)


def list_indent(fault: Fault) -> Found | None:
    """A dash that lines up with no other."""
    if not fault.line.lstrip().startswith("- ") or "block" not in fault.context:
        return None
    message = "This dash does not line up with the list above."
    return fault.here("list-indent", message, "Start all dashes of a list in the same column.")


def too_far_right(fault: Fault) -> Found | None:
    """A key further right than the one above, which has a value."""
    if "mapping values" not in fault.complaint or fault.before != fault.line.split(":")[0].rstrip():
        return None
    above = fault.line_at(fault.row_above())
    if not above:
        return None
    if indent(above) == indent(fault.line) and ":" not in above:
        return _line_without_colon(fault, fault.row_above())
    message = "This line starts further right than the one above, which has its value already."
    remedy = f"{_LINE_UP} {_in_text_of(_key_above(fault, fault.row))}".rstrip()
    return Found(fault.row + 1, indent(fault.line) + 1, "indentation", message, remedy)


def out_of_line(fault: Fault) -> Found | None:
    """A line that starts where no other does."""
    if fault.before or fault.context not in (
        "while parsing a block mapping",
        "while parsing a block collection",
    ):
        return None
    if fault.line.lstrip().startswith(":"):
        return fault.here("no-key", "There is no key before this colon.", 'Write "key: value".')
    return fault.here("indentation", "This line does not line up with any line above.", _LINE_UP)


def no_colon(fault: Fault) -> Found | None:
    """A line of text where a key should be."""
    if "expected ':'" not in fault.complaint:
        return None
    return _line_without_colon(fault, fault.start_row)


def list_beside_key(fault: Fault) -> Found | None:
    """A dash on the line of its key."""
    if "block sequence entries" not in fault.complaint:
        return None
    remedy = (
        "Write each entry on a line of its own below the key, dash first; a text with a dash needs quotes."
    )
    return fault.here("list-beside-key", "A list cannot start on the line of its key.", remedy)


def _line_without_colon(fault: Fault, row: int) -> Found:
    line = fault.line_at(row)
    message = f"The line {quote(line)} has no key with a colon."
    remedy = _in_text_of(_key_above(fault, row))
    remedy = remedy or 'Write "key: value"; indent the further lines of a long text.'
    return Found(row + 1, indent(line) + 1, "no-colon", message, remedy)


def _key_above(fault: Fault, row: int) -> str:
    """The last key above a line."""
    above = (_KEY.fullmatch(fault.line_at(number).rstrip()) for number in range(row - 1, -1, -1))
    return next((match["key"] for match in above if match), "")


def _in_text_of(key: str) -> str:
    return f"If it belongs to the text of {key}, {below(key)}" if key in LONG_TEXTS else ""
