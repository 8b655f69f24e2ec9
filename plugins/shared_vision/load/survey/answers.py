"""What a cell of a survey's file says."""

import re

from shared_vision.model.records import Survey

_NUMBER = re.compile(r"-?[0-9]{1,5}(?:\.0+)?")


class Answers:
    """How a survey's answers are written: as numbers on its scale, or in words."""

    def __init__(self, survey: Survey) -> None:
        self._low, self._high = survey.scale
        self._words = {_plain(word): number for word, number in survey.answers.items()}
        self._none = {"", *map(_plain, survey.no_answer)}

    def is_none(self, text: str) -> bool:
        """Whether it is no answer: blank, or a word for that."""
        return _plain(text) in self._none

    def value(self, text: str) -> int | None:
        """The answer as a number; None where it is not on the scale."""
        plain = _plain(text)
        value = self._words.get(plain)
        if value is None and _NUMBER.fullmatch(plain):
            value = int(plain.partition(".")[0])
        return value if value is not None and self._low <= value <= self._high else None

    def is_answer(self, text: str) -> bool:
        """Whether somebody may have answered this, be it with a word for no answer."""
        return self.value(text) is not None or (bool(text.strip()) and self.is_none(text))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
