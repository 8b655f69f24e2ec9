"""Who agreed to today's wording of the vision and of each goal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.measures import Agreement, Voice
from shared_vision.model.positions import latest_positions
from shared_vision.model.records import Decision, DecisionStatus, Goal, Signature, Stance, Vision

_STANDING = (DecisionStatus.PROPOSED, DecisionStatus.ACCEPTED)
Objections = Mapping[str, Mapping[str, Decision]]
"""By reference, then by partner: the latest decision in which the partner objects."""


def voices(document: Document, today: date) -> Mapping[str, tuple[Voice, ...]]:
    """What each partner says to the vision and to each goal it has a part in, or has signed, by reference."""
    against = _objections(document.decisions.values(), today)
    records: tuple[Vision | Goal, ...] = (document.vision, *document.goals.values())
    return {
        f"{record.kind}/{record.id}": tuple(_voices(record, document, against, today)) for record in records
    }


def _voices(record: Vision | Goal, document: Document, against: Objections, today: date) -> Iterator[Voice]:
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
            yield _signed(partner, signed.get(partner), wording)


def _signed(partner: str, signature: Signature | None, wording: str) -> Voice:
    """A signature without a fingerprint is to the wording of its day: nothing here says it was another."""
    if signature is None:
        return Voice(partner=partner, agreement=Agreement.NOT_ASKED)
    holds = signature.fingerprint in ("", wording)
    return Voice(partner=partner, agreement=Agreement.AGREED if holds else Agreement.EARLIER, on=signature.on)


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
