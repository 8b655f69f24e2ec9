"""Slips with quotes, brackets and other signs that mean something in YAML."""

import re

from shared_vision.load.yaml_text.fault import Fault, Found
from shared_vision.load.yaml_text.long_texts import LONG_TEXTS, below

_CURLY = re.compile("(?::|-|^)\\s+[“”„‘’«]")
_KEY = re.compile(r"\s*(?:- +)?(?P<key>[a-z_]+):\s+")


def curly_quotes(fault: Fault) -> Found | None:
    """Quotes as word processors write them."""
    match = _CURLY.search(fault.line)
    if not match:
        return None
    message = f"The quote {match[0][-1]} is a typographic one, which does not count as a quote here."
    return Found(fault.row + 1, match.end(), "curly-quotes", message, 'Use straight quotes: "..."')


def after_quote(fault: Fault) -> Found | None:
    """A text that goes on after its quotes."""
    if "expected" not in fault.complaint or not fault.before.endswith(('"', "'")):
        return None
    message = "The text goes on after its closing quote."
    remedy = (
        "Put double quotes around the whole text (\"It's fine\"), or write the inner one twice ('It''s')."
        if fault.before.endswith("'")
        else "Put single quotes around the whole text: '\"Fewer\" complaints'."
    )
    return fault.here("text-after-quote", message, remedy)


def after_bracket(fault: Fault) -> Found | None:
    """A line that goes on after its brackets."""
    if "expected key" not in fault.complaint or not fault.before.endswith(("]", "}")):
        return None
    remedy = "Put a text that starts with a bracket in quotes, or delete what follows."
    return fault.here("text-after-bracket", "The line goes on after its closing bracket.", remedy)


def unclosed_quote(fault: Fault) -> Found | None:
    """A quote that is never closed."""
    if "quoted scalar" not in fault.context or "unexpected" not in fault.complaint:
        return None
    return fault.at_start(
        "unclosed-quote", "The quote that opens here is never closed.", "Add the closing quote."
    )


def unclosed_bracket(fault: Fault) -> Found | None:
    """A bracket that is never closed."""
    if "flow" not in fault.context:
        return None
    message = "The bracket that opens here is not closed, or a comma is missing or doubled in it."
    remedy = "Write lists as [a, b] and keys with values as {a: 1, b: 2}; quote a text that starts with one."
    return fault.at_start("brackets", message, remedy)


def first_sign(fault: Fault) -> Found | None:
    """A text that starts with a sign that means something."""
    scanned = ("alias", "anchor", "tag", "block scalar")
    if "start any token" not in fault.complaint and not fault.context.endswith(scanned):
        return None
    line = fault.line_at(fault.start_row)
    sign = line[fault.start_column : fault.start_column + 1]
    remedy = f'Put the whole text in quotes: "{sign}..."'
    match = _KEY.fullmatch(line[: fault.start_column])
    if match and match["key"] in LONG_TEXTS:
        remedy += f"; or {below(match['key'])}"
    return fault.at_start("first-sign", f"A text cannot start with {sign} unless it is in quotes.", remedy)


def backslash(fault: Fault) -> Found | None:
    """A backslash in double quotes."""
    if "escape" not in fault.complaint and "hexdecimal" not in fault.complaint:
        return None
    message = "A backslash has a special meaning in double quotes."
    return fault.here("backslash", message, "Use single quotes: '...'")


def directive(fault: Fault) -> Found | None:
    """A line that starts with a percent sign."""
    if "directive" not in fault.context and "YAML document" not in fault.complaint:
        return None
    return fault.here(
        "directive", "A line cannot start with % here.", "Delete the line, or put the text in quotes."
    )
