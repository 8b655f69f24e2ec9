"""Every page of the site."""

from collections.abc import Iterator, Mapping

from shared_vision.model.chart import Chart
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.settings import Settings
from shared_vision.model.site import Page
from shared_vision.model.told import NOTHING_TOLD, Story
from shared_vision.render.board import board_pages
from shared_vision.render.book import Book
from shared_vision.render.broken import broken_pages
from shared_vision.render.data import data_page
from shared_vision.render.decisions import decision_pages
from shared_vision.render.effects import effects_page
from shared_vision.render.forecasts import forecasts_page
from shared_vision.render.goals import goal_pages
from shared_vision.render.history import history_page
from shared_vision.render.home import home_page
from shared_vision.render.initiatives import initiative_pages
from shared_vision.render.kpis import kpi_pages
from shared_vision.render.map import map_page
from shared_vision.render.partners import partner_pages
from shared_vision.render.progress import progress_page
from shared_vision.render.propose import propose_page
from shared_vision.render.timeline import timeline_page
from shared_vision.render.updates import updates_page


def render_pages(
    document: Document,
    measures: Measures,
    charts: Mapping[str, Chart],
    settings: Settings,
    story: Story = NOTHING_TOLD,
) -> tuple[Page, ...]:
    """The home page, each section's list, a page for every record."""
    book = Book(document=document, measures=measures, charts=charts, settings=settings, story=story)
    return tuple(_pages(book))


def _pages(book: Book) -> Iterator[Page]:
    yield home_page(book)
    yield progress_page(book)
    yield map_page(book)
    yield timeline_page(book)
    yield effects_page(book)
    yield forecasts_page(book)
    yield data_page(book)
    yield from goal_pages(book)
    yield from kpi_pages(book)
    yield from decision_pages(book)
    yield from initiative_pages(book)
    yield from partner_pages(book)
    yield updates_page(book)
    yield history_page(book)
    yield propose_page(book)
    yield from board_pages(book)
    yield from broken_pages(book)
