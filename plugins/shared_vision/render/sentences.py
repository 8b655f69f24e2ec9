"""Sentences made from numbers."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import floor, isfinite, log10

from shared_vision.model.cuts import LINEAR, SCORES
from shared_vision.model.dates import Duration
from shared_vision.model.measures import Basis, GoalMeasure, KpiMeasure, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Expectation, Frequency, Kpi, Target
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.words import REASON, count

_SIGN = re.compile(r"([%€$£‰])|[^()]*\(([%€$£‰])\)")
_GOOD = (Status.ACHIEVED, Status.ON_TRACK)


def headline(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    """How a KPI is going: Down from 42 to 26 since Jan 2024: 71 % of the way, a little ahead of the plan."""
    if isinstance(measure.latest, Reason):
        return REASON[measure.latest]
    if measure.basis is Basis.MAINTAIN:
        return f"{_now(kpi, measure.latest, wording)}: {_judged(kpi, measure, wording)}."
    if isinstance(measure.start, Reason) or measure.start.date == measure.latest.end:
        why = REASON[measure.reason] if measure.reason else ""
        return f"{_now(kpi, measure.latest, wording)}. {why}".rstrip()
    moved = _moved(kpi, measure.start, measure.latest, wording)
    if measure.reason not in (None, Reason.NO_TARGET):
        return f"{moved}. {REASON[measure.reason]}"
    return " ".join(
        filter(None, (f"{moved}: {_judged(kpi, measure, wording)}.", lapse(kpi, measure, wording)))
    )


def lapse(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    """That the target's date has passed, where it has and the target is not met."""
    if not measure.lapsed or not kpi.target:
        return ""
    return wording.say("The target's date, {day}, has passed.", day=wording.day(kpi.target.date))


def _now(kpi: Kpi, latest: Point, wording: Wording) -> str:
    return f"At {amount(latest.value, kpi.unit, wording)} in {wording.period(latest.start, latest.end)}"


def _moved(kpi: Kpi, start: Start, latest: Point, wording: Wording) -> str:
    first, last = (amount(value, kpi.unit, wording) for value in near(start.value, latest.value))
    since = since_when(start.date, kpi.frequency, wording)
    if first == last:
        return f"Unchanged at {last} since {since}"
    return f"{'Up' if latest.value > start.value else 'Down'} from {first} to {last} since {since}"


