"""Text that terminals and logs show and never obey."""

import os
import sys
from typing import TextIO

STYLES = {"error": "31", "warning": "33", "good": "32", "quiet": "2", "strong": "1"}


def has_colours(stream: TextIO = sys.stdout) -> bool:
    """Whether a stream is a terminal whose reader wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str, *, colours: bool) -> str:
    """The text in a style of STYLES, or as it is where there are no colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colours else text
