"""How a goal's status came about from its KPIs and sub-goals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shared_vision.model.catalogue import message
from shared_vision.model.contribution import Contribution, contribution
from shared_vision.model.cuts import SCORES
from shared_vision.model.measures import GOOD, GoalMeasure, KpiMeasure, Status
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.reason import Reason
from shared_vision.model.records import Goal, GoalStatus
from shared_vision.model.wording import Wording
from shared_vision.render.book import Book
from shared_vision.render.hanging import Members, mean_line, share_line, what_lacks
from shared_vision.render.steps import Line, comes_to, compared, cut, pace_of

_NONE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a KPI or sub-goal brings to its goal, in words; `figures` are a score, or done then expected."""

    ref: str
    weight: str
    status: Status
    figures: tuple[str, ...]
    judged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The parts of a goal, and the steps from them to its status."""

    heads: tuple[str, ...]
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]


def summed(book: Book, goal: Goal, measure: GoalMeasure) -> Sum:
    """A goal's sum; without parts where no KPI tells about it."""
    scored, say = not isinstance(measure.score, Reason), book.wording.say
    parts = tuple(_parts(book, goal, scored=scored)) if measure.kpis else ()
    return Sum(
        heads=(say("Score"),) if scored else (say("So far"), say("Expected")),
        parts=parts,
        lines=(*_steps(book, goal, measure), *_asides(book, goal, measure)) if parts else (),
    )


def _members(book: Book, goal: Goal) -> Iterator[tuple[str, float, KpiMeasure | GoalMeasure]]:
    """The reference, weight and measure of all that a goal is made of."""
    for link in goal.kpis:
        if link.id in book.measures.kpis:
            yield f"kpis/{link.id}", link.weight, book.measures.kpis[link.id]
    for child in book.below[goal.id]:
        if child.status is not GoalStatus.RETIRED:
            yield f"goals/{child.id}", 1.0, book.measures.goals[child.id]


def _parts(book: Book, goal: Goal, *, scored: bool) -> Iterator[Part]:
    number, percent = book.wording.number, book.wording.percent
    for ref, weight, measure in _members(book, goal):
        judged = _judged(measure)
        if not judged:
            figures: tuple[str, ...] = (_NONE,) if scored else (_NONE, _NONE)
        elif scored:
            figures = (_NONE if isinstance(measure.score, Reason) else number(round(measure.score, 2)),)
        else:
            figures = tuple(map(percent, _pace(measure)))
        yield Part(
            ref=ref, weight=number(weight), status=measure.status, figures=figures, judged=percent(judged)
        )


def _judged(measure: KpiMeasure | GoalMeasure) -> float:
    """The share of a part that can be judged."""
    if isinstance(measure, GoalMeasure):
        return measure.coverage
    return 0.0 if measure.status is Status.UNKNOWN else 1.0


def _pace(measure: KpiMeasure | GoalMeasure) -> Contribution:
    return contribution(measure.status, measure.progress, measure.expected)


def _steps(book: Book, goal: Goal, measure: GoalMeasure) -> Iterator[Line]:
    wording, members = book.wording, tuple(_members(book, goal))
    yield from _means(members, measure, wording)
    if len(measure.kpis) > 1:
        yield share_line(measure, wording)
    if measure.coverage < 1:
        yield _judged_share(measure, wording)
        yield from what_lacks(book, members)
    if not measure.reason:
        yield from _verdict(measure, wording)


def _means(members: Members, measure: GoalMeasure, wording: Wording) -> Iterator[Line]:
    present = [(weight, found) for _, weight, found in members if _judged(found)]
    if not isinstance(measure.score, Reason):
        scores = [(weight, found.score) for weight, found in present if not isinstance(found.score, Reason)]
        yield mean_line(
            wording.say("mean score, by weight"), measure.score, scores, _two_places(wording), wording
        )
    elif not isinstance(measure.progress, Reason) and not isinstance(measure.expected, Reason):
        shares = [(weight, _pace(found)) for weight, found in present]
        done = [(weight, pace.done * 100) for weight, pace in shares]
        planned = [(weight, pace.expected * 100) for weight, pace in shares]
        yield mean_line(
            wording.say("done, mean by weight"), measure.progress * 100, done, _per_cent(wording), wording
        )
        yield mean_line(
            wording.say("expected, mean by weight"),
            measure.expected * 100,
            planned,
            _per_cent(wording),
            wording,
        )


def _two_places(wording: Wording) -> Callable[[float], str]:
    return lambda mean: wording.number(round(mean, 2))


def _per_cent(wording: Wording) -> Callable[[float], str]:
    return lambda mean: wording.percent(mean / 100)


def _judged_share(measure: GoalMeasure, wording: Wording) -> Line:
    """Whether enough of the weight can be judged."""
    share = wording.percent(measure.coverage)
    if measure.reason:
        short = wording.say("{share} of the weight can be judged, less than 80 %:", share=share)
        return comes_to(short, measure.status, wording)
    said = wording.say("{share} of the weight can be judged, at least 80 %: enough to say", share=share)
    return Line(text=said)


def _verdict(measure: GoalMeasure, wording: Wording) -> Iterator[Line]:
    if measure.status is Status.ACHIEVED:
        yield comes_to(wording.say("all that can be judged is achieved:"), measure.status, wording)
    elif not isinstance(measure.score, Reason):
        yield cut(wording.say("mean score"), measure.score, SCORES, wording)
    elif not isinstance(measure.progress, Reason) and not isinstance(measure.expected, Reason):
        yield from compared(measure.progress, measure.expected, measure.status, wording)
        if measure.status is Status.AT_RISK and pace_of(measure.progress, measure.expected) in GOOD:
            yield comes_to(wording.say("but none of these is on track:"), measure.status, wording)


def _asides(book: Book, goal: Goal, measure: GoalMeasure) -> Iterator[Line]:
    members = [found for _, _, found in _members(book, goal)]
    say = book.wording.say
    if any(isinstance(found, GoalMeasure) for found in members):
        yield Line(text=say("A goal below counts with the weight 1, by its own mean."), aside=True)
    if isinstance(measure.score, Reason) and any(_judged(found) and not _planned(found) for found in members):
        yield Line(text=say(_UNPLANNED), aside=True)
    if isinstance(measure.score, Reason) and any(_judged(found) and _capped(found) for found in members):
        more = say("More than the whole way counts as 100 %: it makes up for no other.")
        yield Line(text=more, aside=True)
    if measure.worst not in {measure.status, Status.UNKNOWN}:
        worst = say(STATUS_WITHIN[measure.worst])
        yield Line(text=say("What is worst below it: {status}.", status=worst), aside=True)


_UNPLANNED = message(
    "What has no plan over time counts as all done where it is on track, else as nothing done."
)


def _capped(measure: KpiMeasure | GoalMeasure) -> bool:
    return _planned(measure) and _pace(measure) != (measure.progress, measure.expected)


def _planned(measure: KpiMeasure | GoalMeasure) -> bool:
    return not isinstance(measure.progress, Reason) and not isinstance(measure.expected, Reason)
