"""How the series of an indicator are told apart: by key, id or title."""

from collections.abc import Callable, Sequence

from shared_vision.importers.sdg_config import Series
from shared_vision.importers.short import fair_shares, shorten, slug_words

_LONGEST_KEY = 122
_LONGEST_ID = 64
_BETWEEN = " / "
_CUT = "..."

Translate = Callable[[str], str]
Parts = Sequence[tuple[str, ...]]


def source_key(indicator: str, series: Series, english: Translate) -> str:
    """The series' key in the published results, as in `1-3-1 / Physical violence`; long parts are cut."""
    parts = [indicator, *(english(value) for _, value in series.parts)]
    shares = fair_shares([len(part) for part in parts], _LONGEST_KEY - len(_BETWEEN) * (len(parts) - 1))
    return _BETWEEN.join(
        part if len(part) <= share else part[: share - len(_CUT)] + _CUT
        for part, share in zip(parts, shares, strict=True)
    )


def series_ids(indicator: str, all_series: Sequence[Series], english: Translate) -> tuple[str, ...]:
    """An id for each series: the indicator's where there is only one, else with what makes it special."""
    if len(all_series) == 1:
        return (indicator,)
    room = _LONGEST_ID - len(indicator) - len("--")
    special = [[slug_words(english(value)) for value in values] for values in _special(all_series)]
    same = _same_start([sum(parts, ()) for parts in special])
    kept = [_without_start(parts, same) for parts in special]
    slugs = _unlike(kept, [_slug(parts, room, ()) for parts in kept], room)
    return tuple(f"{indicator}--{slug}" for slug in _unique(slugs, room))


def series_titles(title: str, all_series: Sequence[Series], translate: Translate) -> tuple[str, ...]:
    """A title for each series: the indicator's where there is only one, else what makes it special."""
    if len(all_series) == 1:
        return (shorten(title),)
    return tuple(
        shorten(" – ".join(translate(value) for value in values)) or shorten(title)
        for values in _special(all_series)
    )


def group_title(within: Sequence[Series], around: Sequence[Series], translate: Translate) -> str:
    """What the series of a group have in common, or their titles where that is nothing."""
    shared = [part for part in _shared(within) if part not in _shared(around)]
    if shared:
        return shorten(" – ".join(translate(value) for _, value in shared))
    return shorten(", ".join(dict.fromkeys(series_titles("", within, translate))))


def _shared(all_series: Sequence[Series]) -> list[tuple[str, str]]:
    """The parts that all of some series have."""
    return [part for part in all_series[0].parts if all(part in series.parts for series in all_series)]


def _special(all_series: Sequence[Series]) -> list[list[str]]:
    """The values that tell each series from the others, or all of its values where it has no such."""
    shared = _shared(all_series)
    return [
        [value for part, value in series.parts if (part, value) not in shared]
        or [value for _, value in series.parts]
        for series in all_series
    ]


def _same_start(names: Sequence[tuple[str, ...]]) -> int:
    """How many first words all names share, as long as each keeps two words."""
    most = max(0, min(len(name) for name in names) - 2)
    return next((count for count in range(most) if len({name[count] for name in names}) > 1), most)


def _without_start(parts: Parts, count: int) -> list[tuple[str, ...]]:
    kept = []
    for words in parts:
        kept.append(words[count:])
        count = max(0, count - len(words))
    return [words for words in kept if words]


def _unlike(names: Sequence[Parts], slugs: Sequence[str], room: int) -> list[str]:
    """The slugs, those made alike by cutting cut in another place where the names differ."""
    peers = {
        slug: [parts for parts, other in zip(names, slugs, strict=True) if other == slug] for slug in slugs
    }
    return [
        _slug(parts, room, [words for words in parts if not all(words in peer for peer in peers[slug])])
        for parts, slug in zip(names, slugs, strict=True)
    ]


def _slug(parts: Parts, room: int, different: Parts) -> str:
    texts = ["-".join(words) for words in parts]
    shares = fair_shares([len(text) for text in texts], room - max(0, len(texts) - 1))
    cuts = [_cut_inside if words in different else _cut for words in parts]
    return (
        "-".join(cut(text, share) for cut, text, share in zip(cuts, texts, shares, strict=True)) or "series"
    )


def _cut(slug: str, room: int) -> str:
    if len(slug) <= room:
        return slug
    return slug[: room + 1].rpartition("-")[0] or slug[:room]


def _cut_inside(slug: str, room: int) -> str:
    """The first words with the last one: names that begin alike often end differently."""
    last = slug.rpartition("-")[2]
    if len(slug) <= room or len(last) + 1 >= room:
        return _cut(slug, room)
    return f"{_cut(slug, room - len(last) - 1)}-{last}"


def _unique(slugs: Sequence[str], room: int) -> list[str]:
    """The slugs in order; one that is there already gets a number."""
    taken: list[str] = []
    for slug in slugs:
        number, name = 1, slug
        while name in taken:
            number += 1
            name = f"{_cut(slug, room - len(f'-{number}'))}-{number}"
        taken.append(name)
    return taken
