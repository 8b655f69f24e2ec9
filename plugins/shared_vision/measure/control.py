"""The control chart of single values (XmR): which values are usual, and which are not."""

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from shared_vision.measure.window import Window
from shared_vision.model.reason import Reason
from shared_vision.model.trend import LIMIT, Control, Oddity, Signal

Flags = NDArray[np.bool_]

FEWEST = 6
SETTLED = 12
LARGEST_RANGE = 3.267
LONG_RUN = 7
_NOISE = 1e-12


def control_chart(window: Window) -> Control | Reason:
    """Centre, limits and signals; a missing period breaks a moving range and a run.

    Centre = mean; limits = centre +/- 2.66 x the mean difference between neighbours. Differences of more than
    3.267 times their mean are left out of it once, and with them, of the centre, a value none of whose
    differences stays. Source: methods.md, C8 (NHS "Making data count"; Wheeler 2000).
    """
    values = window.values
    if len(values) < FEWEST or not any(window.joined):
        return Reason.FEW_FOR_LIMITS
    ranges, joined = np.abs(np.diff(values)), np.array(window.joined)
    kept = joined & (ranges <= LARGEST_RANGE * ranges[joined].mean())
    moving = float(ranges[kept].mean())
    usual = _with_a_usual_step(joined, kept)
    centre = float(values[usual].mean())
    return _chart(window, centre, moving, (int(joined.sum()), int(kept.sum())), int((~usual).sum()))


def _with_a_usual_step(joined: Flags, kept: Flags) -> Flags:
    """Which values have a difference that was kept, or none at all."""
    no = np.zeros(1, dtype=bool)
    neighbours = np.concatenate([no, joined]) | np.concatenate([joined, no])
    usual: Flags = np.concatenate([no, kept]) | np.concatenate([kept, no]) | ~neighbours
    return usual


def _chart(
    window: Window, centre: float, moving: float, ranges: tuple[int, int], left_out: int
) -> Control | Reason:
    reach = LIMIT * moving
    signals = tuple(_signals(window, centre, reach))
    full = [window.full(figure) for figure in (centre, centre - reach, centre + reach, moving)]
    if not np.isfinite(full).all():
        return Reason.NOT_DEFINED
    latest = window.points[-1]
    step = abs(float(window.values[-1] - window.values[-2]))
    return Control(
        centre=full[0],
        low=full[1],
        high=full[2],
        moving=full[3],
        ranges=ranges[1],
        screened=ranges[0] - ranges[1],
        left_out=left_out,
        points=len(window.values),
        trial=len(window.values) < SETTLED,
        calm=step <= LARGEST_RANGE * moving + _NOISE and all(signal.last is not latest for signal in signals),
        signals=signals,
    )


def _signals(window: Window, centre: float, reach: float) -> Iterator[Signal]:
    off: list[float] = (window.values - centre).tolist()
    joined = (False, *window.joined)
    yield from _outside(window, off, reach + _NOISE)
    sides = [0 if abs(value) <= _NOISE else 1 if value > 0 else -1 for value in off]
    yield from _runs(window, Oddity.SIDE, sides, joined, LONG_RUN)
    steps = [0, *((later > before) - (later < before) for before, later in pairwise(off))]
    yield from _runs(window, Oddity.STEADY, steps, joined, LONG_RUN - 1)
    yield from _near(window, off, joined, reach * 2 / 3 + _NOISE)


def _signal(
    window: Window, oddity: Oddity, places: Sequence[int], *, high: bool, usual: bool = False
) -> Signal:
    """A signal from the first of some places to the last."""
    return Signal(
        oddity=oddity,
        high=high,
        first=window.points[places[0]],
        last=window.points[places[-1]],
        count=len(places),
        back=len(window.points) - 1 - places[-1],
        usual=usual,
    )


def _outside(window: Window, off: Sequence[float], reach: float) -> Iterator[Signal]:
    beyond = {time: value > 0 for time, value in zip(window.times, off, strict=True) if abs(value) > reach}
    for place, time in enumerate(window.times):
        if time in beyond:
            usual = bool(window.season) and beyond.get(time - window.season) is beyond[time]
            yield _signal(window, Oddity.OUTSIDE, [place], high=beyond[time], usual=usual)


def _runs(
    window: Window, oddity: Oddity, signs: Sequence[int], joined: Sequence[bool], least: int
) -> Iterator[Signal]:
    """Stretches of so many equal signs or more; of steps, the value before the first belongs to them."""
    before = 1 if oddity is Oddity.STEADY else 0
    start = 0
    for end in range(1, len(signs) + 1):
        if end < len(signs) and signs[end] == signs[start] and joined[end] and (joined[start] or not before):
            continue
        if end - start >= least and signs[start]:
            yield _signal(window, oddity, range(start - before, end), high=signs[start] > 0)
        start = end


def _near(window: Window, off: Sequence[float], joined: Sequence[bool], near: float) -> Iterator[Signal]:
    for high in (True, False):
        far = [value > near if high else value < -near for value in off]
        if sum(far) > 1:
            for places in _grown(_threes(far, joined)):
                yield _signal(window, Oddity.NEAR, places, high=high)


def _threes(far: Sequence[bool], joined: Sequence[bool]) -> Iterator[list[int]]:
    """The places of two or three far values among three in a row."""
    for end in range(1, len(far)):
        start = end - 2 if end > 1 and joined[end - 1] else end - 1
        places = [*compress(range(start, end + 1), far[start : end + 1])]
        if joined[end] and far[end] and len(places) > 1:
            yield places


def _grown(groups: Iterator[list[int]]) -> list[list[int]]:
    """Groups that share a place as one."""
    found: list[list[int]] = []
    for places in groups:
        if found and places[0] <= found[-1][-1]:
            found[-1] = sorted({*found[-1], *places})
        else:
            found.append(places)
    return found
