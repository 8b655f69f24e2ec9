"""What the campaign throws strange files at: each target takes bytes, the first two of which choose how."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from faithful import answers_as_written, faithful, values_as_written
from harmless import harmless, harmless_site
from shared_vision.build import build, work_out
from shared_vision.load.data.date_faults import date_fault
from shared_vision.load.data.periods import parse_date, period_name
from shared_vision.load.foreign_dates import dates_meant
from shared_vision.model.dates import parse_day, parse_duration, parse_period
from shared_vision.model.document import Document
from shared_vision.model.fields import KINDS
from shared_vision.model.records import Frequency
from shared_vision.model.settings import Settings
from shared_vision.render.markdown import markdown, words_of
from small_vision import SMALL
from strange import WORDS, Change, answers, changed_record, changed_table, records, tables

ROUND = {path: text.encode() for path, text in SMALL.items() if path.startswith(("vision/", "kpi_data/"))}
SOURCES = (
    *("", "aggregate: sum", "aggregate: mean", "aggregate: median", "aggregate: last", "aggregate: count"),
    *("per: contacts, scale: 1000", "by: region", "by: region, aggregate: max", "where: {region: north}"),
    *("where: {region: [north, '']}", "where: {region: null}, scale: -0.1", "per: contacts, by: region"),
    *("status: status", "value: region, aggregate: count, by: contacts", "date: month, value: complaints"),
)
SURVEYS = (
    "questions: [{column: q1}, {column: q2, theme: a, reversed: true}]",
    "questions: [{column: [q1, q2]}]\npartner_column: organisation\nby_partner: true",
    "questions: [{column: '#1'}, {column: '#2'}]\nheader_rows: 2",
    "questions: [{column: q1}]\nscale: [-2, 8]\nno_answer: ['-']\nanswers: {lots: 5, none: 0}",
    "questions: [{column: q1}, {column: q2}]\nsealed: true",
)
KIND_OF = ("vision", *KINDS)
_SEALED = (
    "of,name,partner,answers,from,to,value\nsurvey,,,12,,,\nquestion,q1,,12,,,40\nband,q1,,5,1,3,\n"
    "band,q1,,7,4,5,\npartner,,north,,,,1\ntheme,other,north,,,,3\nhidden,,east,,,,\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`take` reads an input and tells what became of it in some words: an input with new ones is kept."""

    seeds: Callable[[], Sequence[bytes]]
    take: Callable[[bytes], frozenset[str]]
    change: Change


def _codes(document: Document) -> frozenset[str]:
    return frozenset(f"{one.code} {one.field.count('.')} {one.remedy[:12]}" for one in document.problems)


def take_record(data: bytes) -> frozenset[str]:
    """A record among good ones."""
    choice, content = data[:2].ljust(2, b"\0"), data[2:]
    kind = KIND_OF[choice[0] % len(KIND_OF)]
    path = "vision/vision.yml" if kind == "vision" else f"vision/{kind}/strange.yml"
    found = faithful({**ROUND, path: content}, ("", "en", "fr", "de-AT")[choice[1] % 4])
    return frozenset({*_codes(found), kind})


def take_table(data: bytes) -> frozenset[str]:
    """The data file of a KPI."""
    choice, content = data[:2].ljust(2, b"\0"), data[2:]
    frequency = [*Frequency][choice[1] % len(Frequency)]
    source = SOURCES[choice[0] % len(SOURCES)]
    record = f"title: K\ndirection: decrease\nfrequency: {frequency}\nsource: {{{source}}}\n"
    found = faithful({**ROUND, "vision/kpis/k.yml": record.encode(), "kpi_data/k.csv": content})
    values_as_written(found, "k", content)
    return frozenset({*_codes(found), source, type(found.series["k"]).__name__})


def take_answers(data: bytes) -> frozenset[str]:
    """The answers to a survey."""
    choice, content = data[:2].ljust(2, b"\0"), data[2:]
    record = f"title: S\ndate: 2026-06-01\n{SURVEYS[choice[0] % len(SURVEYS)]}\n"
    found = faithful({**ROUND, "vision/surveys/s.yml": record.encode(), "kpi_data/surveys/s.csv": content})
    if "s" in found.surveys:
        answers_as_written(found, "s", content)
    return _codes(found)


