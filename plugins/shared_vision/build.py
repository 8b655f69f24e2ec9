"""From a document to the whole site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from shared_vision.draw.cards import draw_cards
from shared_vision.draw.charts import draw_charts
from shared_vision.draw.picture import draw_picture
from shared_vision.draw.sureness import draw_confidences
from shared_vision.export.api import export_api, status_json
from shared_vision.export.badges import export_badges
from shared_vision.export.calendar import export_calendar
from shared_vision.export.codeowners import Forge, codeowners
from shared_vision.export.digest import digest_html, digest_mail, digest_markdown, digest_text
from shared_vision.export.drawings import export_drawings
from shared_vision.export.embeds import export_embeds
from shared_vision.export.feeds import export_feeds
from shared_vision.export.forms import forms
from shared_vision.export.partners import owed_rows
from shared_vision.export.surveys import sealed
from shared_vision.export.table import export_tables
from shared_vision.history.embargo import hold_back_history
from shared_vision.history.tell import tell_story
from shared_vision.measure.agreement import voices
from shared_vision.measure.disclosed import disclosed, unchanged
from shared_vision.measure.disclosure import DisclosureError
from shared_vision.measure.measures import guessed, measure, published, with_outlook, with_partners
from shared_vision.measure.ontime import on_time
from shared_vision.measure.past import look_back
from shared_vision.model.changes import NOTHING_KNOWN, History
from shared_vision.model.chart import Chart
from shared_vision.model.digest import Earlier
from shared_vision.model.document import Document, titles
from shared_vision.model.measures import Measures
from shared_vision.model.owed import Owed
from shared_vision.model.reason import Reason
from shared_vision.model.series import Series
from shared_vision.model.settings import Settings
from shared_vision.model.shown import Shown, shown_before
from shared_vision.model.site import Asset, Site
from shared_vision.model.survey import Responses
from shared_vision.model.translate import in_language
from shared_vision.model.wording import Wording
from shared_vision.render.agenda import agenda as tell_agenda
from shared_vision.render.book import Book
from shared_vision.render.calendar import calendar
from shared_vision.render.chancing import explained
from shared_vision.render.digesting import digest as tell_digest
from shared_vision.render.foretelling import foretold
from shared_vision.render.helping import told_of
from shared_vision.render.overview import overview
from shared_vision.render.owing import todo_lines as todo
from shared_vision.render.pages import render_pages
from shared_vision.render.sentences import headline
from shared_vision.render.statics import SCRIPTS, STYLESHEETS, static_files
from shared_vision.render.working import working

__all__ = [
    "SCRIPTS",
    "STYLESHEETS",
    "Forge",
    "Results",
    "agenda",
    "assess",
    "build",
    "codeowners",
    "digest",
    "earlier",
    "explain",
    "foresee",
    "forms",
    "overview",
    "seal",
    "shown",
    "status_json",
    "todo",
    "todo_json",
    "translated",
    "unchanged",
    "withheld",
    "work_out",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What may be published of a document as of a day, measured and drawn."""

    document: Document
    measures: Measures
    charts: Mapping[str, Chart]
    settings: Settings
    history: History = NOTHING_KNOWN


def assess(document: Document, today: date, history: History = NOTHING_KNOWN) -> tuple[Document, Measures]:
    """What may be published of a document as of `today`, with its measures but for what lies ahead."""
    public = published(document, today, history)
    # the wording that was signed has the targets that are not published yet
    measures = replace(
        measure(public, today),
        voices=voices(document, today, history.wordings),
        on_time=on_time(public, history, today),
    )
    return public, with_partners(public, measures, history)


def foresee(document: Document, measures: Measures) -> Measures:
    """The measures of a published document with what lies ahead: trends, forecasts, effects of actions."""
    return with_outlook(document, measures)


def work_out(
    document: Document, today: date, settings: Settings, history: History = NOTHING_KNOWN
) -> Results:
    """Everything that pages are made from, as of `today`."""
    days = {f"kpis/{kpi.id}": kpi.publish_from for kpi in document.kpis.values() if kpi.publish_from}
    history = hold_back_history(history, days, today)
    public, measures = assess(document, today, history)
    measures = foresee(public, measures)
    charts = draw_charts(public, measures, Wording(settings.language))
    measures = replace(measures, past=look_back(public, measures))
    return Results(document=public, measures=measures, charts=charts, settings=settings, history=history)


def translated(results: Results, settings: Settings) -> Results:
    """The same in the language of other settings: measured already, drawn again with its words."""
    document = in_language(results.document, settings.language, settings.main)
    charts = draw_charts(document, results.measures, Wording(settings.language))
    return replace(results, document=document, charts=charts, settings=settings)


