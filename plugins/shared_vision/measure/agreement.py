"""Who agreed to today's wording of the vision and of each goal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from shared_vision.model.document import Document
from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.measures import Agreement, Voice
from shared_vision.model.positions import latest_positions
from shared_vision.model.records import Decision, DecisionStatus, Goal, Signature, Stance, Vision

_STANDING = (DecisionStatus.PROPOSED, DecisionStatus.ACCEPTED)
Objections = Mapping[str, Mapping[str, Decision]]
"""By reference, then by partner: the latest decision in which the partner objects."""


Wordings = Mapping[str, tuple[tuple[date, str], ...]]
"""By reference: the day on which each wording began, its fingerprint, the oldest first."""


_UNKNOWN: Wordings = MappingProxyType({})


def voices(document: Document, today: date, wordings: Wordings = _UNKNOWN) -> Mapping[str, tuple[Voice, ...]]:
    """What each partner says to the vision and to each goal it has a part in, or has signed, by reference.

    `wordings` are those that are known of the past: a signature without a fingerprint is to that of its day.
    """
    against = _objections(document.decisions.values(), today)
    records: tuple[Vision | Goal, ...] = (document.vision, *document.goals.values())
    return {
        (ref := f"{record.kind}/{record.id}"): tuple(
            _voices(record, document, against, _Known(today, wordings.get(ref, ())))
        )
        for record in records
    }


class _Known(NamedTuple):
    """The day, and what is known of a record's earlier wordings."""

    today: date
    wordings: tuple[tuple[date, str], ...]

    def by(self, day: date) -> str:
        """The fingerprint of the wording on a day, or empty."""
        return next((sign for began, sign in reversed(self.wordings) if began <= day), "")

    def after(self, sign: str) -> date | None:
        """The day on which a wording was given up for another."""
        signs = [one for _, one in self.wordings]
        last = max((number for number, one in enumerate(signs) if one == sign), default=len(signs))
        return self.wordings[last + 1][0] if last + 1 < len(signs) else None


def _voices(record: Vision | Goal, document: Document, against: Objections, known: _Known) -> Iterator[Voice]:
    today = known.today
    given = sorted((one for one in record.signed if one.on <= today), key=lambda one: one.on)
    signed = {signature.partner: signature for signature in given}
    objects = against.get(f"{record.kind}/{record.id}", {})
    wording = fingerprint(record, document.kpis) if signed else ""
    for partner in sorted({*_taking_part(record, document), *signed, *objects}):
        if partner in objects:
            decision = objects[partner]
            on = latest_positions(decision, today)[partner].on
            yield Voice(partner=partner, agreement=Agreement.OBJECTS, on=on, decision=decision.id)
        else:
            yield _signed(partner, signed.get(partner), wording, known)


def _signed(partner: str, signature: Signature | None, wording: str, known: _Known) -> Voice:
    """A signature without a fingerprint is to the wording of its day; to today's where that is not known."""
    if signature is None:
        return Voice(partner=partner, agreement=Agreement.NOT_ASKED)
    sign = signature.fingerprint or known.by(signature.on)
    if sign in ("", wording):
        return Voice(partner=partner, agreement=Agreement.AGREED, on=signature.on)
    return Voice(partner=partner, agreement=Agreement.EARLIER, on=signature.on, changed=known.after(sign))


def _taking_part(record: Vision | Goal, document: Document) -> Iterable[str]:
    """The vision is everybody's; a goal that of the partners who answer for it or work on it."""
    if isinstance(record, Vision):
        return document.partners
    return (*((record.owner,) if record.owner else ()), *record.partners)


def _objections(decisions: Iterable[Decision], today: date) -> Objections:
    found: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    standing = (one for one in decisions if one.status in _STANDING)
    for decision in sorted(standing, key=lambda one: (one.date, one.id)):
        for partner, position in latest_positions(decision, today).items():
            if position.position is Stance.OBJECT:
                for ref in decision.affects:
                    found[ref][partner] = decision
    return found