def take_date(data: bytes) -> frozenset[str]:
    """A text that may be a date or a length of time."""
    text = data[2:].decode("utf-8", "replace")
    day, period, lasting = parse_day(text), parse_period(text), parse_duration(text)
    assert day is None or day.isoformat() == text
    assert period is None or period[0] <= period[1]
    assert lasting is None or lasting.after(date(2025, 1, 31)) >= date(2025, 1, 31)
    assert all(parse_period(one) for one in dates_meant(text))
    for frequency in Frequency:
        found = parse_date(text, frequency)
        assert found or all(date_fault("", text, frequency)[:1])
        assert not found or period_name(found.written) == text
        assert not found or found.falls[1] >= found.falls[0]
    return frozenset((f"{day is None} {period is None} {lasting is None} {len(dates_meant(text))}",))


def take_markdown(data: bytes) -> frozenset[str]:
    """A partner's long text."""
    text = data[2:].decode("utf-8", "replace")
    html = str(markdown(text))
    harmless(html, of_markdown=True)
    words_of(text)
    return frozenset(
        tag for tag in ("<a", "<img", "<table", "<ol", "<pre", "<h3", "<h5", "<code") if tag in html
    )


def take_site(data: bytes) -> frozenset[str]:
    """A whole site with a strange record and, every other time, a strange data file."""
    choice, content = data[:2].ljust(2, b"\0"), data[2:]
    kind = KIND_OF[choice[0] % len(KIND_OF)]
    path = "vision/vision.yml" if kind == "vision" else f"vision/{kind}/strange.yml"
    found = faithful({**ROUND, path: content}, "en")
    harmless_site(build(work_out(found, date(2026, 6, 15), Settings(language="en"))))
    accepted = path in found.paths.values()
    return frozenset({*(_codes(found) if not accepted else ()), f"{kind} {accepted}"})


@cache
def _record_seeds() -> Sequence[bytes]:
    return [
        bytes((KIND_OF.index(kind), 1)) + text.encode() for kind, texts in records().items() for text in texts
    ]


@cache
def _table_seeds() -> Sequence[bytes]:
    head = "date,value,contacts,region,status\n"
    rows = f"{head}2025-01-31,1,10,north,p\n2025-01-30,2.5,2,,\n2025-W09,-3,5,south,\n"
    plain = [bytes((0, 2)) + text.encode() for text in tables()]
    return [*plain, *(bytes((number, 2)) + rows.encode() for number in range(len(SOURCES)))]


@cache
def _answer_seeds() -> Sequence[bytes]:
    some = "q1,q2,organisation\n5,1,northgate\n4,,Northgate Council\n1,n/a,\n"
    plain = [bytes((0, 0)) + text.encode() for text in answers()]
    return [
        *plain,
        *(bytes((number, 0)) + some.encode() for number in range(len(SURVEYS))),
        bytes((4, 0)) + _SEALED.encode(),
    ]


@cache
def _text_seeds() -> Sequence[bytes]:
    texts = [
        "# A\n\n> [b](https://c.example 'd') *e* **f** `g`\n\n1. h\n   - i\n\n| j |\n| - |\n| k |\n",
        "![l](m.png)\n\n<a@b.example>\n\n[a]\n\n[a]: //b",
    ]
    return [f"  {text}".encode("utf-8", "replace") for text in (*texts, *WORDS)]


@cache
def _date_seeds() -> Sequence[bytes]:
    texts = ("2025-01-31", "P1Y2M3W4D", "31 Jan 2025", "Q1/2025")
    return [f"  {text}".encode("utf-8", "replace") for text in (*WORDS, *texts)]


TARGETS = {
    "records": Target(seeds=_record_seeds, take=take_record, change=changed_record),
    "data": Target(seeds=_table_seeds, take=take_table, change=changed_table),
    "surveys": Target(seeds=_answer_seeds, take=take_answers, change=changed_table),
    "dates": Target(seeds=_date_seeds, take=take_date, change=changed_record),
    "markdown": Target(seeds=_text_seeds, take=take_markdown, change=changed_record),
    "site": Target(seeds=_record_seeds, take=take_site, change=changed_record),
}
