"""Visions to render, from a few files changed for a test."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from shared_vision.build import Results, work_out
from shared_vision.model.settings import Settings
from shared_vision.model.site import Page
from shared_vision.read import read
from shared_vision.render.book import Book
from shared_vision.render.pages import render_pages
from small_vision import SMALL

TODAY = date(2026, 6, 15)
Worked = Callable[..., Results]
Rendered = Callable[..., Mapping[str, Page]]


@pytest.fixture
def worked() -> Worked:
    """Works out the small vision with other or more files (None takes one away)."""

    def work(files: Mapping[str, str | None] | None = None, settings: Settings | None = None) -> Results:
        texts = {**SMALL, **(files or {})}
        sources = {path: text.encode() for path, text in texts.items() if text is not None}
        sources = {path: text for path, text in sources.items() if path.startswith(("vision/", "kpi_data/"))}
        return work_out(read(sources), TODAY, settings or Settings())

    return work


@pytest.fixture
def rendered(worked: Worked) -> Rendered:
    """The pages of the small vision with other or more files, by path."""

    def render(
        files: Mapping[str, str | None] | None = None, settings: Settings | None = None
    ) -> Mapping[str, Page]:
        results = worked(files, settings)
        book = Book(
            document=results.document,
            measures=results.measures,
            charts=results.charts,
            settings=results.settings,
        )
        pages = render_pages(book)
        return {page.path: page for page in pages}

    return render
