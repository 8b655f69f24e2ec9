"""How the partner's name in a survey's file tells which one it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared_vision.model.by_language import Translated
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.records import Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerNames:
    """The partners' ids by id and by title in every language, in lower case.

    An id comes before a title. `doubtful` has those of several partners by the title that they share.
    """

    known: Mapping[str, str]
    doubtful: Mapping[str, tuple[str, ...]]


def partner_names(partners: Sequence[LoadedRecord[Partner]]) -> PartnerNames:
    """All names that partners have."""
    ids = {found.record.id: found.record.id for found in partners}
    titled: dict[str, dict[str, None]] = {}
    for partner in (found.record for found in partners):
        for text in _titles(partner):
            titled.setdefault(" ".join(text.split()).casefold(), {})[partner.id] = None
    return PartnerNames(
        known={name: next(iter(them)) for name, them in titled.items() if len(them) == 1} | ids,
        doubtful={
            name: tuple(sorted(them)) for name, them in titled.items() if len(them) > 1 and name not in ids
        },
    )


def _titles(partner: Partner) -> Sequence[str]:
    title = partner.title
    return tuple(title.texts.values()) if isinstance(title, Translated) else (title,)
