"""The page that tells how far earlier forecasts held."""

from typing import NamedTuple

from shared_vision.model.forecast import Forecast
from shared_vision.model.records import Kpi
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here

MOST = 60
"""So many KPIs are named, those first whose forecasts held least."""


class Kept(NamedTuple):
    """How often the intervals for one period ahead held for a KPI, and how far its forecasts missed."""

    kpi: Kpi
    held: int
    judged: int
    miss: float


def forecasts_page(book: Book) -> Page:
    """For one period ahead, two and so on: how often earlier intervals held; then KPI by KPI."""
    say = book.wording.say
    found = [
        (kpi, forecast)
        for kpi in book.document.kpis.values()
        if isinstance(forecast := book.measures.forecasts.get(kpi.id), Forecast) and forecast.steps
    ]
    kept = [Kept(kpi, *one.held[0], one.miss) for kpi, one in found if one.held and one.held[0][1]]
    return make_page(
        Here(book=book, path="forecasts/index"),
        "forecasts",
        title=say("Did our forecasts hold?"),
        description=say("What earlier forecasts said, and what came."),
        ahead=_ahead([one for _, one in found]),
        kept=sorted(kept, key=lambda one: one.held / one.judged)[:MOST],
        all_kept=len(kept),
        foretold=len(found),
        all_kpis=len(book.document.kpis),
        most=MOST,
    )


def _ahead(forecasts: list[Forecast]) -> list[tuple[int, int, int]]:
    """How many periods ahead, how often the interval held, of how many."""
    longest = max((len(one.held) for one in forecasts), default=0)
    rows = [
        (
            ahead + 1,
            *(sum(one.held[ahead][part] for one in forecasts if ahead < len(one.held)) for part in (0, 1)),
        )
        for ahead in range(longest)
    ]
    return [(ahead, held, judged) for ahead, held, judged in rows if judged]
