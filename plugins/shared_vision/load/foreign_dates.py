"""Dates in the forms of other programs and other habits."""

import re
from collections.abc import Callable, Iterator

from shared_vision.model.dates import parse_period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"([A-Za-z]{3})[a-z.]*"
Match = re.Match[str]


def dates_meant(text: str) -> tuple[str, ...]:
    """The dates, as 2025-01-31 or 2025-01, that a text may mean: two where it may start with day or month."""
    matches = ((say, form.fullmatch(text)) for form, say in _FORMS)
    meant = (date for say, match in matches if match for date in say(match) if parse_period(date))
    return tuple(dict.fromkeys(meant))


def _year_last(match: Match) -> Iterator[str]:
    first, second, year = match.groups()
    yield from (_date(year, second, first), _date(year, first, second))


def _year_first(match: Match) -> Iterator[str]:
    yield _date(match[1], *(part for part in match.groups()[1:] if part))


def _month_first(match: Match) -> Iterator[str]:
    yield _date(match[2], match[1])


def _named(year: str, name: str, *day: str) -> Iterator[str]:
    if name.lower() in _MONTHS:
        yield _date(year, str(_MONTHS.index(name.lower()) + 1), *day)


def _date(year: str, *parts: str) -> str:
    return "-".join((year, *(f"{int(part):02d}" for part in parts)))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Match], Iterator[str]]], ...] = (
    (_form(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*"), lambda match: iter((match[1],))),
    (_form(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"), _year_last),
    (_form(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?"), _year_first),
    (_form(r"(\d{4})(\d{2})(\d{2})"), _year_first),
    (_form(r"(\d{1,2})[/.-](\d{4})"), _month_first),
    (_form(r"(\d{4})[- /]?Q([1-4])"), lambda match: iter((f"{match[1]}-Q{match[2]}",))),
    (_form(r"Q([1-4])[- /]?(\d{4})"), lambda match: iter((f"{match[2]}-Q{match[1]}",))),
    (_form(r"(\d{4})[- /]?W(\d{1,2})"), lambda match: iter((f"{match[1]}-W{int(match[2]):02d}",))),
    (_form(r"(\d{4})[/–-]\d{4}"), lambda match: iter((match[1],))),
    (_form(rf"{_NAME}[ ,/-]*(\d{{4}})"), lambda match: _named(match[2], match[1])),
    (
        _form(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[ -]{_NAME}[ ,-]+(\d{{4}})"),
        lambda match: _named(match[3], match[2], match[1]),
    ),
    (
        _form(rf"{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"),
        lambda match: _named(match[3], match[1], match[2]),
    ),
)