def _judged(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    if measure.status is Status.ACHIEVED:
        return f"the {aim(kpi, wording)} is met"
    if measure.basis is Basis.MAINTAIN:
        where = "within" if measure.status is Status.ON_TRACK else "outside"
        return f"{where} the {aim(kpi, wording)}; {progress_words(measure, wording)}"
    if measure.status is Status.MOVING_AWAY and kpi.target:
        return f"away from the {aim(kpi, wording)}"
    if measure.basis is Basis.LINEAR:
        return ", ".join(filter(None, (_way(measure, wording), _against_plan(measure))))
    return progress_words(measure, wording)


def _way(measure: KpiMeasure, wording: Wording) -> str:
    if isinstance(measure.progress, Reason):
        return REASON[measure.progress][:1].lower() + REASON[measure.progress][1:-1]
    return f"{wording.percent(measure.progress)} of the way"


def _against_plan(measure: KpiMeasure) -> str:
    if isinstance(measure.progress, Reason) or isinstance(measure.expected, Reason) or measure.lapsed:
        return ""
    if measure.status is Status.TOO_EARLY:
        return "too early to say more"
    ratio = measure.progress / measure.expected if measure.expected else 1.0
    steps = (
        (1.25, "well ahead of the plan"),
        (1.05, "a little ahead of the plan"),
        (LINEAR[0], "as planned"),
    )
    for least, words in (*steps, (LINEAR[1], "a little behind the plan")):
        if ratio >= least:
            return words
    return "well behind the plan"


def aim(kpi: Kpi, wording: Wording) -> str:
    """What a KPI aims at, as a noun: target of 20, band of 4 to 6."""
    target = kpi.target
    return _aim(target, kpi.unit, wording) if target else "target"


def _aim(target: Target, unit: str, wording: Wording) -> str:
    if target.value is not None:
        return f"target of {amount(target.value, unit, wording)}"
    low, high = (None if end is None else amount(end, unit, wording) for end in (target.low, target.high))
    if low is None or high is None:
        return f"limit of {f'at most {high}' if low is None else f'at least {low}'}"
    return f"band of {low} to {high}"


def progress_words(measure: KpiMeasure | GoalMeasure, wording: Wording) -> str:
    """How far something has come: 71 % of the way, 66 % expected."""
    progress, expected = measure.progress, measure.expected
    if isinstance(measure, GoalMeasure) and not isinstance(measure.score, Reason):
        score = wording.number(round(measure.score, 2))
        return f"score {score} of 5, on track from {wording.number(SCORES[0])}"
    if isinstance(progress, Reason):
        return ""
    if isinstance(measure, KpiMeasure) and measure.basis is Basis.MAINTAIN:
        return f"{wording.percent(progress)} of the recent values were inside"
    if isinstance(measure, KpiMeasure) and measure.basis is Basis.GROWTH:
        return _growth(progress, with_target=not isinstance(expected, Reason), wording=wording)
    way = f"{wording.percent(progress)} of the way"
    return way if isinstance(expected, Reason) else f"{way}, {wording.percent(expected)} expected"


def _growth(progress: float, *, with_target: bool, wording: Wording) -> str:
    if with_target:
        return f"{wording.percent(progress)} of the pace that the target needs"
    change = wording.number(round(abs(progress) * 100, 2))
    return f"getting {'better' if progress >= 0 else 'worse'} by {change}\u00a0% a year"


def goal_headline(measure: GoalMeasure, titles: int, wording: Wording) -> str:
    """How a goal is going: 3 of 4 KPIs on track; 61 % of the way, 58 % expected."""
    if not titles:
        return "No KPI tells about it yet."
    counted = f"{measure.on_track} of {count(titles, 'KPI')} on track"
    if measure.reason:
        return f"{counted}. {REASON[measure.reason]}"
    return "; ".join(filter(None, (counted, progress_words(measure, wording)))) + "."


def vision_line(counts: Mapping[Status, int]) -> tuple[str, str]:
    """Where the vision stands: "14 of 23", "KPIs are on track or achieved"."""
    good, total = sum(counts.get(status, 0) for status in _GOOD), sum(counts.values())
    return f"{good} of {total}", f"{'KPI is' if total == 1 else 'KPIs are'} on track or achieved"


def amount(value: float, unit: str, wording: Wording) -> str:
    """A number, with its unit where that is a sign: 26.4, 71 %."""
    number, shown = wording.number(value), sign(unit)
    return f"{number}\u00a0{shown}" if shown else number


@cache
def sign(unit: str) -> str:
    """The sign that a unit is or has in brackets: % for %, for Percentage (%) too; else empty."""
    found = _SIGN.fullmatch(unit.strip())
    return found.group(1) or found.group(2) if found else ""


def near(first: float, last: float) -> tuple[float, float]:
    """Two values with as many decimals as their difference deserves: 42 and 26.43 are 42 and 26."""
    difference = abs(last - first)
    if not difference or not isfinite(difference):
        return first, last
    decimals = max(0, 1 - floor(log10(difference)))
    return round(first, decimals), round(last, decimals)


def since_when(day: date, frequency: Frequency, wording: Wording) -> str:
    """A start: 2015 for yearly values, a day for daily and weekly ones, else a month."""
    if frequency is Frequency.YEARLY:
        return str(day.year)
    return wording.day(day) if frequency in {Frequency.DAILY, Frequency.WEEKLY} else wording.month(day)


def lasting(duration: Duration) -> str:
    """A length of time: 2 months, 14 days."""
    years, months = divmod(duration.months, 12)
    weeks, days = divmod(duration.days, 7) if duration.days % 7 == 0 else (0, duration.days)
    parts = ((years, "year"), (months, "month"), (weeks, "week"), (days, "day"))
    return " and ".join(count(number, one) for number, one in parts if number) or "at once"


def expectation(expected: Expectation, unit: str, wording: Wording) -> str:
    """What an action should change: should fall by 5 complaints per 1,000, within 2 months."""
    verb = "should rise" if expected.direction is Direction.INCREASE else "should fall"
    by = "" if expected.by is None else f" by {wording.number(expected.by)} {unit}".rstrip()
    return f"{verb}{by}" + (f", within {lasting(expected.lag)}" if expected.lag else "")


def spanned(start: date | None, end: date | None, wording: Wording) -> str:
    """From when to when: Sep 2025 to Mar 2026."""
    if start and end:
        return f"{wording.month(start)} to {wording.month(end)}"
    if start:
        return f"from {wording.month(start)}"
    return f"until {wording.month(end)}" if end else ""


def gist(text: str, most: int = 180) -> str:
    """The beginning of a text without its Markdown signs, whole sentences where they fit."""
    plain = " ".join(re.sub(r"[*_`#>\[\]]+|\]\([^)]*\)", "", text[: 4 * most]).split())
    if len(plain) <= most:
        return plain
    cut = plain[:most]
    sentence = cut.rfind(". ")
    return cut[: sentence + 1] if sentence > most // 3 else f"{cut.rsplit(' ', 1)[0]}…"
