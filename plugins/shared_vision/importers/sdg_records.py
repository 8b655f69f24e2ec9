"""The records of an Open SDG indicator: a KPI for each series, goals for an indicator of several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shared_vision.importers.record_yaml import Record, Value
from shared_vision.importers.sdg_config import Group, Indicator, Member, Series, leaves
from shared_vision.importers.sdg_names import group_title, series_ids, series_titles, source_key
from shared_vision.importers.sdg_rows import Found
from shared_vision.importers.sdg_table import YEAR
from shared_vision.importers.sdg_words import Words
from shared_vision.importers.short import shorten


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An indicator with the rows of its series; a series without rows is not in `found`."""

    indicator: Indicator
    title: str
    file: str
    found: Mapping[Series, Found]
    words: Words
    english: Words

    @property
    def series(self) -> tuple[Series, ...]:
        """Every series once."""
        return tuple(dict.fromkeys(leaves(self.indicator.members)))

    @property
    def ids(self) -> Mapping[Series, str]:
        """The id of each series."""
        named = series_ids(self.indicator.id, self.series, self.english.translate)
        return dict(zip(self.series, named, strict=True))

    @property
    def number(self) -> str:
        """The indicator's number as people write it: 1.3.1."""
        return self.indicator.id.replace("-", ".")


@dataclass(slots=True)
class Branch:
    """What hangs below a target: the records by path, the KPIs that hang on it directly."""

    records: dict[str, Record] = field(default_factory=dict)
    kpis: tuple[str, ...] = ()


def indicator_records(measured: Measured) -> Branch:
    """The records of an indicator; with one series the KPI hangs on the target, else on its own goal."""
    branch = Branch(records=dict(_kpi_files(measured)))
    members = measured.indicator.members
    if len(measured.series) == 1 and not any(isinstance(member, Group) for member in members):
        branch.kpis = tuple(measured.ids.values())
        return branch
    branch.records |= _goal_files(measured, measured.indicator.id, members, shorten(measured.title))
    return branch


def empty_indicator(indicator: Indicator, title: str) -> Record:
    """The goal of an indicator that has data, none of them for the whole country."""
    return {
        "title": shorten(title),
        "parent": indicator.target,
        "status": "agreed",
        "body": _long(title),
        "tags": (indicator.id.replace("-", "."), *_by_hand(indicator)),
    }


def hidden_series(measured: Measured) -> Iterator[str]:
    """The ids of series whose published key was cut until it is another's."""
    keys = _keys(measured)
    return (measured.ids[series] for series in measured.series if not keys[series])


def _goal_files(
    measured: Measured, goal: str, members: Sequence[Member], title: str, parent: str = ""
) -> Iterator[tuple[str, Record]]:
    record: Record = {
        "title": title,
        "parent": parent or measured.indicator.target,
        "status": "agreed",
        "kpis": _links(measured, members),
        "body": "" if parent else _long(measured.title),
        "tags": () if parent else (measured.number, *_by_hand(measured.indicator)),
    }
    yield f"vision/goals/{goal}.yml", record
    groups = [member for member in members if isinstance(member, Group)]
    around = tuple(leaves(tuple(members)))
    for number, group in enumerate(groups, start=1):
        name = group_title(tuple(leaves(group.members)), around, measured.words.translate)
        below = f"{goal}{'-' if parent else '--group-'}{number}"
        yield from _goal_files(measured, below, group.members, name or f"{title} ({number})", goal)


def _links(measured: Measured, members: Sequence[Member]) -> tuple[Value, ...]:
    """The KPIs right below; a series that the configuration repeats counts as often."""
    ids = [measured.ids[member] for member in members if isinstance(member, Series)]
    return tuple(
        kpi if ids.count(kpi) == 1 else {"id": kpi, "weight": ids.count(kpi)} for kpi in dict.fromkeys(ids)
    )


def _kpi_files(measured: Measured) -> Iterator[tuple[str, Record]]:
    titles = series_titles(measured.title, measured.series, measured.words.translate)
    keys = _keys(measured)
    for series, title in zip(measured.series, titles, strict=True):
        record = _kpi(measured, series, title, keys[series])
        yield f"vision/kpis/{measured.ids[series]}.yml", record


def _keys(measured: Measured) -> Mapping[Series, str]:
    """The published key of each series; where cutting made two alike, the later one was published."""
    keys = {
        series: source_key(measured.indicator.id, series, measured.english.translate)
        for series in measured.series
    }
    published = {key: series for series, key in keys.items()}
    return {series: key if published[key] == series else "" for series, key in keys.items()}


def _kpi(measured: Measured, series: Series, title: str, key: str) -> Record:
    indicator, found = measured.indicator, measured.found.get(series)
    alone = len(measured.series) == 1
    unit = series.unit or (found.unit if found else "") or indicator.unit
    return {
        "title": title,
        "summary": "" if alone else shorten(measured.title, 500),
        "unit": measured.words.translate(unit),
        "direction": "increase" if series.increase else "decrease",
        "frequency": "yearly",
        **(_progress(series) if indicator.judged else {}),
        "source": _source(measured.file, found) if found else None,
        "source_key": key,
        "body": _long(measured.title) if alone else "",
        "tags": (measured.number, *(_by_hand(indicator) if alone else ())),
    }


def _progress(series: Series) -> Record:
    has_target = series.target is not None
    target: Record = {"date": f"{series.target_year}-12-31", "value": series.target}
    return {
        "baseline": {"date": f"{series.base_year}-12-31"},
        "target": target if has_target else None,
        "method": "growth",
        "limit": None if has_target else series.limit,
    }


def _source(file: str, found: Found) -> Record:
    where: Record = found.where
    place: Record = {"file": file, "date": YEAR, "value": found.value}
    return {**place, "where": where} if where else place


def _by_hand(indicator: Indicator) -> tuple[str, ...]:
    return () if indicator.judged or not indicator.by_hand else (f"progress_status: {indicator.by_hand}",)


def _long(title: str) -> str:
    """The whole title for the body where it had to be shortened."""
    return title if shorten(title) != " ".join(title.split()) else ""
