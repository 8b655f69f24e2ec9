"""Words, numbers and dates in a reader's language: words come from the catalogues, signs from Babel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from gettext import NullTranslations
from math import floor, log10

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern

from shared_vision.model.catalogue import SOURCE, catalogue
from shared_vision.model.dates import add_months, month_end

_SIGNIFICANT = 4
_ROUNDS_UP = 9999.5
"""From here on four digits do not hold the whole number."""
_NEARLY_WHOLE = 0.995
"""From here on whole per cents would round up to 100 %."""
_MOST_PLACES = 8
_PLAIN = (1e-6, 1e15)
"""Values outside are written with a power of ten: their zeros would hide them."""


@dataclass(frozen=True)
class Wording:
    """How one language says things; cheap per value: catalogue and Babel's tables are read once."""

    language: str = "en"
    _locale: Locale = field(init=False, repr=False, compare=False)
    _periods: dict[tuple[date, date], str] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """The same few periods are named for every KPI."""
    _days: dict[tuple[date, str], str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_locale", Locale.parse(self.language.replace("-", "_")))

    def say(self, message: str, /, **values: object) -> str:
        """A message in this language, its `{names}` filled in."""
        said = self._messages.gettext(message)
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form of a message that fits a number, which it may name as `{number}`."""
        said = self._messages.ngettext(one, many, number)
        return said.format(number=f"{number:,}".translate(self._signs), **values)

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row: a, b and c."""
        if len(names) < 2:
            return "".join(names)
        return self.say("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])

    @cached_property
    def _messages(self) -> NullTranslations:
        return catalogue(self.language)

    @cached_property
    def _signs(self) -> dict[int, str]:
        symbols = self._locale.number_symbols["latn"]
        return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": "−"})

    def number(self, value: float) -> str:
        """A value with four significant digits, whole ones in full: 26.43, 1,235, 123,456, 0.000045."""
        size = abs(value)
        if 1e-4 <= size < _ROUNDS_UP:
            text = f"{value:,.4g}"
        elif size == 0 or _ROUNDS_UP <= size < _PLAIN[1]:
            text = f"{value:,.0f}"
        elif _PLAIN[0] <= size < 1:
            text = f"{value:.{_SIGNIFICANT - 1 - floor(log10(size))}f}".rstrip("0")
        else:
            text = f"{value:.3e}"
        return text.removeprefix("-" if size == 0 else "").translate(self._signs)

    def decimals(self, value: float, places: int) -> str:
        """A value with so many decimals: 1.20."""
        text = f"{value:,.{places}f}"
        return text.replace("-", "" if not text.strip("-0.") else "-").translate(self._signs)

    def percent(self, share: float) -> str:
        """A share of one as whole per cent: 71 %; what is short of 100 % never reads 100 %: 99.6 %."""
        places = 0
        if _NEARLY_WHOLE <= share < 1:
            places = next((many for many in range(1, _MOST_PLACES) if round(share * 100, many) < 100), 0)
        return f"{self.decimals(share * 100, places)}\u00a0%"

    def day(self, day: date) -> str:
        """A day: 3 Nov 2026."""
        return self._formatted(day, "yMMMd")

    def month(self, day: date) -> str:
        """A day's month: Nov 2026."""
        return self._formatted(day.replace(day=1), "yMMM")

    def _formatted(self, day: date, skeleton: str) -> str:
        """A day by one of Babel's patterns, which are slow: the same few days come again and again."""
        if (known := self._days.get((day, skeleton))) is None:
            known = self._days[day, skeleton] = (
                self._patterns[skeleton].apply(day, self._locale).replace(" ", "\u00a0")
            )
        return known

    @cached_property
    def _patterns(self) -> Mapping[str, DateTimePattern]:
        if self._locale.language == SOURCE:
            return {
                "yMMMd": parse_pattern("d LLL y"),
                "yMMM": parse_pattern("LLL y"),
                "yQQQ": parse_pattern("QQQ y"),
            }
        return {
            name: parse_pattern(str(self._locale.datetime_skeletons[name]))
            for name in ("yMMMd", "yMMM", "yQQQ")
        }

    def period(self, start: date, end: date) -> str:
        """A period as people name it: 3 Nov 2026, week 7 of 2025, Nov 2026, Q1 2025, 2025."""
        if (known := self._periods.get((start, end))) is None:
            known = self._periods[start, end] = self._period(start, end)
        return known

    def _period(self, start: date, end: date) -> str:
        if start == end:
            return self.day(start)
        if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year):
            return str(start.year)
        if start.day == 1 and end == month_end(start):
            return self.month(start)
        if start.day == 1 and start.month % 3 == 1 and end == month_end(add_months(start, 2)):
            return self._formatted(start, "yQQQ")
        if end - start == timedelta(days=6):
            year, week, _ = start.isocalendar()
            return self.say("week\u00a0{week} of\u00a0{year}", week=week, year=year)
        return self.say("{start} to {end}", start=self.day(start), end=self.day(end))
