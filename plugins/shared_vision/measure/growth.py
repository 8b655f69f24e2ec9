"""Growth a year against the growth that is needed, as in the Open SDG progress methodology."""

from dataclasses import replace
from datetime import date
from math import inf

from shared_vision.measure.linear import linear
from shared_vision.measure.verdict import Journey, Verdict, figure, unknown
from shared_vision.model.cuts import TOWARDS_TARGET, by_cuts, near_limit
from shared_vision.model.dates import years_between
from shared_vision.model.measures import Basis, Growth, Rate, Status
from shared_vision.model.reason import Reason

LIMIT_POWER = 4.44
BEST = 5.0
WORST = -5.0


def growth(journey: Journey) -> Verdict:
    """The growth-rate method of Statistics Canada and Open SDG.

    g = (y / b) ** (1 / years) - 1 is the growth a year so far, g_req the same from base to
    target. With a target, progress is s * d * g / |g_req| (cuts 0.95, 0.60, 0); without one it is
    s * d * g (cuts 0.015 * C, 0.005 * C, 0, where C grows small near a limit). s is -1 where all
    values are negative, d is -1 where less is better. Where a zero or a change of sign forbids a
    growth rate, the linear pace towards the target takes its place. Source: data/README.md; Open SDG
    documentation, "progress methodology"; the exponent 4.44 from the progress class of sdg-build.
    """
    if journey.now_date.year <= journey.base_date.year:
        one_day = journey.now_date <= journey.base_date
        return unknown(Reason.ONE_POINT if one_day else Reason.ONE_YEAR, Basis.GROWTH)
    if journey.target_date and journey.target_date <= journey.base_date:
        return unknown(Reason.TARGET_BEFORE_BASELINE, Basis.GROWTH)
    if journey.begins_at_target:
        return _at_target(journey)
    if not _can_grow(journey):
        return _fall_back(journey)
    if journey.target is None or journey.target_date is None:
        return _without_target(journey)
    return _with_target(journey, _rate_to(journey, journey.target, journey.target_date))


def rate(base: float, value: float, years: float) -> float:
    """Growth a year, 0.02 for 2 %; base and value have the same sign, the base is not zero."""
    try:
        return float(pow(value / base, 1 / years)) - 1
    except OverflowError:
        return inf


def limit_factor(base: float, limit: float | None) -> float:
    """C: how much of the usual growth can be asked near a limit: 0 at it, 1 far from it or without one."""
    if not limit or abs(base) >= 2 * abs(limit):
        return 1.0
    share = abs(base / limit)
    return 1.0 - float(min(share, 2 - share) ** LIMIT_POWER)


def score_with_target(progress: float) -> float:
    """From -5 at -60 % of the growth needed, over 0 at 60 %, to 5 at 130 %."""
    if progress >= 0.6:
        return min(7.1429 * progress - 4.2857, BEST)
    return max(4.1667 * progress - 2.5, WORST)


def score_without_target(progress: float, factor: float) -> float:
    """From -5 at -2 % a year, over -2.5 at 0 and 0 at 0.5 % * C, to 5 at 2 % * C."""
    if progress < 0:
        return max(125 * progress - 2.5, WORST)
    if factor == 0:
        return BEST
    if progress >= 0.015 * factor:
        return min(500 * progress / factor - 5, BEST)
    if progress >= 0.005 * factor:
        return 250 * progress / factor - 1.25
    return 500 * progress / factor - 2.5


def _with_target(journey: Journey, needed: Rate) -> Verdict:
    so_far = _rate_to(journey, journey.now, journey.now_date)
    progress = _for_the_better(journey, so_far) / abs(needed.a_year)
    return Verdict(
        status=Status.ACHIEVED if journey.met else by_cuts(progress, TOWARDS_TARGET),
        basis=Basis.GROWTH,
        progress=figure(progress),
        expected=1.0,
        score=BEST if journey.met else figure(score_with_target(progress)),
        growth=Growth(so_far=so_far, needed=needed),
    )


def _without_target(journey: Journey) -> Verdict:
    so_far = _rate_to(journey, journey.now, journey.now_date)
    progress = _for_the_better(journey, so_far)
    factor = limit_factor(journey.base, journey.limit)
    return Verdict(
        status=by_cuts(progress, near_limit(factor)),
        basis=Basis.GROWTH,
        progress=figure(progress),
        expected=Reason.NO_TARGET,
        score=figure(score_without_target(progress, factor)),
        growth=Growth(so_far=so_far, needed=Reason.NO_TARGET, factor=factor),
    )


def _rate_to(journey: Journey, value: float, day: date) -> Rate:
    """The growth a year from the base to a value."""
    years = years_between(journey.base_date, day)
    return Rate(a_year=rate(journey.base, value, years), years=years)


def _for_the_better(journey: Journey, grown: Rate) -> float:
    """Growth a year, positive where it goes the right way."""
    return (-1 if journey.base < 0 else 1) * journey.sign * grown.a_year


def _at_target(journey: Journey) -> Verdict:
    if not journey.met:
        return unknown(Reason.BASE_EQUALS_TARGET, Basis.GROWTH)
    return Verdict(
        status=Status.ACHIEVED,
        basis=Basis.GROWTH,
        progress=Reason.BASE_EQUALS_TARGET,
        expected=1.0,
        score=BEST,
    )


def _can_grow(journey: Journey) -> bool:
    """Whether growth rates exist: no zero to start from or to reach, no change of sign."""
    signs = {value > 0 for value in (journey.base, journey.now, journey.target) if value}
    return journey.base != 0 and journey.target != 0 and len(signs) == 1


def _fall_back(journey: Journey) -> Verdict:
    """The linear pace instead; a target that is met has the best score all the same."""
    if journey.target is None:
        return unknown(Reason.NO_GROWTH, Basis.GROWTH)
    verdict = replace(linear(journey), fell_back=True)
    return replace(verdict, score=BEST) if verdict.status == Status.ACHIEVED else verdict
