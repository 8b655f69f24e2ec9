"""Where the recent values of a KPI are going, as far as they tell it from chance."""

from collections.abc import Sequence

import numpy as np

from shared_vision.measure.kendall import inflation, pairs_of, rank_test
from shared_vision.measure.slope import Middle, middle_of
from shared_vision.measure.window import Numbers, Window
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction
from shared_vision.model.series import Point
from shared_vision.model.trend import Control, Course, Oddity, Rank, Slope, Trend

FEW_FOR_SLOPE = 4
FEW_FOR_CLAIM = 8
CHANCE = 0.05
"""A course that chance alone would show in fewer of such series than this is called one."""

_COURSES = {
    (Direction.INCREASE, True): Course.BETTER,
    (Direction.INCREASE, False): Course.WORSE,
    (Direction.DECREASE, True): Course.WORSE,
    (Direction.DECREASE, False): Course.BETTER,
    (Direction.MAINTAIN, True): Course.RISING,
    (Direction.MAINTAIN, False): Course.FALLING,
}


def trend_of(window: Window, control: Control | Reason, direction: Direction) -> Trend:
    """The course of the values, with its slope from four of them on, and a claim from eight on.

    There is a course where the Mann-Kendall test finds less than 5 % chance and the latest run of the control
    chart does not go against it. It began with the run that is still going on, else with the window.
    Source: methods.md, C9.
    """
    slope, rank = _slope_and_rank(window)
    course, since, turned = Course.NONE, None, False
    if (
        isinstance(rank, Rank)
        and isinstance(slope, Slope)
        and rank.p < CHANCE
        and slope.value * rank.score > 0
    ):
        rises = rank.score > 0
        turned = _runs_to_now(control, window, rises=not rises) != []
        if not turned:
            runs = _runs_to_now(control, window, rises=rises)
            course = _COURSES[direction, rises]
            since = min(runs, key=lambda point: point.start, default=window.points[0])
    return Trend(
        course=course,
        since=since,
        slope=slope,
        rank=rank,
        points=len(window.points),
        first=window.points[0],
        last=window.points[-1],
        season=window.season,
        turned=turned,
    )


def _slope_and_rank(window: Window) -> tuple[Slope | Reason, Rank | Reason]:
    count = len(window.points)
    pairs = pairs_of(window.times, window.season)
    if count < FEW_FOR_SLOPE or not len(pairs.apart):
        return Reason.FEW_FOR_SLOPE, Reason.FEW_FOR_TREND
    values = window.values
    changes = values[pairs.later] - values[pairs.earlier]
    slopes = np.sort(changes / pairs.apart)
    seasons = [time % window.season for time in window.times] if window.season else [0] * count
    steepness = float(np.median(slopes))
    factor = inflation(_rest(window, steepness, seasons), window.joined)
    rank = rank_test(changes, values, seasons, factor)
    return _full(
        window, middle_of(slopes, rank.spread)
    ), rank if count >= FEW_FOR_CLAIM else Reason.FEW_FOR_TREND


def _rest(window: Window, steepness: float, seasons: Sequence[int]) -> Numbers:
    """What is left of the values without their trend and the mean of each time of the year."""
    rest: Numbers = window.values - steepness * np.array(window.times, dtype=float)
    if not window.season:
        return rest
    members = np.bincount(seasons, minlength=window.season)
    means = np.bincount(seasons, rest, window.season) / np.maximum(members, 1)
    return rest - means[seasons]


def _full(window: Window, middle: Middle) -> Slope | Reason:
    value, low, high = map(window.full, middle)
    return (
        Slope(value=value, low=low, high=high)
        if np.isfinite([value, low, high]).all()
        else Reason.NOT_DEFINED
    )


def _runs_to_now(control: Control | Reason, window: Window, *, rises: bool) -> list[Point]:
    """The first points of the runs that last up to the latest value, on the side of a rise or of a fall."""
    if isinstance(control, Reason):
        return []
    latest = window.points[-1]
    return [
        signal.first
        for signal in control.signals
        if signal.oddity in {Oddity.SIDE, Oddity.STEADY} and signal.last is latest and signal.high is rises
    ]
