"""What an Open SDG configuration file asks to be measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shared_vision.importers.foreign_yaml import mappings_of, text_of

_UNDERSTOOD = frozenset(
    ("direction", "series", "unit", "disaggregation", "target", "target_year", "base_year", "limit", "group")
)
_BASE_YEAR, _TARGET_YEAR = 2015, 2030
_FLAGS = frozenset(("true", "false", "none"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series of an indicator: which rows it is, which way is better, how far it should get."""

    series: str = ""
    unit: str = ""
    breakdown: tuple[tuple[str, str], ...] = ()
    increase: bool = False
    target: float | None = None
    target_year: int = _TARGET_YEAR
    base_year: int = _BASE_YEAR
    limit: float | None = None

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The columns it is told by with their values, in the order of its published name."""
        named = (("Series", self.series), ("Units", self.unit))
        return (*(part for part in named if part[1]), *self.breakdown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Series whose scores are averaged before they count as one."""

    members: tuple["Series | Group", ...]


Member = Series | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator as configured; `judged` tells whether its owner lets progress be calculated."""

    id: str
    path: str
    name: str
    unit: str
    judged: bool
    by_hand: str
    reporting: str
    coverage: str
    members: tuple[Member, ...]
    not_understood: tuple[str, ...]

    @property
    def target(self) -> str:
        """The id of the target it belongs to: 1-3 for 1-3-1."""
        return self.id.rsplit("-", 1)[0]


def read_indicator(indicator: str, path: str, config: Mapping[str, object]) -> Indicator:
    """The indicator that a configuration describes."""
    options = mappings_of(config, "progress_calculation_options")
    unit = text_of(config, "computation_units")
    return Indicator(
        id=indicator,
        path=path,
        name=text_of(config, "indicator_name"),
        unit="" if unit.lower() in _FLAGS else unit,
        judged=text_of(config, "auto_progress_calculation").lower() == "true",
        by_hand=text_of(config, "progress_status"),
        reporting=text_of(config, "reporting_status"),
        coverage=text_of(config, "national_geographical_coverage"),
        members=tuple(_member(option) for option in options) or (Series(),),
        not_understood=tuple(sorted(set(_not_understood(options)))),
    )


def leaves(members: tuple[Member, ...]) -> Iterator[Series]:
    """Every series below, in order, repeated where the configuration repeats it."""
    for member in members:
        if isinstance(member, Group):
            yield from leaves(member.members)
        else:
            yield member


def _member(option: Mapping[str, object]) -> Member:
    if group := mappings_of(option, "group"):
        return Group(members=tuple(_member(inner) for inner in group))
    return Series(
        series=text_of(option, "series"),
        unit=text_of(option, "unit"),
        breakdown=tuple(
            (text_of(part, "field"), text_of(part, "value"))
            for part in mappings_of(option, "disaggregation")
            if text_of(part, "field")
        ),
        increase=text_of(option, "direction") == "positive",
        target=_number(option, "target"),
        target_year=_year(option, "target_year", _TARGET_YEAR),
        base_year=_year(option, "base_year", _BASE_YEAR),
        limit=_number(option, "limit"),
    )


def _not_understood(options: tuple[Mapping[str, object], ...]) -> Iterator[str]:
    for option in options:
        yield from (str(key) for key in option if key not in _UNDERSTOOD)
        for key in ("target", "limit"):
            if text_of(option, key) and _number(option, key) is None:
                yield key
        yield from _not_understood(mappings_of(option, "group"))


def _number(option: Mapping[str, object], key: str) -> float | None:
    try:
        number = float(text_of(option, key))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _year(option: Mapping[str, object], key: str, otherwise: int) -> int:
    number = _number(option, key)
    return int(number) if number and 1000 <= number < 3000 else otherwise
