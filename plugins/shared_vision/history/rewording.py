"""Which words of a text are others."""

import re
from difflib import SequenceMatcher

from shared_vision.model.told import Mark

_MOST = 1_500
"""Words; comparing more of them takes too long for what it tells."""
_AROUND = 5
"""The words on either side of a change that tell where it is."""


def reworded(before: str, after: str) -> str:
    """The text with what went and what came marked; of long passages that stayed only the ends.

    Empty where the texts are too long, or have nothing in common.
    """
    old, new = _words(before), _words(after)
    if len(old) > _MOST or len(new) > _MOST:
        return ""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_opcodes()
    if all(kind != "equal" for kind, *_ in blocks):
        return ""
    pieces = []
    for number, (kind, start, end, first, last) in enumerate(blocks):
        if kind == "equal":
            pieces.append(_kept(old[start:end], begins=not number, ends=number == len(blocks) - 1))
        else:
            pieces += [Mark.GONE.around(" ".join(old[start:end]))] if end > start else []
            pieces += [Mark.COME.around(" ".join(new[first:last]))] if last > first else []
    return " ".join(pieces)


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def _kept(words: list[str], *, begins: bool, ends: bool) -> str:
    room = _AROUND * (2 - begins - ends)
    if len(words) <= room + 1:
        return " ".join(words)
    before = [] if begins else words[:_AROUND]
    after = [] if ends else words[-_AROUND:]
    return " ".join([*before, "…", *after])
