"""Which records there are, for those who look one up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared_vision.join.finding import Words
from shared_vision.model.fields import KINDS
from shared_vision.model.loaded import Loaded
from shared_vision.model.nearest import nearest

WORDS: Mapping[str, str] = {
    "partners": "partner",
    "goals": "goal",
    "kpis": "KPI",
    "initiatives": "initiative",
    "decisions": "decision",
    "updates": "update",
    "ideas": "idea",
    "surveys": "survey",
}
_FEW = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The ids of each kind: of the records that could be read, and of those that could not."""

    ids: Mapping[str, frozenset[str]]
    broken: frozenset[tuple[str, str]]
    _meant: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def unknown(self, kind: str, name: str, *, within: str) -> Words:
        """What to say of an id that no record of the kind has, found in the record `kind/id`."""
        message = f"There is no {WORDS[kind]} {name}."
        if meant := self._nearest(kind, name, within):
            return "unknown-reference", message, f"Did you mean {meant}?"
        elsewhere = next((other for other in KINDS if name in self.ids[other]), "")
        if elsewhere:
            message = f"There is no {WORDS[kind]} {name}, but {_a(elsewhere)} of that id."
            return "unknown-reference", message, f"Write the id of {_a(kind)}."
        return "unknown-reference", message, self._otherwise(kind, name, within)

    def _nearest(self, kind: str, name: str, within: str) -> str:
        if any(name in self.ids[other] for other in KINDS):
            return ""
        if (kind, name) not in self._meant:
            self._meant[kind, name] = nearest(name, sorted(self.ids[kind]))
        meant = self._meant[kind, name]
        if f"{kind}/{meant}" != within:
            return meant
        return nearest(name, sorted(self.ids[kind] - {meant}))  # no record points to itself

    def _otherwise(self, kind: str, name: str, within: str) -> str:
        ids = [other for other in sorted(self.ids[kind]) if f"{kind}/{other}" != within]
        if 0 < len(ids) <= _FEW:
            return f"Write one of these: {', '.join(ids)}."
        return f"Add vision/{kind}/{name}.yml, or delete the reference."


def register(loaded: Loaded) -> Register:
    """The register of everything loaded."""
    return Register(
        ids={kind: frozenset(found.record.id for found in loaded.of_kind(kind)) for kind in KINDS},
        broken=frozenset((record.kind, record.id) for record in loaded.broken),
    )


def _a(kind: str) -> str:
    return f"an {WORDS[kind]}" if WORDS[kind][0] in "aeiou" else f"a {WORDS[kind]}"
