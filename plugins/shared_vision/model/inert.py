"""Text of partners where it must not act: in one line, in Markdown."""

import re
from html import escape

# C0 and C1 controls, line and paragraph separators, and what turns the direction of writing
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_INERT = {ord(sign): f"&#{ord(sign)};" for sign in "\\|`*_[]()~!"} | {ord("@"): "&#64;\u2060"}
"""The signs that mean something in Markdown or to a forge, as entities that mean nothing.

An invisible joiner stands behind @, as forges look for names after they have read the entities.
"""


_NAMING = re.compile(r":(?!\s|$)|(?<=:):")
"""Colons in commands, addresses and names of little pictures; those at the end of a word are harmless."""


_COMMAND = re.compile(r"^(?=[^\S\n]*(?:::|##\[))", re.MULTILINE)
"""The start of a line that a workflow would take for a command."""


def no_command(text: str) -> str:
    """The text with an invisible joiner before each line that a workflow would obey."""
    return _COMMAND.sub("\u2060", text)


def without_controls(text: str) -> str:
    """The text in one line, with a space for each character that would act."""
    return _ACTIVE.sub(" ", text)


def plain(text: str) -> str:
    """The text in one line, with each character that would act written out as its code point; no command."""
    return no_command(_ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def in_markdown(text: str) -> str:
    """The text in one line that Markdown and forges show as it is."""
    return _NAMING.sub("&#58;", escape(plain(text)).translate(_INERT))
