"""Fits texts into the room there is."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST_TITLE = 300
_SIGNS = re.compile(r"[^a-z0-9]+")


def slug_words(text: str) -> tuple[str, ...]:
    """The words of an id: lower-case letters with digits, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return tuple(word for word in _SIGNS.split(plain.replace("'", "")) if word)


def shorten(text: str, room: int = LONGEST_TITLE) -> str:
    """The text on one line, cut between two words where it is too long."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    return line[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def fair_shares(lengths: Sequence[int], room: int) -> list[int]:
    """How much of each part fits: short parts stay whole, the long ones share what is left evenly."""
    whole: set[int] = set()
    left = room
    for index in sorted(range(len(lengths)), key=lambda part: lengths[part]):
        if lengths[index] > left // (len(lengths) - len(whole)):
            break
        whole.add(index)
        left -= lengths[index]
    shares = list(lengths)
    cut = [index for index in range(len(lengths)) if index not in whole]
    for number, index in enumerate(cut):
        shares[index] = left // (len(cut) - number)
        left -= shares[index]
    return shares
