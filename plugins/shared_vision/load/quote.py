"""How a partner's text is quoted in a message: one line, not too long."""

_LONGEST = 60


def quote(text: str) -> str:
    """The text in quotes, on one line, cut to 60 characters."""
    line = " ".join(text[: 4 * _LONGEST].split())
    cut = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return f'"{cut}"'
