"""Where words find room in a chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared_vision.draw.renderer import WIDTH, Label

PAGE = 560
"""Pixels of a middling page: on it words are measured, since the canvas stretches and words do not."""
PHONE = 300
_LETTER = 7.2
_ASCENT, _DESCENT = 12, 4
_COLUMNS = np.arange(0, WIDTH + 1, 10)
_AIR = 3
_HAIRLINE_STEP = 15
_BESIDE_WORDS = 40
_OFF_CANVAS = 80


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Room:
    """What is drawn so far, so that words can keep off it."""

    def __init__(self, height: int) -> None:
        self._height = height
        self._xs = np.empty(0)
        self._ys = np.empty(0)
        self._boxes: list[_Box] = []

    def block_line(self, places: NDArray[np.float64]) -> None:
        """Words keep off this line."""
        places = places[np.isfinite(places[:, 1])]
        between = np.interp(_COLUMNS, places[:, 0], places[:, 1], left=np.nan, right=np.nan)
        self._xs = np.concatenate([self._xs, _COLUMNS, places[:, 0]])
        self._ys = np.concatenate([self._ys, between, places[:, 1]])

    def block_upright(self, x: float) -> None:
        """Words keep off this hairline from top to bottom."""
        down = np.arange(0, self._height, _HAIRLINE_STEP)
        self._xs = np.concatenate([self._xs, np.full(len(down), x)])
        self._ys = np.concatenate([self._ys, down])

    def best(self, labels: Iterable[Label], *, page: int = PAGE) -> tuple[Label, float]:
        """The label that touches least, the first of equals, and how much it touches; `page` is its width."""
        crowds = []
        for label in labels:
            crowds.append((self._crowd(_box(label, page)), label))
            if crowds[-1][0] == 0:
                break
        least, chosen = min(crowds, key=lambda pair: pair[0])
        return chosen, least

    def block_words(self, label: Label, *, page: int = PAGE) -> None:
        """Words keep off these words."""
        self._boxes.append(_box(label, page))

    def _crowd(self, box: _Box) -> float:
        across = (self._xs > box.left) & (self._xs < box.right)
        down = (self._ys > box.top - _AIR) & (self._ys < box.bottom + _AIR)
        touched = int(np.count_nonzero(across & down))
        words = sum(_BESIDE_WORDS for other in self._boxes if box.touches(other))
        off = (box.top < 0 or box.bottom > self._height) + (box.left < -5 or box.right > WIDTH + 5)
        return touched + words + _OFF_CANVAS * off


def around(place: Sequence[float], text: str, classes: str, *, narrowest: int = PHONE) -> list[Label]:
    """The text below or above a place, near before far, kept on the canvas of the narrowest page."""
    anchor = _anchor(place[0], len(text) * _LETTER / 2 * WIDTH / narrowest)
    return [
        Label(text=text, x=place[0], y=place[1] + shift, classes=classes, anchor=anchor)
        for shift in (21, -11, 36, -26, 52, -42)
    ]


def _anchor(x: float, half: float) -> str:
    if x < half:
        return "start"
    return "end" if x > WIDTH - half else "middle"


def _box(label: Label, page: int) -> _Box:
    width = len(label.text) * _LETTER * WIDTH / page
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    left = label.x + label.dx * WIDTH / page - width * share
    return _Box(left, label.y - _ASCENT, left + width, label.y + _DESCENT)
