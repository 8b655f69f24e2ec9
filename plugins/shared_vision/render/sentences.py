"""Sentences made from numbers."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import floor, isfinite, log10

from shared_vision.model.catalogue import message
from shared_vision.model.cuts import LINEAR, SCORES
from shared_vision.model.dates import Duration
from shared_vision.model.measures import GOOD, Basis, Freshness, GoalMeasure, KpiMeasure, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Expectation, Frequency, Kpi
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.markdown import words_of
from shared_vision.render.words import REASON

_SIGN = re.compile(r"([%€$£‰])|[^()]*\(([%€$£‰])\)")


def headline(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    """How a KPI is going: Down from 42 to 26 since Jan 2024: 71 % of the way, a little ahead of the plan."""
    if isinstance(measure.latest, Reason):
        return wording.say(REASON[measure.latest])
    if measure.basis is Basis.MAINTAIN:
        return _with_verdict(_now(kpi, measure.latest, wording), kpi, measure, wording)
    if isinstance(measure.start, Reason) or measure.start.date == measure.latest.end:
        return _at_start(kpi, measure, measure.latest, wording)
    course = _moved(kpi, measure.start, measure.latest, wording)
    if still := unmoved(kpi, measure, wording):
        return " ".join(filter(None, (f"{still}.", lapse(kpi, measure, wording))))
    if is_late(measure):
        period = wording.period(measure.latest.start, measure.latest.end)
        course = wording.say("{course} (as of {period})", course=course, period=period)
    said = _with_verdict(course, kpi, measure, wording)
    return " ".join(filter(None, (said, lapse(kpi, measure, wording))))


def is_late(measure: KpiMeasure) -> bool:
    """Whether a newer value should be there than the latest one."""
    return measure.freshness in {Freshness.OVERDUE, Freshness.DORMANT}


def _with_verdict(course: str, kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    if measure.reason:
        return f"{course}. {wording.say(REASON[measure.reason])}"
    return wording.say("{course}: {judged}.", course=course, judged=_judged(kpi, measure, wording))


def _at_start(kpi: Kpi, measure: KpiMeasure, latest: Point, wording: Wording) -> str:
    """A first value, or one without anything to hold it against."""
    now = _now(kpi, latest, wording)
    if measure.reason:
        return f"{now}. {wording.say(REASON[measure.reason])}"
    if isinstance(measure.progress, Reason) or measure.basis is not Basis.LINEAR or measure.progress:
        return f"{now}."
    return f"{unmoved(kpi, measure, wording)}." if has_not_moved(measure) else f"{now}."


def lapse(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    """That the target's date has passed, where it has and the target is not met."""
    if not measure.lapsed or not kpi.target:
        return ""
    return wording.say("The target's date, {day}, has passed.", day=wording.day(kpi.target.date))


def _now(kpi: Kpi, latest: Point, wording: Wording) -> str:
    value, period = amount(latest.value, kpi.unit, wording), wording.period(latest.start, latest.end)
    return wording.say("At {value} in {period}", value=value, period=period)


def has_not_moved(measure: KpiMeasure) -> bool:
    """Whether a KPI that has a way to go is where it started."""
    start, latest = measure.start, measure.latest
    if isinstance(start, Reason) or isinstance(latest, Reason) or isinstance(measure.expected, Reason):
        return False
    return measure.reason is None and not measure.progress and start.value == latest.value


