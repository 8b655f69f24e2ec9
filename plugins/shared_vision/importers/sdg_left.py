"""What an Open SDG source has that a vision has no place for."""

from collections.abc import Iterator, Mapping

from shared_vision.importers.imported import LeftOut
from shared_vision.importers.sdg_config import Indicator

_STATES = {
    "notstarted": "It has no data file: the source marks it as not started.",
    "notavailable": "It has no data file: the source marks its data as not available.",
    "notapplicable": "It has no data file: the source marks it as not applicable.",
    "complete": "It has no data file, although the source marks it as complete.",
    "inprogress": "It has no data file: the source marks it as in progress.",
}
_UNUSED = {
    "meta": "Notes on method and sources stay in the source; a vision has no place for them.",
    "indicator-config": "Settings of charts, maps, footnotes or pages stay in the source.",
    "config_data.yml": "Settings of the source's own build are not needed.",
    "indicator_calculation_components.yml": "Published results are not copied but calculated from the data.",
    "indicator_scores.yml": "Published scores are not copied but calculated from the data.",
    "progress_diff.yml": "The log of published changes is not copied.",
}
_READ = ("data", "translations")


def no_data(indicator: Indicator) -> LeftOut:
    """Why an indicator without data did not arrive."""
    reason = _STATES.get(indicator.reporting, "It has no data file.")
    return LeftOut(path=indicator.path, what="the indicator", reason=reason)


def by_hand(indicator: Indicator) -> Iterator[LeftOut]:
    """A status that somebody wrote into the configuration."""
    if indicator.by_hand:
        kept = (
            "the source asks for a calculation, which replaces it"
            if indicator.judged
            else "it is kept as a tag"
        )
        reason = f"The status {indicator.by_hand} was set by hand, not found from data; {kept}."
        yield LeftOut(path=indicator.path, what="progress_status", reason=reason)


def unused_options(indicator: Indicator) -> Iterator[LeftOut]:
    """Options of the calculation that have no meaning here."""
    for option in indicator.not_understood:
        reason = "This option of progress_calculation_options is not understood or has no usable value."
        yield LeftOut(path=indicator.path, what=option, reason=reason)


def unused_files(sources: Mapping[str, bytes]) -> Iterator[LeftOut]:
    """Each file or folder at the top of the source that was not used, once."""
    for top in sorted({path.partition("/")[0] for path in sources} - set(_READ)):
        folder = top not in sources
        reason = _UNUSED.get(top, "It is no part of what Open SDG says about goals or data.")
        yield LeftOut(
            path=f"{top}/" if folder else top, what="other content" if folder else "the file", reason=reason
        )
