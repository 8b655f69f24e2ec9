"""Which values of a question are shown together, so that nobody's answer can be worked out.

The finest bands are chosen that are allowed. Whoever knows that learns from a choice that nothing finer was,
so what is allowed is told by all that leads to the same choice: every count of a value that is shown with
others must be able to be two different numbers, among those answers for which just these bands would be
chosen. (That it is not enough to look at what is shown alone: Wong, Fu, Wang and Pei, Minimality attack in
privacy preserving data publishing, 2007.)
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Protocol

from shared_vision.model.survey import Counts

Edges = tuple[int, ...]
"""Where bands begin, as positions in the scale from 0 up, and where the last one ends."""
Chosen = tuple[Edges, bool]
"""Bands, and whether the sum of all answers is shown."""
_TRIED = 60
"""So many answer sheets that lead to the same are looked at; more are not worth the time."""


class Fits(Protocol):
    """What else is asked of bands, that are shown with the sum of all answers or without."""

    def __call__(self, edges: Edges, /, *, summed: bool) -> bool:
        """Whether they have it."""


class Bandings:
    """The ways to cut a scale of `width` values, for groups of `least` people and more.

    `edge` is where the two best answers are cut off: ways that do are tried first, then the finest.
    """

    def __init__(self, width: int, least: int, edge: int) -> None:
        self._width, self._least = width, least
        ways = sorted(_ways(width), key=lambda way: (edge not in way, -len(way), way))
        # where one joined pair is the only one, the sum of all answers tells its two counts
        self._ways = [way for way in ways if sum(end - start - 1 for start, end in pairwise(way)) != 1]
        self._known: dict[tuple[int, Counts, int], bool] = {}

    def choose(self, counts: Counts, fits: Fits = lambda _edges, *, summed: True) -> Chosen | None:  # noqa: ARG005
        """The bands to be shown, and whether with the sum of all answers; None where nothing fits.

        All answers in one band without their sum are always allowed: be it that all are the lowest, the
        highest, or all but one, nothing else can be shown.
        """
        for at, way in enumerate(self._ways):
            if self._allowed(at, counts) and fits(way, summed=True):
                return way, True
        whole = (0, self._width)
        return (whole, False) if fits(whole, summed=False) else None

    def _allowed(self, at: int, counts: Counts) -> bool:
        bands = _joined(self._ways[at], counts)
        return min(bands) >= self._least and self._open(at, bands, _total(counts))

    def _open(self, at: int, bands: Counts, total: int) -> bool:
        key = at, bands, total
        if key not in self._known:
            self._known[key] = self._several(at, bands, total)
        return self._known[key]

    def _several(self, at: int, bands: Counts, total: int) -> bool:
        """Whether each joined value has two counts among the answers for which this way is the first."""
        way = self._ways[at]
        left = {value for start, end in pairwise(way) if end - start > 1 for value in range(start, end)}
        first: dict[int, int] = {}
        for counts in _alike(way, bands, total) if left else ():
            if not any(self._allowed(finer, counts) for finer in range(at)):
                left = {value for value in left if first.setdefault(value, counts[value]) == counts[value]}
                if not left:
                    break
        return not left


@cache
def bandings(width: int, least: int, edge: int) -> Bandings:
    """The ways to cut a scale; what they find out is kept."""
    return Bandings(width, least, edge)


def _ways(width: int) -> set[Edges]:
    """Values of one end, or of both, taken together; a wide scale is cut in few bands."""
    half = width // 2
    if width < 7:
        ends = range(1, width)
        cut = {
            (0, *range(low, width - high + 1), width) for low in ends for high in ends if low + high <= width
        }
    else:
        few = {(0, width - 4, width - 2, width), (0, half, width - 2, width), (0, width - 2, width)}
        mirrored = {tuple(width - end for end in reversed(way)) for way in few}
        cut = {tuple(range(width + 1)), *few, *mirrored, (0, half, width)}
    return {(0, width), *cut}


def _joined(way: Edges, counts: Counts) -> Counts:
    return tuple(sum(counts[start:end]) for start, end in pairwise(way))


def _total(counts: Sequence[int]) -> int:
    return sum(value * many for value, many in enumerate(counts))


def _alike(way: Edges, bands: Counts, total: int) -> Iterator[Counts]:
    """Answers with the same bands and the same sum, some of many: from very different ones outwards."""
    waiting = deque(dict.fromkeys(_starts(way, bands, total)))
    seen = set(waiting)
    width = way[-1]
    steps = [value for value in range(width - 1) if value + 1 not in way]
    while waiting:
        yield (counts := waiting.popleft())
        for up in steps if len(seen) < _TRIED else ():
            for down in steps:
                moved = list(counts)
                for value, by in ((up, -1), (up + 1, 1), (down, 1), (down + 1, -1)):
                    moved[value] += by
                if min(moved) >= 0 and (found := tuple(moved)) not in seen:
                    seen.add(found)
                    waiting.append(found)


def _starts(way: Edges, bands: Counts, total: int) -> Iterator[Counts]:
    """Answers near to each other and far apart, and near ones but for one or two at each joined value."""
    joined = list(pairwise(way))
    for order in (range(len(joined)), range(len(joined))[::-1]):
        yield from _sheets(way, bands, total, order, _near)
        yield from _sheets(way, bands, total, order, _far)
        for at, (start, end) in enumerate(joined):
            for value, many in product(range(start, end), (1, 2)) if end - start > 1 else ():
                others = (*bands[:at], bands[at] - many, *bands[at + 1 :])
                for counts in _sheets(way, others, total - many * value, order, _near):
                    yield (*counts[:value], counts[value] + many, *counts[value + 1 :])


def _sheets(
    way: Edges, bands: Counts, total: int, order: Iterable[int], shape: Callable[[int, int, int], list[int]]
) -> Iterator[Counts]:
    """Answers with these bands and this sum, if there are any; what is to be high is so in order of bands."""
    joined = list(pairwise(way))
    left = total - sum(start * many for start, many in zip(way, bands, strict=False))
    counts = [0] * way[-1]
    for at in order:
        start, end = joined[at]
        rise = max(min(left, bands[at] * (end - 1 - start)), 0)
        counts[start:end] = shape(end - start, bands[at], rise)
        left -= rise
    if not left:
        yield tuple(counts)


def _near(width: int, people: int, rise: int) -> list[int]:
    """People of a band who come to so much above its low end, as near to each other as they can be."""
    counts = [0] * width
    step, more = divmod(rise, people) if people else (0, 0)
    counts[step] += people - more
    if more:
        counts[step + 1] += more
    return counts


def _far(width: int, people: int, rise: int) -> list[int]:
    """The same, as many as can be at the ends."""
    counts = [0] * width
    high, more = divmod(rise, width - 1) if width > 1 else (0, 0)
    counts[0] += people - high - bool(more)
    counts[-1] += high
    if more:
        counts[more] += 1
    return counts
