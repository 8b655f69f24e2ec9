"""From an Open SDG data repository to a vision: goals, targets, indicators with their data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from shared_vision.importers.foreign_yaml import UnreadableError, read_mapping
from shared_vision.importers.imported import Imported, LeftOut
from shared_vision.importers.record_yaml import Record, write_record
from shared_vision.importers.sdg_config import Indicator, Series, leaves, read_indicator
from shared_vision.importers.sdg_goals import upper_records
from shared_vision.importers.sdg_languages import in_languages
from shared_vision.importers.sdg_left import by_hand, no_data, unused_files, unused_options
from shared_vision.importers.sdg_records import (
    Measured,
    empty_indicator,
    hidden_series,
    indicator_records,
)
from shared_vision.importers.sdg_rows import Found, NoSeriesError, find_rows, has_values, split_series
from shared_vision.importers.sdg_table import NotATableError, Table, read_table
from shared_vision.importers.sdg_words import Words, read_words

_CONFIG = re.compile(r"indicator-config/(\d{1,3}-[0-9a-zA-Z]{1,3}-[0-9a-zA-Z]{1,3})\.ya?ml")
_DATA = re.compile(r"data/(?:indicator_)?(\d{1,3}-[0-9a-zA-Z]{1,3}-[0-9a-zA-Z]{1,3})\.csv")


@dataclass(slots=True)
class _Import:
    """The import under way."""

    words: Words
    english: Words
    records: dict[str, Record] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    kpis: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave_out(self, path: str, what: str, reason: str) -> None:
        """List something that did not arrive as it was."""
        self.left_out.append(LeftOut(path=path, what=what, reason=reason))


def import_open_sdg(sources: Mapping[str, bytes], *languages: str) -> Imported:
    """Records with data of an Open SDG repository (`data/`, `indicator-config/`, `translations/`).

    Their texts are in the one language, English if none is named, or by language in several.
    """
    imports = {language: _import(sources, language) for language in languages or ("en",)}
    records = in_languages({language: state.records for language, state in imports.items()})
    data = next(iter(imports.values())).data
    written = {path: write_record(record) for path, record in records.items()}
    left_out = {left for state in imports.values() for left in state.left_out}
    return Imported(files=dict(sorted({**written, **data}.items())), left_out=tuple(sorted(left_out)))


def _import(sources: Mapping[str, bytes], language: str) -> _Import:
    words, english, left_out = read_words(sources, language)
    state = _Import(words=words, english=english, left_out=list(left_out))
    data = {match[1].lower(): path for path in sources if (match := _DATA.fullmatch(path))}
    for indicator in _indicators(sources, state):
        state.left_out += unused_options(indicator)
        path = data.pop(indicator.id, "")
        if path:
            _bring(indicator, path, sources[path], state)
        else:
            state.left_out.append(no_data(indicator))
    for path in data.values():
        state.leave_out(path, "data", "No file in indicator-config/ says what it is.")
    state.records |= upper_records(words, state.kpis)
    state.left_out += unused_files(sources)
    return state


def _indicators(sources: Mapping[str, bytes], state: _Import) -> Iterator[Indicator]:
    for path in sorted(sources):
        if match := _CONFIG.fullmatch(path):
            try:
                yield read_indicator(match[1].lower(), path, read_mapping(sources[path]))
            except UnreadableError as error:
                state.leave_out(path, "the indicator", str(error))


def _bring(indicator: Indicator, path: str, content: bytes, state: _Import) -> None:
    """The records of an indicator with data; a bare goal where they are no series for the country."""
    try:
        table = read_table(content)
    except NotATableError as error:
        state.leave_out(path, "data", str(error))
        return
    asked = indicator if indicator.judged else _split(table, indicator)
    found = dict(_found(asked, table, path, state))
    if not has_values(table):
        return
    state.left_out += by_hand(indicator)
    state.kpis.setdefault(indicator.target, ())
    if found or indicator.judged:
        _measure(asked, table, found, path, state)
    else:
        record = empty_indicator(indicator, _title(indicator, state))
        state.records[f"vision/goals/{indicator.id}.yml"] = record


def _measure(
    indicator: Indicator, table: Table, found: Mapping[Series, Found], path: str, state: _Import
) -> None:
    measured = Measured(
        indicator=indicator,
        title=_title(indicator, state),
        file=path.removeprefix("data/"),
        found=found,
        words=state.words,
        english=state.english,
    )
    branch = indicator_records(measured)
    state.records |= branch.records
    state.kpis[indicator.target] += branch.kpis
    if found:
        state.data[f"kpi_data/{measured.file}"] = table.content
        state.left_out += (LeftOut(path=path, what="mended cells", reason=mend) for mend in table.mends)
    for series in hidden_series(measured):
        reason = (
            "The published results cut its name until it is another's, so it has no result of its own there."
        )
        state.leave_out(indicator.path, f"source_key of {series}", reason)


def _title(indicator: Indicator, state: _Import) -> str:
    """The indicator's name, in English where there is none in the language."""
    for words in (state.words, state.english):
        named = words.translate(indicator.name) if indicator.name else ""
        known = "" if named == indicator.name else named
        if title := known or words.of("global_indicators", f"{indicator.id}-title"):
            return title
    return indicator.name or indicator.id


def _split(table: Table, indicator: Indicator) -> Indicator:
    series = dict.fromkeys(
        part for whole in leaves(indicator.members) for part in split_series(table, indicator, whole)
    )
    return replace(indicator, members=tuple(series))


def _found(indicator: Indicator, table: Table, path: str, state: _Import) -> Iterator[tuple[Series, Found]]:
    for series in dict.fromkeys(leaves(indicator.members)):
        try:
            yield series, find_rows(table, indicator, series)
        except NoSeriesError as error:
            named = " / ".join(value for _, value in series.parts)
            state.leave_out(path, f"data of {named}" if named else "data", str(error))
