"""How a partner's text is shown in a message: on one line, not too long."""

import re

from shared_vision.load.core_schema import resolve

_LONGEST = 60
_PLAIN = re.compile(r"[^\W_](?:[\w ./'()&+-]*[\w.)'])?")


def quote(text: str, longest: int = _LONGEST) -> str:
    """The text in quotes, on one line, cut to so many characters."""
    line = " ".join(text[: 4 * longest].split())
    cut = line if len(line) <= longest else line[: longest - 1] + "…"
    return f'"{cut}"'


def as_yaml(text: str) -> str:
    """A text as one can write it after a key: in quotes where it would mean something else without them."""
    shown = quote(text)[1:-1]
    if _PLAIN.fullmatch(text) and isinstance(resolve(text), str):
        return shown
    return f"'{shown}'" if '"' in shown and "'" not in shown else '"{}"'.format(shown.replace('"', "'"))
