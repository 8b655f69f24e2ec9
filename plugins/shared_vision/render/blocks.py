"""Pieces of the vision inside hand-written pages."""

from collections.abc import Mapping

from shared_vision.model.chart import Chart
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem
from shared_vision.model.settings import Settings
from shared_vision.render.attention import by_attention, needs_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import fill
from shared_vision.render.here import Here
from shared_vision.render.words import BLOCK, ONE, SECTION

_KINDS = {
    "goal": "goals",
    "kpi": "kpis",
    "decision": "decisions",
    "initiative": "initiatives",
    "partner": "partners",
}
_FORMS = {
    "goals": ("card", "progress", "status", "table", "link"),
    "kpis": ("card", "chart", "progress", "status", "table", "link"),
    "decisions": ("card", "status", "link"),
    "initiatives": ("card", "status", "link"),
    "partners": ("card", "link"),
}
_LISTS = ("goals", "attention", "changelog")
_CHANGES = 10


class _Wrong(Exception):  # noqa: N818 (it says what is wrong with a block, and never leaves this module)
    def __init__(self, code: str, field: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.field, self.message, self.remedy = code, field, message, remedy


def render_block(  # noqa: PLR0913, PLR0917 (what a page is made from, and where the block stands)
    block: Mapping[str, str],
    document: Document,
    measures: Measures,
    charts: Mapping[str, Chart],
    settings: Settings,
    page_path: str,
    place: Place | None = None,
) -> tuple[str, tuple[Problem, ...]]:
    """The HTML of a block on the page at `page_path`; a wrong one shows what is wrong, with a problem."""
    book = Book(document=document, measures=measures, charts=charts, settings=settings)
    here = Here(book=book, path=page_path)
    try:
        return _shown(block, here), ()
    except _Wrong as wrong:
        problem = Problem(
            place=place or Place(path=f"{page_path}.md"),
            code=wrong.code,
            field=wrong.field,
            message=wrong.message,
            remedy=wrong.remedy,
        )
        return fill("block_wrong.html", here, problem=problem), (problem,)


def _shown(block: Mapping[str, str], here: Here) -> str:
    for key in block:
        if key not in {*_KINDS, "show"}:
            raise _Wrong("unknown-key", key, *_unknown(key, (*_KINDS, "show")))
    named = [key for key in block if key in _KINDS]
    if len(named) > 1:
        raise _Wrong("two-records", named[1], *BLOCK["two-records"])
    if named:
        return _record(_KINDS[named[0]], block[named[0]], block.get("show", "card"), here)
    if "show" not in block:
        raise _Wrong("empty-block", "", *BLOCK["empty-block"])
    return _list(block["show"], here)


def _unknown(key: str, known: tuple[str, ...]) -> tuple[str, str]:
    message, otherwise = BLOCK["unknown-key"]
    return message.format(key), did_you_mean(key, known, otherwise.format(", ".join(known)))


def _record(kind: str, record: str, form: str, here: Here) -> str:
    known = getattr(here.book.document, kind)
    if record not in known:
        message, otherwise = BLOCK["unknown-record"]
        remedy = did_you_mean(record, known, otherwise.format(SECTION[kind]))
        raise _Wrong("unknown-record", ONE[kind].lower(), message.format(ONE[kind], record), remedy)
    if form not in _FORMS[kind]:
        message, otherwise = BLOCK["unknown-form"]
        remedy = did_you_mean(form, _FORMS[kind], otherwise.format(", ".join(_FORMS[kind])))
        raise _Wrong("unknown-form", "show", message.format(ONE[kind], form), remedy)
    measures = getattr(here.book.measures, kind, {})
    values = {"record": known[record], "measure": measures.get(record), "chart": here.book.charts.get(record)}
    return fill("block.html", here, kind=kind, form=form, **values)


def _list(form: str, here: Here) -> str:
    book = here.book
    if form == "goals":
        found: tuple[object, ...] = by_attention(book.active_goals, book.measures.goals)
    elif form == "attention":
        needy = (kpi for kpi in book.document.kpis.values() if needs_attention(book.measures.kpis[kpi.id]))
        found = by_attention(needy, book.measures.kpis)
    elif form == "changelog":
        found = book.decisions[:_CHANGES]
    else:
        message, otherwise = BLOCK["unknown-list"]
        remedy = did_you_mean(form, _LISTS, otherwise.format(", ".join(_LISTS)))
        raise _Wrong("unknown-form", "show", message.format(form), remedy)
    return fill("block_list.html", here, form=form, found=found)
