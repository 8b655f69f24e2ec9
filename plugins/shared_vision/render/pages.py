"""Every page of the site."""

from collections.abc import Iterator

from shared_vision.model.site import Page
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
from shared_vision.render.ideas import idea_pages
from shared_vision.render.initiatives import initiative_pages
from shared_vision.render.kpis import kpi_pages
from shared_vision.render.map import map_page
from shared_vision.render.partners import partner_pages
from shared_vision.render.partnership import partnership_page
from shared_vision.render.progress import progress_page
from shared_vision.render.propose import propose_page
from shared_vision.render.surveys import survey_pages
from shared_vision.render.timeline import timeline_page
from shared_vision.render.todo import todo_page
from shared_vision.render.updates import updates_page


def render_pages(book: Book) -> tuple[Page, ...]:
    """The home page, each section's list, a page for every record."""
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
    yield partnership_page(book)
    yield from idea_pages(book)
    yield todo_page(book)
    yield from survey_pages(book)
    yield updates_page(book)
    yield history_page(book)
    yield propose_page(book)
    yield from board_pages(book)
    yield from broken_pages(book)
