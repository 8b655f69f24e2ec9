"""Text that terminals and logs show and never obey."""

import os
import re
import sys
from typing import TextIO

# C0 and C1 controls, line and paragraph separators, and what turns the direction of writing
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

STYLES = {"error": "31", "warning": "33", "good": "32", "quiet": "2", "strong": "1"}


def plain(text: str) -> str:
    """The text in one line, with each character that would act written out as its code point."""
    return _ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def has_colours(stream: TextIO = sys.stdout) -> bool:
    """Whether a stream is a terminal whose reader wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str, *, colours: bool) -> str:
    """The text in a style of STYLES, or as it is where there are no colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colours else text