def build(results: Results) -> Site:
    """Every page and file of the site; what other programs read is at its root alone."""
    document, measures, charts = results.document, results.measures, results.charts
    settings, wording = results.settings, Wording(results.settings.language)
    said = {kpi: headline(document.kpis[kpi], measures.kpis[kpi], wording) for kpi in charts}
    book = _book(results)
    exports: tuple[Asset, ...] = ()
    if not settings.below:
        exports = (*export_api(document, measures), *export_tables(document))
    return Site(
        pages=render_pages(book),
        assets=(
            *exports,
            *draw_cards(document, measures, wording),
            *export_badges(document, measures, wording),
            *export_drawings(document, charts, said, measures.today, wording),
            *export_embeds(document, charts, said, measures.today, settings),
            *export_feeds(document, measures.today, settings, wording),
            *export_calendar(calendar(book), document, measures.today, settings),
            *static_files(settings.theme),
        ),
    )


def _book(results: Results) -> Book:
    document, measures, wording = results.document, results.measures, Wording(results.settings.language)
    return Book(
        document=document,
        measures=measures,
        charts=results.charts,
        settings=results.settings,
        story=tell_story(results.history, titles(document), wording),
        sureness=draw_confidences(measures.confidences, measures.today, wording),
    )


def earlier(
    results: Results, day: date, document: Document | None = None, since: frozenset[str] | None = None
) -> Earlier:
    """What was known on a day; `document` is how the vision was read then, None where nobody knows.

    `since` are the commits that came later.
    """
    then = guessed(results.document, day) if document is None else document
    public, measures = assess(then, day, results.history)
    return Earlier(day=day, document=public, measures=measures, since=since)


def digest(
    results: Results, before: Earlier, form: str, *, sender: str = "", to: tuple[str, ...] = ()
) -> bytes:
    """What happened since an earlier day up to that of the results: `markdown`, `text`, `html` or `mail`.

    Raises:
        ValueError: a mail is asked for, and one of the addresses is none.
    """
    settings, wording = results.settings, Wording(results.settings.language)
    told = tell_digest(_book(results), before)
    if form == "markdown":
        return digest_markdown(told, settings).encode()
    if form == "text":
        return digest_text(told, settings).encode()
    pictures = {one.kpi: _picture(one.kpi, results, wording) for one in told.pictures}
    if form == "html":
        return digest_html(told, settings, pictures).encode()
    return digest_mail(told, settings, pictures, wording, sender=sender, to=to)


def agenda(results: Results, before: Earlier, form: str) -> bytes:
    """What the next meeting is about, as `markdown` or `text`; signals are those since an earlier day."""
    told = tell_agenda(_book(results), before.measures)
    write = digest_markdown if form == "markdown" else digest_text
    return write(told, results.settings).encode()


def _picture(kpi: str, results: Results, wording: Wording) -> bytes:
    series = results.document.series[kpi]
    assert isinstance(series, Series)  # noqa: S101 (it has a chart)
    return draw_picture(results.document.kpis[kpi], series, results.measures.kpis[kpi], wording)


def explain(kpi: str, document: Document, measures: Measures, wording: Wording) -> tuple[str, ...]:
    """The working behind all that is said of the KPI with this id, in lines of plain text."""
    record, movement = document.kpis[kpi], measures.trends.get(kpi)
    lines = working(record, measures.kpis[kpi], document.series[kpi], wording)
    forecast, effects = measures.forecasts.get(kpi, Reason.NO_DATA), measures.effects
    return tuple(
        map(
            str,
            (
                *lines,
                *(explained(record, movement, wording) if movement else ()),
                *foretold(record, forecast, wording),
                *(
                    line
                    for one in effects
                    if one.kpi == kpi
                    for line in told_of(one, document, effects, wording)
                ),
            ),
        )
    )


def seal(document: Document, name: str, today: date) -> str | Reason:
    """What may be seen of a survey as the file that takes the place of its answers, or why it has none."""
    found = disclosed(document, today).get(name, Reason.NO_DATA)
    return found if isinstance(found, Reason) else sealed(document.surveys[name], found)


def shown(document: Document, first: date, last: date) -> tuple[Shown, ...]:
    """What could be seen of surveys from a day to another, but for what could be seen of them before."""
    try:
        told = disclosed(document, last)
    except DisclosureError:
        return ()  # no site was built of it
    found = []
    for name, seen in told.items():
        survey, answers = document.surveys[name], document.answers[name]
        if isinstance(seen, Reason) or isinstance(answers, Reason) or seen.reason:
            continue
        if not shown_before(survey, answers, document.shown, document.surveys):
            responses = answers if isinstance(answers, Responses) else None
            found.append(Shown(survey=survey, seen=seen, responses=responses, since=max(first, survey.date)))
    return tuple(found)


def withheld(document: Document, name: str, today: date) -> Reason | None:
    """Why nothing of a survey may be seen; None where something may."""
    found = disclosed(document, today).get(name, Reason.NO_DATA)
    return found if isinstance(found, Reason) else found.reason


def todo_json(found: Iterable[Owed], today: date, folders: Mapping[str, str]) -> dict[str, object]:
    """What is asked of partners, as `api/v1/todo.json` holds it; `folders` is where the vision's lie."""
    return {"as_of": today.isoformat(), "todo": owed_rows(found, folders)}