def unmoved(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    """That a KPI is where it started: 0 % so far: 42 at the start, 42 now; else empty."""
    if (
        not has_not_moved(measure)
        or isinstance(measure.latest, Reason)
        or isinstance(measure.progress, Reason)
    ):
        return ""
    value, share = amount(measure.latest.value, kpi.unit, wording), wording.percent(measure.progress)
    said = wording.say(_STILL, share=share, first=value, last=value)
    if measure.status is Status.TOO_EARLY:
        return wording.say("{course}; too early to say more", course=said)
    if measure.basis is not Basis.LINEAR or isinstance(measure.expected, Reason) or measure.lapsed:
        return said
    return wording.say("{course}; {share} expected", course=said, share=wording.percent(measure.expected))


_STILL = message("{share} so far: {first} at the start, {last} now")


def _moved(kpi: Kpi, start: Start, latest: Point, wording: Wording) -> str:
    first, last = (amount(value, kpi.unit, wording) for value in near(start.value, latest.value))
    since = since_when(start.date, kpi.frequency, wording)
    if first == last:
        return wording.say("Unchanged at {value} since {since}", value=last, since=since)
    if latest.value > start.value:
        return wording.say("Up from {first} to {last} since {since}", first=first, last=last, since=since)
    return wording.say("Down from {first} to {last} since {since}", first=first, last=last, since=since)


def _judged(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    if measure.basis is Basis.MAINTAIN:
        return _kept(kpi, measure, wording)
    if measure.status is Status.ACHIEVED:
        return wording.say("the target of {target} is met", target=aim(kpi, wording))
    if measure.status is Status.MOVING_AWAY and kpi.target:
        return wording.say("away from the target of {target}", target=aim(kpi, wording))
    if measure.basis is Basis.LINEAR and not isinstance(measure.progress, Reason):
        return wording.say(_pace(measure), way=wording.percent(measure.progress))
    return progress_words(measure, wording)


_KEPT = {
    (True, True): message("within the band of {aim}; {share}"),
    (True, False): message("within the limit of {aim}; {share}"),
    (False, True): message("outside the band of {aim}; {share}"),
    (False, False): message("outside the limit of {aim}; {share}"),
}
"""What is said of a KPI to be kept, by whether it is inside, and whether its band has two ends."""


def _kept(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> str:
    inside = measure.status in GOOD
    share = progress_words(measure, wording)
    return wording.say(_KEPT[inside, has_two_ends(kpi)], aim=aim(kpi, wording), share=share)


_WAY = message("{way} of the way")
_PACES = (
    (1.25, message("{way} of the way, well ahead of the plan")),
    (1.05, message("{way} of the way, a little ahead of the plan")),
    (LINEAR[0], message("{way} of the way, as planned")),
    (LINEAR[1], message("{way} of the way, a little behind the plan")),
)
_TOO_SLOW = message("{way} of the way, well behind the plan")
_TOO_EARLY = message("{way} of the way, too early to say more")


def _pace(measure: KpiMeasure) -> str:
    """What to say of how far a KPI has come, against the plan."""
    if isinstance(measure.progress, Reason) or isinstance(measure.expected, Reason) or measure.lapsed:
        return _WAY
    if measure.status is Status.TOO_EARLY:
        return _TOO_EARLY
    ratio = measure.progress / measure.expected if measure.expected else 1.0
    return next((said for least, said in _PACES if ratio >= least), _TOO_SLOW)


def has_two_ends(kpi: Kpi) -> bool:
    """Whether a KPI is to stay between two values, and not only above or below one."""
    return bool(kpi.target and kpi.target.low is not None and kpi.target.high is not None)


def aim(kpi: Kpi, wording: Wording) -> str:
    """What a KPI aims at: 20, 4 to 6, at most 6; empty without a target."""
    target = kpi.target
    if target is None:
        return ""
    if target.value is not None:
        return amount(target.value, kpi.unit, wording)
    low, high = (None if end is None else amount(end, kpi.unit, wording) for end in (target.low, target.high))
    if low is None:
        return wording.say("at most {high}", high=high)
    return (
        wording.say("{low} to {high}", low=low, high=high) if high else wording.say("at least {low}", low=low)
    )


def progress_words(measure: KpiMeasure | GoalMeasure, wording: Wording) -> str:
    """How far something has come: 71 % of the way, 66 % expected."""
    progress, expected = measure.progress, measure.expected
    if isinstance(measure, GoalMeasure) and not isinstance(measure.score, Reason):
        score, least = wording.number(round(measure.score, 2)), wording.number(SCORES[0])
        return wording.say("score {score} of 5, on track from {least}", score=score, least=least)
    if isinstance(progress, Reason):
        return ""
    if isinstance(measure, KpiMeasure) and measure.basis is Basis.MAINTAIN:
        return wording.say("{share} of the recent values were inside", share=wording.percent(progress))
    if isinstance(measure, KpiMeasure) and measure.basis is Basis.GROWTH:
        return _growth(progress, with_target=not isinstance(expected, Reason), wording=wording)
    way = wording.percent(progress)
    if isinstance(expected, Reason):
        return wording.say(_WAY, way=way)
    return wording.say("{way} of the way, {expected} expected", way=way, expected=wording.percent(expected))


def _growth(progress: float, *, with_target: bool, wording: Wording) -> str:
    if with_target:
        return wording.say("{share} of the pace that the target needs", share=wording.percent(progress))
    percent = round(abs(progress) * 100, 2)
    if not percent:
        return wording.say("neither better nor worse")
    change = f"{wording.number(percent)}\u00a0%"
    if progress >= 0:
        return wording.say("getting better by {change} a year", change=change)
    return wording.say("getting worse by {change} a year", change=change)


def goal_headline(measure: GoalMeasure, titles: int, wording: Wording) -> str:
    """How a goal is going: 3 of 4 KPIs on track; 61 % of the way, 58 % expected."""
    if not titles:
        return wording.say(REASON[Reason.NO_KPIS])
    counted = wording.plural(
        "{good} of {number} KPI on track", "{good} of {number} KPIs on track", titles, good=measure.on_track
    )
    if measure.reason:
        return f"{counted}. {wording.say(REASON[measure.reason])}"
    progress = progress_words(measure, wording)
    return (
        wording.say("{counted}; {progress}.", counted=counted, progress=progress)
        if progress
        else f"{counted}."
    )


def vision_line(counts: Mapping[Status, int], wording: Wording) -> tuple[str, str]:
    """Where the vision stands: "14 of 23", "KPIs are on track or achieved"."""
    good, total = sum(counts.get(status, 0) for status in GOOD), sum(counts.values())
    said = wording.plural("KPI is on track or achieved", "KPIs are on track or achieved", total)
    return wording.say("{good} of {total}", good=good, total=total), said


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
    return rounded(first, decimals), rounded(last, decimals)


def sure_places(width: float) -> int:
    """How many decimals a figure deserves whose interval is so wide: two digits of half of it."""
    return 1 - floor(log10(width / 2))


def rounded(value: float, decimals: int) -> float:
    """A value with so many decimals, or as it is where rounding up would lead beyond all numbers."""
    try:
        return round(value, decimals)
    except OverflowError:
        return value


def since_when(day: date, frequency: Frequency, wording: Wording) -> str:
    """A start: 2015 for yearly values, a day for daily and weekly ones, else a month."""
    if frequency is Frequency.YEARLY:
        return str(day.year)
    return wording.day(day) if frequency in {Frequency.DAILY, Frequency.WEEKLY} else wording.month(day)


def lasting(duration: Duration, wording: Wording) -> str:
    """A length of time: 2 months, 14 days."""
    years, months = divmod(duration.months, 12)
    weeks, days = divmod(duration.days, 7) if duration.days % 7 == 0 else (0, duration.days)
    parts = (
        wording.plural("{number} year", "{number} years", years) if years else "",
        wording.plural("{number} month", "{number} months", months) if months else "",
        wording.plural("{number} week", "{number} weeks", weeks) if weeks else "",
        wording.plural("{number} day", "{number} days", days) if days else "",
    )
    return wording.listed(tuple(filter(None, parts))) or wording.say("at once")


def expectation(expected: Expectation, unit: str, wording: Wording) -> str:
    """What an action should change: should fall by 5 complaints per 1,000, within 2 months."""
    rise, by = expected.direction is Direction.INCREASE, expected.by
    if by is None:
        change = wording.say("should rise") if rise else wording.say("should fall")
    else:
        much = f"{wording.number(by)} {unit}".rstrip()
        change = (
            wording.say("should rise by {much}", much=much)
            if rise
            else wording.say("should fall by {much}", much=much)
        )
    if not expected.lag:
        return change
    return wording.say("{change}, within {time}", change=change, time=lasting(expected.lag, wording))


def spanned(start: date | None, end: date | None, wording: Wording) -> str:
    """From when to when: Sep 2025 to Mar 2026."""
    if start and end:
        return wording.say("{start} to {end}", start=wording.month(start), end=wording.month(end))
    if start:
        return wording.say("from {start}", start=wording.month(start))
    return wording.say("until {end}", end=wording.month(end)) if end else ""


def gist(text: str, most: int = 180) -> str:
    """The beginning of a text in Markdown without its signs, whole sentences where they fit."""
    return shortened(words_of(text[: 4 * most]), most)


def shortened(text: str, most: int) -> str:
    """The beginning of a plain text in one line, whole sentences where they fit."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[:most]
    sentence = cut.rfind(". ")
    return cut[: sentence + 1] if sentence > most // 3 else f"{cut.rsplit(' ', 1)[0]}…"
