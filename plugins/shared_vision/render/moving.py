"""What moved since an earlier day: whose status changed, and whether that is more than noise."""

from collections.abc import Iterable, Iterator, Mapping

from shared_vision.model.catalogue import message
from shared_vision.model.digest import Earlier, Item
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.told import Mark
from shared_vision.model.trend import Course
from shared_vision.render.attention import by_attention, needs_attention
from shared_vision.render.book import Book
from shared_vision.render.sentences import headline
from shared_vision.render.trending import WITHIN_NOISE, worth_telling

_PICTURES, _NAMED = 3, 5
_STILL: Mapping[Course, str] = {
    Course.WORSE: message("New values, still getting worse: {kpis}"),
    Course.BETTER: message("New values, still getting better: {kpis}"),
}
_RULES = ("direction", "baseline", "milestones", "target", "method", "source", "frequency")
"""What of a KPI decides how it is judged."""


def changed(book: Book, before: Earlier) -> tuple[str, ...]:
    """The KPIs whose status is another than it was."""
    now = book.measures.kpis
    return tuple(
        kpi for kpi, was in before.measures.kpis.items() if kpi in now and now[kpi].status is not was.status
    )


def pictured(book: Book, before: Earlier, told: Iterable[str]) -> tuple[Kpi, ...]:
    """The few of the KPIs that are told of whose charts are shown; those judged by other rules come last."""
    found = sorted(
        (kpi for kpi in told if kpi in book.charts), key=lambda kpi: _judged_anew(book, before, kpi)
    )
    return tuple(book.document.kpis[kpi] for kpi in found[:_PICTURES])


def in_need(book: Book) -> Iterator[Item]:
    """The few KPIs that need attention most: behind, or of a goal that partners are less sure of."""
    kpis, measures = book.document.kpis, book.measures
    less_sure = {
        link.id
        for goal in book.active_goals
        if (found := measures.confidences.get(goal.id)) and (found.fell or found.fallen)
        for link in goal.kpis
    }
    needy = [
        kpi
        for kpi in by_attention(kpis.values(), measures.kpis)
        if kpi.id in book.charts and (kpi.id in less_sure or needs_attention(measures.kpis[kpi.id]))
    ]
    for kpi in needy[:_PICTURES]:
        said = headline(kpi, measures.kpis[kpi.id], book.wording)
        yield Item(text=_name(kpi.title), note=said, path=f"kpis/{kpi.id}", kpis=(kpi.id,))


def moved(book: Book, before: Earlier) -> Iterator[Item]:
    """Goals and KPIs whose status changed, then what is unusual, then how the others went on."""
    for goal in book.active_goals:
        was, now = before.measures.goals.get(goal.id), book.measures.goals[goal.id]
        if was and was.status is not now.status:
            yield Item(text=_from_to(book, goal.title, was.status, now.status), path=f"goals/{goal.id}")
    for kpi in _ordered(book, changed(book, before)):
        yield _status_changed(book, before, book.document.kpis[kpi])
    unusual = _unusual(book, before)
    for kpi in unusual:
        record = book.document.kpis[kpi]
        said = worth_telling(record, book.measures.trends[kpi], book.wording)
        yield Item(text=f"{_name(record.title)}: {said}", path=f"kpis/{kpi}", kpis=(kpi,))
    yield from _went_on(book, [kpi for kpi in _with_news(book, before) if kpi not in unusual])


def _ordered(book: Book, kpis: tuple[str, ...] | list[str]) -> list[str]:
    return [kpi.id for kpi in by_attention((book.document.kpis[one] for one in kpis), book.measures.kpis)]


def _status_changed(book: Book, before: Earlier, kpi: Kpi) -> Item:
    say, movement = book.wording.say, book.measures.trends.get(kpi.id)
    if _judged_anew(book, before, kpi.id):
        note = say("It is judged by other rules than before.")
    elif movement and movement.within_noise:
        note = say(WITHIN_NOISE)
    elif movement is None or isinstance(movement.control, Reason):
        note = say("There are too few values to tell whether that is more than chance.")
    else:
        note = worth_telling(kpi, movement, book.wording)
    was, now = before.measures.kpis[kpi.id].status, book.measures.kpis[kpi.id].status
    text = _from_to(book, kpi.title, was, now)
    return Item(text=text, note=note, path=f"kpis/{kpi.id}", kpis=(kpi.id,))


def _judged_anew(book: Book, before: Earlier, kpi: str) -> bool:
    """Whether a KPI's own words decide otherwise than they did how it is judged."""
    was, now = before.document.kpis.get(kpi), book.document.kpis[kpi]
    return was is not None and any(getattr(was, one) != getattr(now, one) for one in _RULES)


def _with_news(book: Book, before: Earlier) -> tuple[str, ...]:
    """The KPIs that have a newer value, but the status that they had."""
    other, now = set(changed(book, before)), book.measures.kpis
    return tuple(
        kpi
        for kpi, was in before.measures.kpis.items()
        if kpi in now and kpi not in other and now[kpi].latest != was.latest
    )


def _unusual(book: Book, before: Earlier) -> tuple[str, ...]:
    """The KPIs that stand as before, but whose newest value is unusual."""
    trends, kpis = book.measures.trends, book.document.kpis
    return tuple(
        kpi
        for kpi in _with_news(book, before)
        if kpi in trends
        and any(signal.back == 0 for signal in trends[kpi].unusual)
        and worth_telling(kpis[kpi], trends[kpi], book.wording)
    )


def _went_on(book: Book, kpis: list[str]) -> Iterator[Item]:
    """The KPIs with nothing but new values: those on a clear way by name, the others counted."""
    say, trends = book.wording.say, book.measures.trends
    on_their_way = {
        kpi: trends[kpi].trend.course for kpi in kpis if kpi in trends and trends[kpi].trend.since
    }
    for course, said in _STILL.items():
        found = [kpi for kpi, way in on_their_way.items() if way is course]
        if found:
            names = [book.document.kpis[kpi].title for kpi in found]
            yield Item(text=say(said, kpis=_first_few(book, names)), kpis=tuple(found[:_NAMED]))
    quiet = len(kpis) - sum(way in _STILL for way in on_their_way.values())
    if quiet:
        text = book.wording.plural(
            "{number} KPI has a new value, and nothing in it stands out.",
            "{number} KPIs have new values, and nothing in them stands out.",
            quiet,
        )
        yield Item(text=text, path="kpis/index")


def _first_few(book: Book, names: list[str]) -> str:
    left = len(names) - _NAMED
    more = [book.wording.plural("{number} more", "{number} more", left)] if left > 0 else []
    return book.wording.listed([*names[:_NAMED], *more])


def _from_to(book: Book, title: str, was: str, now: str) -> str:
    say = book.wording.say
    return say(
        "{what}: from {before} to {after}",
        what=_name(title),
        before=say(STATUS_WITHIN[was]),
        after=say(STATUS_WITHIN[now]),
    )


def _name(text: str) -> str:
    return Mark.NAME.around(" ".join(text.split()))
